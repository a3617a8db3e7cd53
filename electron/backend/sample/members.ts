import type { BranchDatabase } from '../../../db/branch-database'
import { member, membershipEvent } from '../../../db/schema'
import { now, partialDateSchema, type Day, type PartialDate } from '../../../shared/model/date'
import { memberIdSchema, membershipEventIdSchema, newId, type MemberId } from '../../../shared/model/id'
import type { MembershipEventType } from '../../../shared/model/membership'
import { addDays } from '../../../shared/rules/date'
import { writeRows } from '../write-rows'
import { fictionalPerson } from './person'
import { randomFrom, type Random } from './random'

const MEMBERS = 120
const DEPARTMENTS = ['机加工车间', '装配车间', '质检部', '技术部', '行政部', '销售部'] as const
/** Posts of the first members, in their order. */
export const SAMPLE_POSTS = ['主席', '副主席', '组织委员', '宣传委员', '文体委员', '女职工委员'] as const

/** Every 20th member has left the unit or is kept, as rosters of years show. */
const LATER_EVENTS: Readonly<Record<number, { readonly type: MembershipEventType; readonly reason: string }>> = {
  7: { type: 'keeping', reason: '退休' },
  27: { type: 'transferOut', reason: '劳动（工作）关系发生变化' },
  47: { type: 'keeping', reason: '退休' },
  67: { type: 'withdrawal', reason: '个人要求退会' },
  87: { type: 'keeping', reason: '失业' },
  107: { type: 'transferOut', reason: '劳动（工作）关系发生变化' },
}

/** Adds the people of the sample branch as one batch and gives their ids. */
export async function addSampleMembers(db: BranchDatabase, today: Day): Promise<readonly MemberId[]> {
  const random = randomFrom(20_260_501)
  const rows = Array.from({ length: MEMBERS }, (_, index) => ({
    id: newId(memberIdSchema),
    index,
    fields: sampleFields(random, index, today),
  }))
  await writeRows(db, { kind: 'import', title: '示例花名册.xlsx' }, rows, ({ id, index, fields }) => {
    db.orm
      .insert(member)
      .values({ id, ...fields })
      .run()
    addEvent(db, id, 'admission', fields.joinDate, null)
    const later = LATER_EVENTS[index]
    if (later !== undefined) addEvent(db, id, later.type, partialDateSchema.parse(addDays(today, -100)), later.reason)
  })
  return rows.map(({ id }) => id)
}

function sampleFields(random: Random, index: number, today: Day) {
  const person = fictionalPerson(random, today)
  const retired = LATER_EVENTS[index]?.reason === '退休'
  return {
    ...person,
    // Some records lack something, as rosters do.
    phone: index % 30 === 11 ? null : person.phone,
    wage: index % 50 === 3 ? null : 350_000 + random.below(850) * 1000,
    department: random.pick(DEPARTMENTS),
    unionGroup: `第${'一二三四'.charAt(random.below(4))}小组`,
    unionPosition: SAMPLE_POSTS[index] ?? null,
    employer: '示例：云溪机械有限公司',
    staffNumber: `S${String(index + 1).padStart(4, '0')}`,
    workStartDate: person.joinDate,
    employmentStatus: retired ? '退休' : '在岗',
    householdType: random.pick(['非农业家庭户口', '农业家庭户口', '非农业集体户口']),
    isMigrantWorker: random.oneIn(6) ? '是' : '否',
    maritalStatus: random.pick(['已婚', '已婚', '已婚', '未婚', '离婚']),
    remark: '示例人员，并非真人',
  }
}

function addEvent(
  db: BranchDatabase,
  memberId: MemberId,
  type: MembershipEventType,
  date: PartialDate,
  reason: string | null,
): void {
  db.orm
    .insert(membershipEvent)
    .values({ id: newId(membershipEventIdSchema), memberId, type, date, reason, recordedAt: now() })
    .run()
}
