import type { BranchDatabase } from '../../../db/branch-database'
import { reportQueries } from '../../../db/queries/reports'
import type { OrganisationInput } from '../../../shared/model/branch'
import { partialDateSchema, type Day } from '../../../shared/model/date'
import { dayOf } from '../../../shared/rules/date'
import { addSampleActivities } from './activities'
import { addSampleDetails } from './details'
import { addSampleDues } from './dues'
import { addSampleFunds } from './funds'
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
