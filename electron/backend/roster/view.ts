import { rosterQueries, type StagedRow } from '../../../db/queries/roster'
import type { BranchDatabase } from '../../../db/branch-database'
import { failure } from '../../../shared/contract/errors'
import type { RosterImportId } from '../../../shared/model/id'
import { memberFieldSchema, type Member } from '../../../shared/model/member'
import { rosterFieldSchema, type RosterField, type RosterImport, type RosterRow } from '../../../shared/model/roster'
import { maskField } from '../../../shared/rules/mask'
import { maskCellText } from '../../../shared/rules/roster/mask-text'
import { planNewMember, planUpdate, type MemberValues, type RosterEntry } from '../../../shared/rules/roster/plan'
import { choicesOf, entryReader, settingsOf, sheetsOf } from './entries'
import { importOf, membersByIds } from './staging'

/** An import as the window sees it. Throws NOT_FOUND. */
export function viewImport(db: BranchDatabase, id: RosterImportId): RosterImport {
  const stored = importOf(db, id)
  const counts = {
    ...{ new: 0, changed: 0, same: 0, possibleDuplicate: 0, conflict: 0, error: 0 },
    ...{ rows: 0, warnings: 0, toWrite: 0, waiting: 0, leftOut: 0 },
  }
  for (const { outcome, ...sums } of rosterQueries(db).counts.all(id)) {
    counts[outcome] = sums.rows
    for (const sum of SUMS) counts[sum] += sums[sum]
  }
  const { fileName, batchId } = stored
  const committedBefore = rosterQueries(db).committedBefore.get({ id }) ?? null
  return { id, fileName, sheets: sheetsOf(stored), counts, choices: choicesOf(stored), batchId, committedBefore }
}

const SUMS = ['rows', 'warnings', 'toWrite', 'waiting', 'leftOut'] as const

/** Staged rows of an import as the window sees them: with what would be written, masked. */
export function viewRows(db: BranchDatabase, id: RosterImportId, rows: readonly StagedRow[]): RosterRow[] {
  const members = membersByIds(db, rows)
  const entries = entryReader(db, id)(rows)
  return rows.flatMap((staged, index) => {
    const entry = entries[index]
    if (entry === undefined) return []
    const member = staged.memberId === null ? undefined : members.get(staged.memberId)
    return {
      sheet: staged.sheet,
      row: staged.row,
      name: staged.name,
      outcome: staged.outcome,
      conflict: staged.conflict,
      decision: staged.decision,
      memberId: member?.id ?? null,
      memberName: member?.name ?? null,
      ...(staged.outcome === 'error' ? statedChanges(entry) : comparison(entry, member)),
      typed: rosterFieldSchema.options.filter((field) => settingsOf(staged)?.repairs[field] !== undefined),
      issues: entry.issues.map((issue) => ({
        ...issue,
        raw: issue.raw === null ? null : maskCellText(issue.field, issue.raw),
      })),
    }
  })
}

/** One of them. */
export function viewRow(db: BranchDatabase, id: RosterImportId, row: StagedRow): RosterRow {
  const [viewed] = viewRows(db, id, [row])
  if (viewed === undefined) throw failure('NOT_FOUND')
  return viewed
}

type Comparison = Pick<RosterRow, 'changes' | 'unchanged'>
type Change = Omit<RosterRow['changes'][number], 'written'>

/** What a row that cannot be imported says, as far as it could be read. */
function statedChanges(entry: RosterEntry): Comparison {
  return { changes: withChoice(entry, statedBy(entry)), unchanged: [] }
}

/** A row beside the record: what differs, with what a person chose not to write, and what does not. */
function comparison(entry: RosterEntry, member: Member | undefined): Comparison {
  const changes = withChoice(entry, differences({ ...entry, withheld: NONE }, member))
  if (member === undefined) return { changes, unchanged: [] }
  const differ = new Set(changes.map(({ field }) => field))
  const unchanged = statedBy(entry).flatMap(({ field, after }) =>
    differ.has(field) || after === null ? [] : [{ field, value: after }],
  )
  return { changes, unchanged }
}

const NONE: ReadonlySet<RosterField> = new Set()

function withChoice({ withheld }: RosterEntry, changes: readonly Change[]): RosterRow['changes'] {
  const isWritten = (field: RosterField) =>
    withheld?.has(EVENT_FIELDS.some((of) => of === field) ? 'membershipChangeType' : field) !== true
  return changes.map((change) => ({ ...change, written: isWritten(change.field) }))
}

function statedBy({ fields }: RosterEntry): Change[] {
  return rosterFieldSchema.options.flatMap((field) =>
    fields[field] === undefined ? [] : [{ field, before: null, after: shown(field, fields[field]) }],
  )
}

function differences(entry: RosterEntry, member: Member | undefined): Change[] {
  if (member === undefined) {
    const { values, events } = planNewMember(entry)
    return [...valueChanges(values, undefined), ...(events.length > 1 ? eventChanges(entry) : [])]
  }
  const { values, event } = planUpdate(entry, member, member.status)
  return [...valueChanges(values, member), ...(event === null ? [] : eventChanges(entry))]
}

function valueChanges(values: MemberValues, member: Member | undefined): Change[] {
  return memberFieldSchema.options.flatMap((field) => {
    const after = values[field]
    if (after === undefined) return []
    return [{ field, before: shown(field, member?.[field] ?? null), after: shown(field, after) }]
  })
}

/** A membership event in the words of the sheet. */
function eventChanges({ fields }: RosterEntry): Change[] {
  return EVENT_FIELDS.flatMap((field) =>
    fields[field] === undefined ? [] : [{ field, before: null, after: String(fields[field]) }],
  )
}

const EVENT_FIELDS = ['membershipChangeType', 'membershipChangeDate', 'membershipChangeReason'] as const

function shown(field: RosterField, value: string | number | null | undefined): string | null {
  if (value === null || value === undefined) return null
  const memberField = memberFieldSchema.safeParse(field)
  return memberField.success ? maskField(memberField.data, String(value)) : String(value)
}
