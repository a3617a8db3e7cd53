import { createHash } from 'node:crypto'
import type { BranchDatabase } from '../../../../db/branch-database'
import { payrollQueries, type StoredPayrollLine } from '../../../../db/queries/dues/payroll'
import { failure } from '../../../../shared/contract/errors'
import { ROSTER_FILE_MAX_BYTES, type SheetReading } from '../../../../shared/contract/roster'
import { now, type Day } from '../../../../shared/model/date'
import { newId, payrollLineIdSchema, payrollListIdSchema, type PayrollListId } from '../../../../shared/model/id'
import { fenSchema } from '../../../../shared/model/money'
import type { PayrollSheet } from '../../../../shared/model/payroll'
import type { RosterSheet } from '../../../../shared/model/roster'
import { dayOf, monthOf } from '../../../../shared/rules/date'
import { statedMonths, type MonthSpan } from '../../../../shared/rules/dues/stated-months'
import { daysOfMonth } from '../../../../shared/rules/funds/year'
import type { ReadRow } from '../../../../shared/rules/roster/row'
import { progress, type Progress } from '../../roster/progress'
import { readRoster } from '../../roster/read-roster'
import { rememberedMappings, rememberMappings } from '../../roster/remembered'

export interface ListToRead {
  readonly file: File
  /** How a person wants its sheets read; null as the reader sees fit. */
  readonly sheets: readonly SheetReading[] | null
  /** Whether a person wants to choose. */
  readonly choose: boolean
}

export type ReadList =
  | { readonly kind: 'read'; readonly id: PayrollListId; readonly isKnown: boolean }
  | {
      readonly kind: 'choose'
      readonly reason: 'noAmounts' | 'severalMonths' | 'wanted'
      readonly sheets: RosterSheet[]
    }

/** Reads a deduction list, see the contract; an abort leaves nothing behind. */
export async function* readList(
  db: BranchDatabase,
  { file, sheets: readings, choose }: ListToRead,
  signal: AbortSignal | undefined,
): AsyncGenerator<Progress<ReadList>, void, void> {
  if (file.size > ROSTER_FILE_MAX_BYTES) throw failure('FILE_TOO_LARGE', { limit: '100 MB' })
  for (const { fields } of readings ?? []) {
    const chosen = Object.values(fields ?? {})
    const twice = chosen.find((field, index) => chosen.indexOf(field) !== index)
    if (twice !== undefined) throw failure('MAPPING_FIELD_TWICE', { field: twice })
  }
  const bytes = Buffer.from(await file.arrayBuffer())
  const today = dayOf(new Date())
  const rows: ReadRow[] = []
  let sheets: readonly RosterSheet[] = []
  let stated: number | null = null
  const task = { bytes, readings, today, remembered: rememberedMappings(db), isDeductionList: true }
  for await (const event of readRoster(task, signal)) {
    if (event.kind === 'rows') rows.push(...event.rows)
    else if (event.kind === 'done') ({ sheets, stated } = event)
    else if (event.kind === 'progress') yield progress(0, event.done / event.total)
  }
  const read = sheets.filter(({ use }) => use)
  const reason = choose
    ? 'wanted'
    : read.every(({ columns }) => columns.every(({ field }) => field !== 'duesAmount'))
      ? 'noAmounts'
      : readings === null && hasSeveralMonths(read, today)
        ? 'severalMonths'
        : null
  if (reason !== null) return yield { kind: 'result', result: { kind: 'choose', reason, sheets: [...sheets] } }
  if (rows.length === 0) throw failure('FILE_NO_ROWS')
  // A workbook of a year by months is another list with every sheet that is chosen.
  const hash = createHash('sha256').update(bytes)
  for (const { name } of read) hash.update(`\n${name}`)
  const fileHash = hash.digest('hex')
  const { imported, list } = payrollQueries(db)
  const known = imported.get({ fileHash })
  const before = known === undefined ? undefined : list.get(known)
  if (known !== undefined && (readings === null || before?.booked !== 0)) {
    return yield { kind: 'result', result: { kind: 'read', id: known, isKnown: true } }
  }
  const span = before ?? proposedMonths(read, file.name, today)
  const id = storeRead(db, {
    fileName: file.name,
    fileHash,
    from: span.from,
    until: span.until,
    deductedOn: before?.deductedOn ?? lastDay(span, today),
    stated: stated === null ? null : fenSchema.parse(stated),
    sheets: read,
    rows,
    replaced: known ?? null,
    isChosen: readings !== null,
  })
  yield { kind: 'result', result: { kind: 'read', id, isKnown: false } }
}

