import { memberQueries } from '../../../db/queries/members'
import { rosterQueries, type StagedRow } from '../../../db/queries/roster'
import type { BranchDatabase } from '../../../db/branch-database'
import { failure } from '../../../shared/contract/errors'
import { now } from '../../../shared/model/date'
import { newId, rosterImportIdSchema, type RosterImportId } from '../../../shared/model/id'
import type { Member } from '../../../shared/model/member'
import type { RosterSheet } from '../../../shared/model/roster'
import { hasError } from '../../../shared/rules/roster/issues'
import type { Match, PersonIndex } from '../../../shared/rules/roster/match'
import { outcomeOf } from '../../../shared/rules/roster/outcome'
import type { ReadRow } from '../../../shared/rules/roster/row'
import { checkDepartments } from '../../../shared/rules/roster/departments'
import { applyAnswers } from '../../../shared/rules/roster/questions'
import { answersTo } from './remembered'
import { entryReader, knownDepartments, type StagedEntry } from './entries'
import { knownPersons } from './known-persons'
import type { Progress } from './progress'
import { Turn } from '../turn'

/** Rows staged in one transaction. */
const ROWS_A_STEP = 250
/** Rows looked at again in one go: each is read, compared with its member and written. */
const ROWS_ASSESSED_A_STEP = 500

export type Outcome = Pick<StagedRow, 'outcome' | 'conflict' | 'memberId'>

export interface FileToStage {
  readonly fileName: string
  readonly content: Buffer
  /** SHA-256 in hex. */
  readonly contentHash: string
}

/**
 * Puts a file's rows into the staging place, telling step by step how many are in. Only at the end do they count, at
 * once; whoever leaves the iteration earlier leaves nothing behind, a crash leaves what the next import clears away.
 * @param target a file read for the first time, or the import whose rows are read again
 */
export async function* stage(
  db: BranchDatabase,
  rows: readonly ReadRow[],
  sheets: readonly RosterSheet[],
  target: FileToStage | RosterImportId,
  told: (staged: number) => Progress,
  signal: AbortSignal | undefined,
): AsyncGenerator<Progress, RosterImportId, void> {
  const queries = rosterQueries(db)
  const id = newId(rosterImportIdSchema)
  const file = typeof target === 'string' ? null : target
  const turn = new Turn()
  const index = await inTurns(knownPersons(db), turn)
  const departments = knownDepartments(db)
  const answers = typeof target === 'string' ? [] : answersTo(db, rows, departments)
  let finished = false
  db.write(() => {
    queries.deleteHalfStaged.run()
    const { fileName, contentHash } = file ?? { fileName: '', contentHash: '' }
    queries.insertImport.run({ id, fileName, contentHash, startedAt: now() })
    if (file !== null) queries.insertFile.run({ importId: id, content: file.content })
  })
  try {
    for (let start = 0; start < rows.length; start += ROWS_A_STEP) {
      const slice = rows.slice(start, start + ROWS_A_STEP)
      const settled = applyAnswers(checkDepartments(slice, departments), answers)
      db.write(() => insertRows(db, id, start, slice, settled, outcomesOf(db, index, settled)))
      yield told(start + slice.length)
      await turn.pass()
      signal?.throwIfAborted()
    }
    const kept = typeof target === 'string' ? target : id
    db.write(() => {
      if (kept !== id) {
        queries.keepSettings.run({ from: kept, to: id })
        queries.deleteRows.run(kept)
        queries.moveRows.run({ from: id, to: kept })
        queries.deleteImport.run(id)
      }
      queries.setSheets.run({ id: kept, sheets: JSON.stringify(sheets) })
      if (answers.length > 0) queries.setAnswers.run({ id: kept, answers: JSON.stringify(answers) })
    })
    finished = true
    return kept
  } finally {
    if (!finished) db.write(() => queries.deleteImport.run(id))
  }
}

/** What steps come to, with other work between them. */
async function inTurns<Result>(steps: Generator<void, Result, void>, turn: Turn): Promise<Result> {
  for (;;) {
    const step = steps.next()
    if (step.done === true) return step.value
    await turn.pass()
  }
}

