import type { BranchDatabase } from '../../../db/branch-database'
import { logAccess } from '../../../db/queries/access'
import { memberQueries } from '../../../db/queries/members'
import { failure } from '../../../shared/contract/errors'
import { now } from '../../../shared/model/date'
import { membershipEventIdSchema, newId, type MemberId, type MembershipEventId } from '../../../shared/model/id'
import type { MembershipEventInput, MembershipStatus } from '../../../shared/model/membership'
import { isEventAllowed } from '../../../shared/rules/membership'
import { requireOwnEvent } from '../federation/transfers/undo'
import { requireMember } from './require-member'

/** Writes an event within the write that is going on. Throws EVENT_NOT_ALLOWED. */
export function writeEvent(
  db: BranchDatabase,
  memberId: MemberId,
  status: MembershipStatus | null,
  event: MembershipEventInput,
): void {
  if (!isEventAllowed(status, event.type)) {
    throw failure('EVENT_NOT_ALLOWED', { status: status ?? 'none', type: event.type })
  }
  memberQueries(db).insertEvent.run({ ...event, id: newId(membershipEventIdSchema), memberId, recordedAt: now() })
}

/** Records what happened to a membership. Throws NOT_FOUND, EVENT_NOT_ALLOWED. */
export function addEvent(db: BranchDatabase, id: MemberId, event: MembershipEventInput): void {
  const { status } = requireMember(db, id)
  db.write(() => writeEvent(db, id, memberQueries(db).events.all(id).length === 0 ? null : status, event))
}

/**
 * Takes back the latest event of a member, entered by mistake; written to the access log, and the change log keeps it.
 * Throws NOT_FOUND, EVENT_NOT_LAST, TRANSFER_DONE.
 */
export function revokeEvent(db: BranchDatabase, id: MemberId, eventId: MembershipEventId, reason: string): void {
  const { name } = requireMember(db, id)
  const events = memberQueries(db).events.all(id)
  if (!events.some((event) => event.id === eventId)) throw failure('NOT_FOUND')
  if (events.at(-1)?.id !== eventId) throw failure('EVENT_NOT_LAST')
  requireOwnEvent(db, eventId)
  db.writeBatch({ kind: 'revocation', title: name }, () => {
    memberQueries(db).removeEvent.run(eventId)
    logAccess(db, { kind: 'deletion', memberId: id, subject: 'membershipEvent', count: 1, reason })
    return { count: 1, result: null }
  })
}
