import { federationQueries } from '../../../../db/queries/federation'
import { noticeQueries } from '../../../../db/queries/notices'
import { passingQueries } from '../../../../db/queries/passing'
import { syncEventQueries } from '../../../../db/queries/sync-events'
import type { BranchDatabase } from '../../../../db/branch-database'
import { groundOf } from '../../../../shared/codes/passing-grounds'
import { failure } from '../../../../shared/contract/errors'
import { now, type Day, type Moment } from '../../../../shared/model/date'
import { memberNoticeIdSchema, newId, type MemberId } from '../../../../shared/model/id'
import type { LegalBasis } from '../../../../shared/model/member-notice'
import { dayOf } from '../../../../shared/rules/date'
import { NOTICE_VERSION } from '../../../../shared/rules/federation/notice'
import {
  passingKindSchema,
  passingLevelSchema,
  usualBranchChoices,
  widened,
  type PassingKind,
  type PassingLevel,
} from '../../../../shared/sync/passing'
import { withBranch } from '../../context'
import { writeRows } from '../../write-rows'
import { recordSync } from '../log/record'
import { passingChoices } from './choices'

const os = withBranch.federation.passing

/** What was chosen of a kind since a moment, by the log of the link. */
const chosenBefore = (db: BranchDatabase, kind: PassingKind, since: Moment): PassingLevel[] =>
  syncEventQueries(db)
    .passing.all({ kind, since })
    .map((level) => passingLevelSchema.parse(level))

function overview(db: BranchDatabase) {
  const choices = passingChoices(db)
  const chosen = new Map(
    passingQueries(db)
      .choices.all()
      .map(({ kind, changedAt }) => [kind, changedAt]),
  )
  const { counts, consents } = noticeQueries(db)
  const enrolledAt = federationQueries(db).enrolment.get()?.enrolledAt ?? null
  /** Whether more than now was chosen, or usual, at a time when the branch was enrolled. */
  function staysAbove(kind: PassingKind, since: Moment | null): boolean {
    if (since === null || enrolledAt === null || since < enrolledAt) return false
    const earlier = [usualBranchChoices[kind], ...chosenBefore(db, kind, enrolledAt)]
    return earlier.some((level) => widened(choices, { ...choices, [kind]: level }).length > 0)
  }
  return {
    kinds: passingKindSchema.options.map((kind) => {
      const { basis, source, levels } = groundOf(kind, dayOf(new Date()))
      const since = chosen.get(kind) ?? null
      return {
        ...{ kind, level: choices[kind], levels: [...levels], basis, source, since },
        staysAbove: staysAbove(kind, since),
      }
    }),
    told: counts.all(),
    consents: consents.get() ?? 0,
  }
}

function choose(db: BranchDatabase, kind: PassingKind, choice: PassingLevel): void {
  const { levels } = groundOf(kind, dayOf(new Date()))
  if (levels.length < 2 || !levels.includes(choice)) throw failure('PASSING_FIXED')
  const before = passingChoices(db)
  db.sqlite.transaction(() => {
    passingQueries(db).choose.run({ kind, choice, changedAt: now() })
    // What stayed before goes up now: the hub makes what it has of each entry fuller.
    if (widened(before, passingChoices(db)).length > 0) federationQueries(db).sendAgainFrom.run(1)
    recordSync(db, 'passing', { kind, level: choice })
  })()
}

async function tell(db: BranchDatabase, memberIds: readonly MemberId[] | null, basis: LegalBasis, givenOn: Day) {
  const { untold, insert } = noticeQueries(db)
  const ids = memberIds === null ? untold.all() : [...new Set(memberIds)]
  if (ids.length === 0) return null
  const batchId = await writeRows(db, { kind: 'notice', title: NOTICE_VERSION }, ids, (memberId) =>
    insert.run({
      id: newId(memberNoticeIdSchema),
      memberId,
      version: NOTICE_VERSION,
      basis,
      givenOn,
      withdrawnOn: null,
    }),
  )
  if (basis === 'separateConsent' && passingChoices(db).care === 'all') federationQueries(db).sendAgainFrom.run(1)
  return { batchId, members: ids.length }
}

function withdraw(db: BranchDatabase, memberId: MemberId, on: Day) {
  const { ofMember, withdraw: take } = noticeQueries(db)
  const [latest] = ofMember.all(memberId)
  if (latest === undefined || latest.withdrawnOn !== null || latest.basis === 'statutoryDuty')
    throw failure('NOT_FOUND')
  db.write(() => take.run({ id: latest.id, on }))
  return ofMember.all(memberId)
}

/** What leaves this branch, and what members were told of it. */
export const passing = {
  overview: os.overview.handler(({ context: { db } }) => overview(db)),
  choose: os.choose.handler(({ context: { db }, input: { kind, level } }) => choose(db, kind, level)),
  noticesOf: os.noticesOf.handler(({ context: { db }, input: { memberId } }) =>
    noticeQueries(db).ofMember.all(memberId),
  ),
  tell: os.tell.handler(({ context: { db }, input: { memberIds, basis, givenOn } }) =>
    tell(db, memberIds, basis, givenOn),
  ),
  withdraw: os.withdraw.handler(({ context: { db }, input: { memberId, on } }) => withdraw(db, memberId, on)),
}
