import type { BranchDatabase } from '../../../db/branch-database'
import { memberQueries } from '../../../db/queries/members'
import { articleQueries } from '../../../db/queries/officers/articles'
import { delegateQueries } from '../../../db/queries/officers/delegates'
import { providerQueries } from '../../../db/queries/officers/providers'
import { teamQueries } from '../../../db/queries/officers/team'
import { organisationQueries } from '../../../db/queries/organisation'
import { activity, participation } from '../../../db/schema'
import type { ActivityType } from '../../../shared/model/activity'
import type { CommitteeInput } from '../../../shared/model/committee'
import type { Day } from '../../../shared/model/date'
import {
  activityIdSchema,
  articleIdSchema,
  delegateIdSchema,
  newId,
  participationIdSchema,
  providerContractIdSchema,
  providerIdSchema,
  teamRoleIdSchema,
  type CommitteeId,
  type MemberId,
  type ProviderId,
} from '../../../shared/model/id'
import { fenSchema } from '../../../shared/model/money'
import type { AdoptionLevel, TeamRoleKind } from '../../../shared/model/team'
import { addDays } from '../../../shared/rules/date'
import { addCommittee, adoptPosts, seat } from '../officers/committees/write'
import { unitsOf } from '../organisation/units'
import { electedOn } from './organisation'

/** Members who left or are kept hold nothing; see `LATER_EVENTS` of the members. */
const isActive = (_: MemberId, index: number) => index % 20 !== 7

/** Committees of which one ends soon, delegates, the team, training, outside services and articles. */
export function addSampleOfficers(db: BranchDatabase, today: Day, members: readonly MemberId[]): void {
  const active = members.filter(isActive)
  addSampleCommittees(db, today, active)
  const providerId = addSampleProviders(db, today)
  addSampleTeam(db, today, members, active)
  addSampleTraining(db, today, active, providerId)
  addSampleArticles(db, today, active)
}

function addSampleCommittees(db: BranchDatabase, today: Day, active: readonly MemberId[]): void {
  const term = (kind: CommitteeInput['kind'], changes: Partial<CommitteeInput> = {}): CommitteeInput => ({
    kind,
    unitId: null,
    term: 3,
    electedOn: electedOn(today),
    years: 5,
    approvedOn: addDays(electedOn(today), 9),
    approvalDocument: '示例：云溪区总工会〔批复〕12 号',
    postponedTo: null,
    postponementDocument: null,
    endedOn: null,
    delegateQuota: null,
    note: '示例',
    ...changes,
  })
  const { id } = addCommittee(db, term('committee', { delegateQuota: 32 }))
  const { posts } = organisationQueries(db)
  adoptPosts(
    db,
    id,
    posts.all().map((post) => post.id),
  )
  const women = active.filter((member) => memberQueries(db).get.get(member)?.gender === '女')
  const since = { engagement: '兼职' as const, heldFrom: electedOn(today) }
  const audit = addCommittee(db, term('audit')).id
  seat(db, audit, { memberIds: active.slice(10, 11), title: '经费审查委员会主任', ...since })
  seat(db, audit, { memberIds: active.slice(11, 13), title: '经费审查委员会委员', ...since })
  // Elected two years later, so that not everything ends at once.
  const later = addDays(electedOn(today), 730)
  const womens = addCommittee(db, term('women', { electedOn: later, approvedOn: null, approvalDocument: null })).id
  seat(db, womens, { memberIds: women.slice(0, 1), title: '女职工委员会主任', ...since, heldFrom: later })
  seat(db, womens, { memberIds: women.slice(1, 3), title: '委员', ...since, heldFrom: later })
  addSampleDelegates(db, today, id, active)
}

function addSampleDelegates(
  db: BranchDatabase,
  today: Day,
  committeeId: CommitteeId,
  active: readonly MemberId[],
): void {
  const units = unitsOf(db).filter(({ parentId }) => parentId === null)
  const elected = active.filter((_, index) => index % 4 === 0)
  db.writeBatch({ kind: 'committee', title: '第三届会员代表' }, () => {
    for (const [index, memberId] of elected.entries()) {
      const department = memberQueries(db).get.get(memberId)?.department ?? null
      delegateQueries(db).insert.run({
        id: newId(delegateIdSchema),
        committeeId,
        memberId,
        unitId: units.find(({ name }) => name === department)?.id ?? null,
        electedOn: addDays(electedOn(today), -20),
        endedOn: index === 3 ? addDays(today, -200) : null,
        note: index === 3 ? '示例：调离原选举单位' : null,
      })
    }
    return { count: elected.length, result: null }
  })
}

