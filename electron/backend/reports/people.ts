import { setImmediate } from 'node:timers/promises'
import { memberQueries } from '../../../db/queries/members'
import { selectMembers } from '../../../db/queries/member-selection'
import { reportQueries } from '../../../db/queries/reports'
import type { BranchDatabase } from '../../../db/branch-database'
import { failure } from '../../../shared/contract/errors'
import type { People } from '../../../shared/contract/reports'
import type { MemberId } from '../../../shared/model/id'
import type { ProfileDefinition } from '../../../shared/model/receiver-profile'
import {
  reportLine,
  type ReportedMember,
  type ReportedOrganisation,
  type ReportLine,
} from '../../../shared/rules/reports/line'

/** Rows made between two chances for other work of the process. */
const ROWS_A_STEP = 500

/** A row of a report, and whose it is. */
export interface NamedLine extends ReportLine {
  readonly memberId: MemberId | null
  readonly name: string
  readonly department: string | null
}

/** The ids of the people chosen, in their order. */
export function idsOf(db: BranchDatabase, people: People): readonly MemberId[] {
  switch (people.by) {
    case 'filter':
      return selectMembers(db, people)
    case 'ids':
      return people.ids
    case 'activity':
      return reportQueries(db).participants.all(people)
  }
}

/** How many rows a report has before any is left out. */
export function rowCount(db: BranchDatabase, { kind }: ProfileDefinition, people: People): number {
  return kind === 'organisation' ? 1 : idsOf(db, people).length
}

/**
 * The rows of a report one by one. Rows with errors take no number where they are to be left out.
 * @param clear whether ID and phone numbers are in full
 */
export async function* linesOf(
  db: BranchDatabase,
  definition: ProfileDefinition,
  people: People,
  { clear, skipFaulty }: { readonly clear: boolean; readonly skipFaulty: boolean },
  signal: AbortSignal | undefined,
): AsyncGenerator<NamedLine, void, void> {
  if (definition.kind === 'organisation') {
    const organisation = requireOrganisation(db)
    const line = reportLine(definition, organisation, 1, clear)
    yield { ...line, memberId: null, name: organisation.organisation.unionName, department: null }
    return
  }
  const seen = new Set<string>()
  const idColumn = definition.columns.findIndex(({ value }) => value.from === 'member' && value.field === 'idNumber')
  let [number, read] = [1, 0]
  for (const id of idsOf(db, people)) {
    if (read++ % ROWS_A_STEP === ROWS_A_STEP - 1) {
      await setImmediate()
      signal?.throwIfAborted()
    }
    const subject = reportedMember(db, id)
    if (subject === null) continue
    const line = withRepeatedId(reportLine(definition, subject, number, clear), subject, seen, idColumn, definition)
    if (!(skipFaulty && hasErrors(line))) number++
    yield { ...line, memberId: id, name: subject.member.name, department: subject.member.department }
  }
}

export function hasErrors({ issues }: ReportLine): boolean {
  return issues.some(({ severity }) => severity === 'error')
}

/** Throws NOT_FOUND. */
export function requireOrganisation(db: BranchDatabase): ReportedOrganisation {
  const { organisation, memberCount } = reportQueries(db)
  const found = organisation.get()
  if (found === undefined) throw failure('NOT_FOUND')
  return { organisation: found, memberCount: memberCount.get() ?? 0 }
}

function reportedMember(db: BranchDatabase, id: MemberId): ReportedMember | null {
  const member = memberQueries(db).get.get(id)
  return member === undefined ? null : { member, lastEvent: reportQueries(db).lastEvent.get(id) ?? null }
}

function withRepeatedId(
  line: ReportLine,
  { member: { idNumber } }: ReportedMember,
  seen: Set<string>,
  column: number,
  { columns }: ProfileDefinition,
): ReportLine {
  const heading = columns[column]?.heading
  if (heading === undefined || idNumber === null) return line
  if (!seen.has(idNumber)) {
    seen.add(idNumber)
    return line
  }
  return { ...line, issues: [...line.issues, { code: 'idTwice', severity: 'error', column, heading, value: null }] }
}
