import { dayOf } from '../../../../shared/rules/date'
import { rosterWords } from '../../../../shared/rules/officers/roster-words'
import { withBranch } from '../../context'
import { saveLedger } from '../../dues/save-ledger'
import { rosterSheet } from './sheets'

const os = withBranch.officers.rosters
const today = () => dayOf(new Date())

/** Excel takes no longer name of a sheet. */
const SHEET_NAME = 31

/** Lists 名册 of officers for print and as workbooks. */
export const rosters = os.router({
  get: os.get.handler(({ context, input: { roster, language } }) => {
    const { title, lines, columns, rows } = rosterSheet(context.db, roster, rosterWords[language], today())
    return {
      title,
      lines: [...lines],
      columns: columns.map(({ heading, width }) => ({ heading, width })),
      rows: rows.map((row) => row.map((value) => (value === null ? '' : String(value)))),
    }
  }),

  export: os.export.handler(({ context: { db, host }, input: { roster, language }, signal }) => {
    const words = rosterWords[language]
    const { title, lines, columns, rows } = rosterSheet(db, roster, words, today())
    const sheet = {
      name: title.replace(/[\\/:*?[\]]/g, ' ').slice(0, SHEET_NAME),
      title,
      lines,
      columns,
      groups: [{ title: null, rows }],
      rowCount: rows.length,
      total: null,
      notes: [],
    }
    return saveLedger(db, host, `${title}-${today()}`, sheet, signal)
  }),
})
