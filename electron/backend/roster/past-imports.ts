import { z } from 'zod'
import { rosterImportQueries } from '../../../db/queries/roster-imports'
import type { BranchDatabase } from '../../../db/branch-database'
import { failure } from '../../../shared/contract/errors'
import type { ImportRecord, PastImport } from '../../../shared/contract/roster'
import type { RosterImportId } from '../../../shared/model/id'
import { rosterChoicesSchema, rosterSheetSchema, valueAnswerSchema } from '../../../shared/model/roster'
import { maskCellText } from '../../../shared/rules/roster/mask-text'

/** The imports that wrote something, the last one first. */
export function pastImports(
  db: BranchDatabase,
  page: { readonly limit: number; readonly offset: number },
): { total: number; rows: PastImport[] } {
  const queries = rosterImportQueries(db)
  return { total: queries.count.get() ?? 0, rows: queries.page.all(page) }
}

/** What an import was: how its file was read, what a person said, what each commit did. Throws NOT_FOUND. */
export function importRecord(db: BranchDatabase, id: RosterImportId): ImportRecord {
  const queries = rosterImportQueries(db)
  const found = queries.get.get(id)
  const reading = queries.reading.get(id)
  if (found === undefined || reading === undefined) throw failure('NOT_FOUND')
  const sheets = z.array(rosterSheetSchema).parse(JSON.parse(reading.sheets))
  return {
    ...found,
    sheets: sheets
      .filter(({ use }) => use)
      .map(({ name, columns }) => ({
        name,
        columns: columns.map(({ letter, heading, field }) => ({ letter, heading, field })),
      })),
    answers: z
      .array(valueAnswerSchema)
      .parse(JSON.parse(reading.answers))
      .map((answer) => ({ ...answer, raw: maskCellText(answer.field, answer.raw) })),
    choices: rosterChoicesSchema.parse(JSON.parse(reading.choices)),
    commits: queries.commits.all(id),
  }
}