interface ListToStore extends MonthSpan {
  readonly fileName: string
  readonly fileHash: string
  readonly deductedOn: Day
  readonly stated: StoredPayrollLine['amount'] | null
  readonly sheets: readonly RosterSheet[]
  readonly rows: readonly ReadRow[]
  /** The same file, read otherwise before. */
  readonly replaced: PayrollListId | null
  /** Whether a person said what the columns mean. */
  readonly isChosen: boolean
}

/** Keeps a list that was read, as a draft. */
export function storeRead(
  db: BranchDatabase,
  { sheets, rows, replaced, isChosen, ...list }: ListToStore,
): PayrollListId {
  const { insertImport, insertLines, deleteImport } = payrollQueries(db)
  const id = newId(payrollListIdSchema)
  const shown = sheets.map((sheet): PayrollSheet => ({
    name: sheet.name,
    title: titleOf(sheet),
    columns: sheet.columns.flatMap(({ letter, heading, field }) =>
      field === null ? [] : [{ letter, heading, field }],
    ),
    lines: rows.filter((row) => row.sheet === sheet.name).length,
    skipped: sheet.skippedRows.filter(({ reason }) => reason !== 'banner').length,
  }))
  db.write(() => {
    if (replaced !== null) deleteImport.run(replaced)
    insertImport.run({ ...list, id, sheets: JSON.stringify(shown), createdAt: now() })
    insertLines(rows.map((row) => lineOf(row, id)))
    if (isChosen) rememberMappings(db, sheets)
  })
  return id
}

/** Whatever cannot be read stays with the line, so that none is lost. */
function lineOf({ sheet, row, fields, issues }: ReadRow, importId: PayrollListId): StoredPayrollLine {
  const text = (value: string | number | undefined) => (value === undefined ? null : String(value))
  const { duesAmount } = fields
  const unread = issues.find(({ field }) => field === 'duesAmount')
  const idNumber = issues.find(({ field, severity }) => field === 'idNumber' && severity === 'error')
  return {
    id: newId(payrollLineIdSchema),
    importId,
    sheet,
    row,
    name: text(fields.name),
    staffNumber: text(fields.staffNumber),
    // A number that is not whole or not right tells nobody apart.
    idNumber: idNumber === undefined ? text(fields.idNumber) : null,
    department: text(fields.department),
    amount: fenSchema.parse(typeof duesAmount === 'number' ? duesAmount : 0),
    amountText: typeof duesAmount === 'number' || unread === undefined ? null : (unread.raw ?? ''),
    remark: text(fields.remark),
    memberId: null,
    matchedBy: null,
    decision: null,
  }
}

/** What stands above the headings of a sheet. */
function titleOf({ skippedRows }: RosterSheet): string {
  return skippedRows
    .filter(({ reason }) => reason === 'banner')
    .map(({ text }) => text)
    .join(' ')
}

/** The months that a list names in its title or in the name of its sheet. */
function monthsOfSheet(sheet: Pick<PayrollSheet, 'name' | 'title'>, today: Day): MonthSpan | null {
  return statedMonths(sheet.title, today) ?? statedMonths(sheet.name, today)
}

/** The months that a file names: in a title, the name of a sheet, or its own. */
export function monthsOfFile(
  sheets: readonly Pick<PayrollSheet, 'name' | 'title'>[],
  fileName: string,
  today: Day,
): MonthSpan | null {
  for (const sheet of sheets) {
    const span = monthsOfSheet(sheet, today)
    if (span !== null) return span
  }
  return statedMonths(fileName, today)
}

function hasSeveralMonths(sheets: readonly RosterSheet[], today: Day): boolean {
  const spans = sheets.flatMap((sheet) => {
    const span = monthsOfSheet({ name: sheet.name, title: titleOf(sheet) }, today)
    return span === null ? [] : [`${span.from} ${span.until}`]
  })
  return new Set(spans).size > 1
}

function proposedMonths(sheets: readonly RosterSheet[], fileName: string, today: Day): MonthSpan {
  const titled = sheets.map((sheet) => ({ name: sheet.name, title: titleOf(sheet) }))
  const month = monthOf(today)
  return monthsOfFile(titled, fileName, today) ?? { from: month, until: month }
}

/** The last day of the months, today where it is not over. */
function lastDay({ until }: MonthSpan, today: Day): Day {
  const last = daysOfMonth(until).until
  return last < today ? last : today
}
