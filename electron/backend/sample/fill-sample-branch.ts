import type { BranchDatabase } from '../../../db/branch-database'
import { activityQueries } from '../../../db/queries/activities/plan'
import { reportQueries } from '../../../db/queries/reports'
import type { Activity } from '../../../shared/model/activity'
import type { OrganisationInput } from '../../../shared/model/branch'
import { partialDateSchema, type Day } from '../../../shared/model/date'
import { activityIdSchema, newId, type MemberId } from '../../../shared/model/id'
import { fenSchema } from '../../../shared/model/money'
import { addDays, dayOf } from '../../../shared/rules/date'
import { mark } from '../activities/people/attendance'
import { signUp } from '../activities/people/sign-up'
import { addSampleDetails } from './details'
import { addSampleDues } from './dues'
import { addSampleFunds, type SampleActivities } from './funds'
import { addSampleGifts } from './gifts'
import { addSampleHardship } from './hardship'
import { addSampleMembers } from './members'
import { addSampleOfficers } from './officers'
import { addSampleOrganisation } from './organisation'
import { addPastActivities } from './past-activities'
import { addSampleRequests } from './requests'
import { addSampleSatisfaction } from './satisfaction'
import { addSampleServices } from './services'

/** All but its code, so that the check of the organisation sheet has something to say. */
const sampleOrganisation: OrganisationInput = {
  employerName: '示例机械有限公司（虚构）',
  employerCreditCode: null,
  employerAddress: '示例市云溪路 1 号',
  region: '示例市云溪区',
  employerNature: '其他有限责任公司',
  economicType: '有限责任公司',
  industry: '制造业',
  staffCount: 320,
  foundedOn: partialDateSchema.parse('1998-05-01'),
  unionType: '独立基层工会',
  chairName: '陈示例',
  phone: '0571-88886666',
}

/**
 * Fills an empty branch with people who do not exist and what a branch does in two months: dues with some arrears, three
 * activities, a book of funds. The same people every time; dates follow `today`, so that there is something to do.
 */
export async function fillSampleBranch(db: BranchDatabase, today: Day = dayOf(new Date())): Promise<void> {
  db.write(() => reportQueries(db).saveOrganisation.run(sampleOrganisation))
  const members = await addSampleMembers(db, today)
  addSampleDetails(db, today, members)
  await addSampleOrganisation(db, today, members)
  addSampleOfficers(db, today, members)
  await addSampleDues(db, today, members)
  addSampleRequests(db, today, members)
  addSampleServices(db, today, members)
  await addSampleFunds(db, today, members, await addSampleActivities(db, today, members))
  addPastActivities(db, today, members)
  await addSampleSatisfaction(db, today)
  addSampleGifts(db, today, members)
  addSampleHardship(db, today, members)
}

async function addSampleActivities(
  db: BranchDatabase,
  today: Day,
  members: readonly MemberId[],
): Promise<SampleActivities> {
  const sports = await addSampleActivity(db, members.slice(0, 46), {
    title: '示例：职工羽毛球赛',
    type: 'sports',
    startsOn: addDays(today, -40),
    endsOn: addDays(today, -40),
    place: '厂区体育馆',
    cost: fenSchema.parse(368_000),
  })
  await mark(db, { id: sports, title: '' }, null, 'present')
  const lecture = await addSampleActivity(db, members.slice(20, 52), {
    title: '示例：女职工健康讲座',
    type: 'lecture',
    startsOn: addDays(today, -3),
    endsOn: addDays(today, -3),
    place: '三楼会议室',
    cost: fenSchema.parse(120_000),
  })
  await addSampleActivity(db, members.slice(10, 90), {
    title: '示例：职工疗休养',
    type: 'outing',
    startsOn: addDays(today, 9),
    endsOn: addDays(today, 10),
    place: '云溪湖',
    cost: null,
  })
  return { sports, lecture }
}

async function addSampleActivity(
  db: BranchDatabase,
  participants: readonly MemberId[],
  fields: Omit<Activity, 'id' | 'note'>,
): Promise<Activity['id']> {
  const activity = { ...fields, id: newId(activityIdSchema), note: null }
  db.write(() => activityQueries(db).insert.run(activity))
  await signUp(db, activity, { memberIds: participants })
  return activity.id
}
