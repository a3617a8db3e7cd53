import type {
  economicType,
  education,
  employmentForm,
  employerNature,
  employmentStatus,
  ethnicity,
  gender,
  honourLevel,
  honourTitle,
  householdType,
  idType,
  industry,
  kinship,
  maritalStatus,
  membershipChangeReason,
  membershipChangeType,
  membershipPaper,
  newEmploymentType,
  noExpiry,
  politicalStatus,
  postEngagement,
  postTitle,
  requestTopic,
  skillLevel,
  unionType,
  yesNo,
} from '../../shared/codes'
import type { fundCategory, fundItem } from '../../shared/codes/funds'

type Lists =
  | typeof economicType
  | typeof education
  | typeof employmentForm
  | typeof employerNature
  | typeof employmentStatus
  | typeof ethnicity
  | typeof fundCategory
  | typeof fundItem
  | typeof gender
  | typeof honourLevel
  | typeof honourTitle
  | typeof householdType
  | typeof idType
  | typeof industry
  | typeof kinship
  | typeof maritalStatus
  | typeof membershipChangeReason
  | typeof membershipChangeType
  | typeof membershipPaper
  | typeof newEmploymentType
  | typeof noExpiry
  | typeof politicalStatus
  | typeof postEngagement
  | typeof postTitle
  | typeof requestTopic
  | typeof skillLevel
  | typeof unionType
  | typeof yesNo

/** Every value of every code list; equal terms of different lists share one translation. */
export type CodeValue = Lists['values'][number]

/** The code lists in another language than that of their official terms. */
export type CodeLabels = Readonly<Record<CodeValue, string>>
