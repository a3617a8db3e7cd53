import { z } from 'zod'
import { readRoster } from '../../electron/backend/roster/read-roster'
import { dayOf } from '../../shared/rules/date'
import { now } from '../../shared/model/date'
import { newUuid } from '../../shared/model/id'
import type { MembershipEventInput } from '../../shared/model/membership'
import { rosterFieldSchema } from '../../shared/model/roster'
import { hasError } from '../../shared/rules/roster/issues'
import { PersonIndex } from '../../shared/rules/roster/match'
import { outcomeOf, type RowOutcome } from '../../shared/rules/roster/outcome'
import { planNewMember, planUpdate, type MemberValues } from '../../shared/rules/roster/plan'
import type { ReadRow } from '../../shared/rules/roster/row'
import type { Columns } from '../../shared/sync/change'
import { correct, type CorrectedRow, type CorrectionResult, type Grounds } from '../corrections'
import type { Hub } from '../hub'
import { columnOf, membersOf } from './members'

const fieldsSchema = z.partialRecord(rosterFieldSchema, z.union([z.string(), z.number()]))

/** A row of a sheet as far as it is written, and where it stood there. */
export const importRowSchema = z.object({
  sheet: z.string(),
  row: z.int(),
  fields: fieldsSchema,
  derived: fieldsSchema,
})
export type ImportRow = z.infer<typeof importRowSchema>

/** A row beside what the hub has of the branch. */
export interface AssessedRow extends RowOutcome {
  readonly row: ImportRow
  /** What would be written, by field; nothing for rows that are not written. */
  readonly values: MemberValues
  readonly issues: ReadRow['issues']
}

/** Reads a roster as a branch does, in a thread of its own. Throws the FILE_… failures. */
export async function readSheet(bytes: Uint8Array): Promise<ReadRow[]> {
  const rows: ReadRow[] = []
  const task = { bytes, readings: null, today: dayOf(new Date()), remembered: [] }
  for await (const event of readRoster(task, undefined)) if (event.kind === 'rows') rows.push(...event.rows)
  return rows
}

/** What entering rows for a branch would do, row by row. */
export async function assess(
  hub: Hub,
  organisationId: string,
  rows: readonly (ImportRow & { readonly issues?: ReadRow['issues'] })[],
): Promise<AssessedRow[]> {
  const members = new Map((await membersOf(hub, organisationId)).map((member) => [member.id, member]))
  const index = new PersonIndex()
  index.add(members.values())
  return rows.map(({ issues = [], ...row }) => {
    const match = hasError(issues) ? null : index.match(row)
    const member = match === null || match.memberId === null ? undefined : members.get(match.memberId)
    const outcome = outcomeOf(row, match, member)
    const values =
      outcome.outcome === 'new'
        ? planNewMember(row).values
        : outcome.outcome === 'changed' && member !== undefined
          ? planUpdate(row, member, member.status).values
          : {}
    return { ...outcome, row, values, issues }
  })
}

/** Whether a row is entered: what is in doubt or wrong is left out. */
export const isWritten = ({ outcome }: AssessedRow) => outcome === 'new' || outcome === 'changed'

function columnsOf(values: object): Columns {
  return Object.fromEntries(
    Object.entries(values).flatMap(([field, value]: [string, unknown]) =>
      typeof value === 'string' || typeof value === 'number' ? [[columnOf(field), value]] : [],
    ),
  )
}

function eventRow(memberId: string, event: MembershipEventInput): CorrectedRow {
  const id = newUuid()
  const after = { ...columnsOf(event), id, member_id: memberId, recorded_at: now() }
  return { operation: 'insert', table: 'membership_event', rowId: id, after }
}

/**
 * Enters rows for a branch: what is new and what changes as one correction, which goes down to it. Doubtful rows and those
 * with errors are left out. What each row does is found anew over the record as it is now.
 */
export async function enterRows(
  hub: Hub,
  organisationId: string,
  rows: readonly ImportRow[],
  grounds: Pick<Grounds, 'reason' | 'account' | 'id'>,
): Promise<CorrectionResult> {
  const members = new Map((await membersOf(hub, organisationId)).map((member) => [member.id, member]))
  const corrected = (await assess(hub, organisationId, rows)).flatMap(({ row, outcome, memberId }): CorrectedRow[] => {
    if (outcome === 'new') {
      const id = newUuid()
      const { values, events } = planNewMember(row)
      const after = { ...columnsOf(values), id }
      return [{ operation: 'insert', table: 'member', rowId: id, after }, ...events.map((event) => eventRow(id, event))]
    }
    const member = memberId === null ? undefined : members.get(memberId)
    if (outcome !== 'changed' || member === undefined) return []
    const { values, event } = planUpdate(row, member, member.status)
    const after = columnsOf(values)
    return [
      ...(Object.keys(after).length === 0
        ? []
        : [{ operation: 'update', table: 'member', rowId: member.id, after } as const]),
      ...(event === null ? [] : [eventRow(member.id, event)]),
    ]
  })
  return correct(hub, organisationId, corrected, { ...grounds, by: hub.identity.name })
}
