import { z } from 'zod'
import { rosterQueries, type StagedRow } from '../../../db/queries/roster'
import type { BranchDatabase } from '../../../db/branch-database'
import type { RosterImportId } from '../../../shared/model/id'
import { memberFieldSchema, type Member } from '../../../shared/model/member'
import {
  rosterFieldSchema,
  rosterIssueSchema,
  rosterSheetSchema,
  type RosterField,
  type RosterImport,
  type RosterIssue,
  type RosterRow,
} from '../../../shared/model/roster'
import { maskField } from '../../../shared/rules/mask'
import { maskCellText } from '../../../shared/rules/roster/mask-text'
import { planNewMember, planUpdate, type MemberValues, type RosterEntry } from '../../../shared/rules/roster/plan'
import type { RowFields } from '../../../shared/rules/roster/row'
import { importOf, membersByIds } from './staging'

const rowFieldsSchema: z.ZodType<RowFields> = z.partialRecord(rosterFieldSchema, z.union([z.string(), z.number()]))
const entrySchema = z.object({ fields: rowFieldsSchema, derived: rowFieldsSchema })
const issuesSchema = z.array(rosterIssueSchema)

/** A staged row with its JSON read. */
export function readStaged(row: StagedRow): RosterEntry & { readonly issues: RosterIssue[] } {
  return { ...entrySchema.parse(JSON.parse(row.fields)), issues: issuesSchema.parse(JSON.parse(row.issues)) }
}

/** An import as the window sees it. Throws NOT_FOUND. */
export function viewImport(db: BranchDatabase, id: RosterImportId): RosterImport {
  const stored = importOf(db, id)
  const counts = { rows: 0, new: 0, changed: 0, same: 0, conflict: 0, error: 0, settled: 0, warnings: 0 }
  for (const { outcome, rows, warnings, settled } of rosterQueries(db).counts.all(id)) {
    counts[outcome] = rows
    counts.rows += rows
    counts.warnings += warnings
    if (outcome === 'conflict') counts.settled = settled
  }
  const sheets = z.array(rosterSheetSchema).parse(JSON.parse(stored.sheets))
  return { id, fileName: stored.fileName, sheets, counts, batchId: stored.batchId }
}

/** Staged rows as the window sees them: with what would be written, masked. */
export function viewRows(db: BranchDatabase, rows: readonly StagedRow[]): RosterRow[] {
  const members = membersByIds(db, rows)
  return rows.map((staged) => {
    const entry = readStaged(staged)
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
      changes: staged.outcome === 'error' ? statedChanges(entry) : changesOf(entry, member),
      issues: entry.issues.map((issue) => ({
        ...issue,
        raw: issue.raw === null ? null : maskCellText(issue.field, issue.raw),
      })),
    }
  })
}

type Changes = RosterRow['changes']

/** What a row that cannot be imported says, as far as it could be read. */
function statedChanges({ fields }: RosterEntry): Changes {
  return rosterFieldSchema.options.flatMap((field) =>
    fields[field] === undefined ? [] : [{ field, before: null, after: shown(field, fields[field]) }],
  )
}

function changesOf(entry: RosterEntry, member: Member | undefined): Changes {
  if (member === undefined) {
    const { values, events } = planNewMember(entry)
    return [...valueChanges(values, undefined), ...(events.length > 1 ? eventChanges(entry) : [])]
  }
  const { values, event } = planUpdate(entry, member, member.status)
  return [...valueChanges(values, member), ...(event === null ? [] : eventChanges(entry))]
}

function valueChanges(values: MemberValues, member: Member | undefined): Changes {
  return memberFieldSchema.options.flatMap((field) => {
    const after = values[field]
    if (after === undefined) return []
    return [{ field, before: shown(field, member?.[field] ?? null), after: shown(field, after) }]
  })
}

/** A membership event in the words of the sheet. */
function eventChanges({ fields }: RosterEntry): Changes {
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