/** Keeps rows as the file has them, with what they come to by what is known already. */
function insertRows(
  db: BranchDatabase,
  importId: RosterImportId,
  start: number,
  rows: readonly ReadRow[],
  settled: readonly StagedEntry[],
  outcomes: readonly Outcome[],
): void {
  rosterQueries(db).insertRows(
    outcomes.flatMap((outcome, offset) => {
      const row = rows[offset]
      if (row === undefined) return []
      return {
        importId,
        position: start + offset,
        sheet: row.sheet,
        row: row.row,
        name: String(row.fields.name ?? ''),
        fields: JSON.stringify({ fields: row.fields, derived: row.derived }),
        issues: JSON.stringify(row.issues),
        warnings: warningsOf(settled[offset] ?? row),
        ...outcome,
      }
    }),
  )
}

const warningsOf = ({ issues }: Pick<StagedEntry, 'issues'>) =>
  issues.filter(({ severity }) => severity === 'warning').length

/**
 * Says again what committing would do with every row of an import, after a person chose, answered or repaired something.
 * In steps, so that other work goes on.
 */
export async function reassess(db: BranchDatabase, id: RosterImportId): Promise<void> {
  const queries = rosterQueries(db)
  const turn = new Turn()
  const index = await inTurns(knownPersons(db), turn)
  for (let position = -1; ;) {
    const staged = queries.rowsAfter.all(id, position, ROWS_ASSESSED_A_STEP)
    const last = staged.at(-1)
    if (last === undefined) return
    position = last.position
    // Asked for at each step: what a person chooses meanwhile holds from here on, and the next run does the rest.
    const entries = entryReader(db, id)(staged)
    const outcomes = outcomesOf(db, index, entries)
    db.write(() =>
      staged.forEach((row, offset) => {
        const entry = entries[offset]
        const outcome = outcomes[offset]
        if (entry === undefined || outcome === undefined) return
        const told = { name: String(entry.fields.name ?? ''), warnings: warningsOf(entry), ...outcome }
        if (!differs(row, told)) return
        queries.setOutcome.run({ importId: id, position: row.position, ...told })
        if (isOutdated(row, told)) queries.setDecision.run({ importId: id, position: row.position, decision: null })
      }),
    )
    await turn.pass()
  }
}

/** Whether a row was settled by a decision about somebody else, or about another conflict. */
export function isOutdated({ decision, ...row }: StagedRow, outcome: Outcome): boolean {
  if (decision === null || decision === 'leaveOut') return false
  return row.conflict !== outcome.conflict || row.memberId !== outcome.memberId
}

type Told = Pick<StagedRow, 'name' | 'warnings' | keyof Outcome>

function differs(row: Told, told: Told): boolean {
  return (
    row.outcome !== told.outcome ||
    row.conflict !== told.conflict ||
    row.memberId !== told.memberId ||
    row.name !== told.name ||
    row.warnings !== told.warnings
  )
}

/** What committing would do with each row, given the members as they are now and the rows before it. */
export function outcomesOf(db: BranchDatabase, index: PersonIndex, rows: readonly StagedEntry[]): readonly Outcome[] {
  const matches = rows.map((row): Match | null => (hasError(row.issues) ? null : index.match(row)))
  const members = membersByIds(db, matches)
  return rows.map((row, position) => {
    const match = matches[position] ?? null
    const memberId = match?.memberId ?? null
    return outcomeOf(row, match, memberId === null ? undefined : members.get(memberId))
  })
}

/** The members that matches lead to, by id. */
export function membersByIds(
  db: BranchDatabase,
  matches: readonly ({ readonly memberId: Member['id'] | null } | null)[],
): ReadonlyMap<Member['id'], Member> {
  const ids = matches.flatMap((match) => match?.memberId ?? [])
  const found = memberQueries(db).byIds.all(JSON.stringify(ids))
  return new Map(found.map((member) => [member.id, member]))
}

/** An import that is there. Throws NOT_FOUND. */
export function importOf(db: BranchDatabase, id: RosterImportId) {
  const found = rosterQueries(db).importById.get(id)
  if (found === undefined) throw failure('NOT_FOUND')
  return found
}

/** Where a row stands in its file. */
export type Place = Pick<StagedRow, 'sheet' | 'row'>

/** A staged row of an import. Throws NOT_FOUND. */
export function stagedRow(db: BranchDatabase, id: RosterImportId, { sheet, row }: Place): StagedRow {
  const found = rosterQueries(db).rowAt.get(id, sheet, row)
  if (found === undefined) throw failure('NOT_FOUND')
  return found
}