function addSampleTeam(
  db: BranchDatabase,
  today: Day,
  members: readonly MemberId[],
  active: readonly MemberId[],
): void {
  const from = addDays(today, -420)
  const roles: readonly (readonly [TeamRoleKind, readonly MemberId[], string | null])[] = [
    ['information', active.slice(0, 6), null],
    // The second of them left the unit.
    ['correspondent', [...active.slice(20, 21), ...members.slice(27, 28), ...active.slice(23, 25)], '写作、摄影'],
    ['commentator', active.slice(30, 32), null],
    ['volunteer', active.slice(40, 54), null],
    ['trainer', active.slice(60, 61), '劳动安全'],
    ['mediator', active.slice(62, 64), '持有调解员证'],
    ['safety', active.slice(65, 68), null],
  ]
  db.writeBatch({ kind: 'team', title: '示例：工会工作队伍' }, () => {
    let count = 0
    for (const [kind, people, skill] of roles) {
      for (const memberId of people) {
        const id = newId(teamRoleIdSchema)
        teamQueries(db).insert.run({ id, memberId, kind, unitId: null, from, until: null, skill, note: null })
        count++
      }
    }
    return { count, result: null }
  })
}

function addSampleTraining(db: BranchDatabase, today: Day, active: readonly MemberId[], providerId: ProviderId): void {
  const held: readonly (readonly [ActivityType, string, number, number, readonly MemberId[]])[] = [
    ['training', '示例：信息员与通讯员培训', -75, 8, [...active.slice(0, 4), ...active.slice(20, 21)]],
    ['training', '示例：劳动保护监督检查员培训', -48, 16, active.slice(65, 67)],
    ['volunteering', '示例：社区义务维修', -30, 4, active.slice(40, 49)],
    ['volunteering', '示例：护学岗志愿服务', -16, 2, active.slice(44, 54)],
  ]
  db.write(() => {
    for (const [type, title, days, hours, people] of held) {
      const id = newId(activityIdSchema)
      const on = addDays(today, days)
      const isTraining = type === 'training'
      db.orm
        .insert(activity)
        .values({
          id,
          title,
          type,
          startsOn: on,
          endsOn: on,
          place: isTraining ? '三楼会议室' : '云溪社区',
          hours,
          lecturer: isTraining ? '周示例' : null,
          providerId: isTraining ? providerId : null,
        })
        .run()
      for (const memberId of people) {
        db.orm
          .insert(participation)
          .values({ id: newId(participationIdSchema), activityId: id, memberId, attendance: 'present' })
          .run()
      }
    }
  })
}

/** Gives the one that trains. */
function addSampleProviders(db: BranchDatabase, today: Day): ProviderId {
  const { insert, insertContract } = providerQueries(db)
  const rows = [
    ['示例：云溪职工学校', '培训', '周示例', '0571-88880001', '年度培训服务合同', -320, 45, 3_600_000],
    ['示例：康宁体检中心', '体检', '吴示例', '0571-88880002', '职工体检合同', -100, 265, 5_200_000],
    ['示例：正言律师事务所', '法律', '郑示例', '0571-88880003', '法律顾问合同', -500, -135, 2_000_000],
  ] as const
  const ids = rows.map(() => newId(providerIdSchema))
  db.writeBatch({ kind: 'provider', title: '示例：外部服务单位' }, () => {
    for (const [index, [name, kind, contact, phone, title, from, until, amount]] of rows.entries()) {
      const id = ids[index]
      if (id === undefined) continue
      const isRetired = index === 2
      insert({ id, name, kind, creditCode: null, contact, phone, address: null, isRetired, note: '示例' })
      insertContract.run({
        id: newId(providerContractIdSchema),
        providerId: id,
        title,
        number: `示例-${index + 1}`,
        signedOn: addDays(today, from),
        validFrom: addDays(today, from),
        validUntil: addDays(today, until),
        amount: fenSchema.parse(amount),
        note: null,
      })
    }
    return { count: 2 * rows.length, result: null }
  })
  const [first] = ids
  if (first === undefined) throw new Error('No provider')
  return first
}

function addSampleArticles(db: BranchDatabase, today: Day, active: readonly MemberId[]): void {
  const rows: readonly (readonly [string, number, string | null, AdoptionLevel | null, number])[] = [
    ['示例：羽毛球赛见闻', -38, '本会公众号', 'own', 20],
    ['示例：老师傅的三十年', -90, '工人日报', 'nation', 23],
    ['示例：车间里的安康杯', -60, '上级工会网站', 'above', 20],
    ['示例：一次义务维修', -28, '上级工会公众号', 'province', 24],
    ['示例：春天的疗休养', -10, '本会简报', null, 23],
  ]
  db.writeBatch({ kind: 'article', title: '示例：投稿' }, () => {
    for (const [title, days, channel, adoption, place] of rows) {
      articleQueries(db).insert.run({
        id: newId(articleIdSchema),
        memberId: active[place] ?? null,
        author: null,
        title,
        writtenOn: addDays(today, days),
        channel,
        adoption,
        adoptedOn: adoption === null ? null : addDays(today, days + 5),
        approvedBy: '陈示例',
        note: null,
      })
    }
    return { count: rows.length, result: null }
  })
}
