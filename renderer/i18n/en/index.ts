import access from './access'
import activities from './activities'
import activityPeople from './activity-people'
import arrears from './arrears'
import attachments from './attachments'
import bases from './bases'
import batches from './batches'
import care from './care'
import charges from './charges'
import closing from './closing'
import codeLists from './code-lists'
import codes from './codes'
import common from './common'
import conflicts from './conflicts'
import directives from './directives'
import dues from './dues'
import duesRules from './duesRules'
import duplicates from './duplicates'
import errors from './errors'
import exchange from './exchange'
import exemptions from './exemptions'
import federation from './federation'
import fields from './fields'
import funds from './funds'
import gifts from './gifts'
import handOvers from './hand-overs'
import hardship from './hardship'
import home from './home'
import insights from './insights'
import limits from './limits'
import lists from './lists'
import members from './members'
import officers from './officers'
import organisation from './organisation'
import passing from './passing'
import payments from './payments'
import payroll from './payroll'
import plan from './plan'
import receipts from './receipts'
import registers from './registers'
import reporting from './reporting'
import reports from './reports'
import requests from './requests'
import roll from './roll'
import roster from './roster'
import sensitive from './sensitive'
import statements from './statements'
import statistics from './statistics'
import syncLog from './syncLog'
import timeline from './timeline'
import transfers from './transfers'

export default {
  access,
  activities,
  activityPeople,
  arrears,
  attachments,
  bases,
  batches,
  care,
  charges,
  closing,
  codeLists,
  codes,
  common,
  conflicts,
  directives,
  dues,
  duesRules,
  duplicates,
  errors,
  exchange,
  exemptions,
  federation,
  fields,
  funds,
  gifts,
  handOvers,
  hardship,
  home,
  insights,
  limits,
  lists,
  members,
  officers,
  organisation,
  passing,
  payments,
  payroll,
  plan,
  receipts,
  registers,
  reporting,
  reports,
  requests,
  roll,
  roster,
  sensitive,
  statements,
  statistics,
  syncLog,
  timeline,
  transfers,
}
