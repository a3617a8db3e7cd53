import { rosterQueries } from '../../../db/queries/roster'
import { withBranch } from '../context'
import { answer, questionsOf } from './answers'
import { choose, chooseCells } from './choose'
import { decide } from './decide'
import { discard } from './discard'
import { exportRoster } from './export'
import { commit, readAgain, readFile } from './importing'
import { saveLeftOut } from './left-out'
import { importRecord, pastImports } from './past-imports'
import { faultsOf, repair } from './repair'
import { importOf, stagedRow } from './staging'
import { viewImport, viewRow, viewRows } from './view'

const os = withBranch.roster

/** Rosters 花名册 in and out. */
export const roster = os.router({
  read: os.read.handler(({ context, input, signal }) => readFile(context.db, input.file, signal)),

  unfinished: os.unfinished.handler(({ context }) =>
    rosterQueries(context.db)
      .unfinished.all()
      .map(({ id, fileName, rows, startedAt, batchId }) => ({
        id,
        fileName,
        rows,
        startedAt,
        committed: batchId !== null,
      })),
  ),

  imports: os.imports.handler(({ context, input }) => pastImports(context.db, input)),
  importRecord: os.importRecord.handler(({ context, input }) => importRecord(context.db, input.id)),

  get: os.get.handler(({ context, input }) => viewImport(context.db, input.id)),
  reread: os.reread.handler(({ context, input, signal }) => readAgain(context.db, input.id, input.sheets, signal)),

  rows: os.rows.handler(({ context: { db }, input: { id, limit, offset, outcome, withIssuesOnly } }) => {
    importOf(db, id)
    const filter = { importId: id, outcome, withIssuesOnly: withIssuesOnly ? 1 : 0 } as const
    const { page, pageTotal } = rosterQueries(db)
    return {
      total: pageTotal.get(filter)?.total ?? 0,
      rows: viewRows(db, id, page.all({ ...filter, limit, offset })),
    }
  }),

  decide: os.decide.handler(({ context, input }) => {
    decide(context.db, input.id, input.rows, input.decision)
    return viewImport(context.db, input.id)
  }),

  questions: os.questions.handler(({ context, input }) => questionsOf(context.db, input.id)),

  answer: os.answer.handler(async ({ context, input }) => {
    await answer(context.db, input.id, input.answers)
    return viewImport(context.db, input.id)
  }),

  row: os.row.handler(({ context, input }) => viewRow(context.db, input.id, stagedRow(context.db, input.id, input))),

  choose: os.choose.handler(async ({ context, input }) => {
    await choose(context.db, input.id, input.choices)
    return viewImport(context.db, input.id)
  }),

  chooseCells: os.chooseCells.handler(async ({ context, input }) => {
    await chooseCells(context.db, input.id, input, input.choices)
    return viewImport(context.db, input.id)
  }),

  faults: os.faults.handler(({ context, input }) => faultsOf(context.db, input.id, input)),

  repair: os.repair.handler(async ({ context, input }) => {
    await repair(context.db, input.id, [{ ...input }])
    return viewImport(context.db, input.id)
  }),

  commit: os.commit.handler(({ context, input, signal }) => commit(context.db, input.id, signal)),

  discard: os.discard.handler(({ context, input }) => discard(context.db, input.id)),

  saveErrors: os.saveErrors.handler(({ context: { db, host }, input }) =>
    saveLeftOut(db, host, input.id, input.language),
  ),

  export: os.export.handler(({ context: { db, host }, input, signal }) => exportRoster(db, host, input, signal)),
})
