export { change, device, enrolmentCode, hub, organisation, receipt, record, stream } from './tables'
export { duesOfMonth, memberCount } from './views'
