export { account, audit, session } from './console'
export { apiKey, issuedDelivery, issuedVersion } from './codes'
export { correction } from './corrections'
export { fileContent, filePiece, reportFile } from './exchange'
export {
  change,
  device,
  directive,
  directiveRecipient,
  downward,
  enrolmentCode,
  hub,
  organisation,
  receipt,
  record,
  stream,
} from './tables'
export { figure, memberStanding } from './running'
export { hubSecret, person, personDuplicate, personMember, transfer, transferClaim, type Forced } from './transfers'
export { passingPolicy, relay, relayAgain, uplink, upperReceipt } from './tree'
export { acrossMessage, transferAcross } from './across'
