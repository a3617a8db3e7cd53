import type {
  contractTerm,
  disability,
  economicType,
  education,
  employerNature,
  employerState,
  employmentForm,
  employmentStatus,
  ethnicity,
  floorArea,
  gender,
  hardshipCause,
  hardshipPaper,
  healthState,
  honourLevel,
  honourTitle,
  householdType,
  housingKind,
  idType,
  industry,
  kinship,
  maritalStatus,
  medicalInsurance,
  membershipChangeReason,
  membershipChangeType,
  membershipPaper,
  modelWorkerKind,
  newEmploymentType,
  noExpiry,
  personStanding,
  politicalStatus,
  postEngagement,
  postTitle,
  requestTopic,
  skillLevel,
  subsistence,
  unionType,
  yesNo,
} from '../../shared/codes'
import type { fundCategory, fundItem } from '../../shared/codes/funds'
import type { articleChannel, providerKind } from '../../shared/codes/officers'

type Lists =
  | typeof articleChannel
  | typeof contractTerm
  | typeof disability
  | typeof economicType
  | typeof education
  | typeof employerNature
  | typeof employerState
  | typeof employmentForm
  | typeof employmentStatus
  | typeof ethnicity
  | typeof floorArea
  | typeof fundCategory
  | typeof fundItem
  | typeof gender
  | typeof hardshipCause
  | typeof hardshipPaper
  | typeof healthState
  | typeof honourLevel
  | typeof honourTitle
  | typeof householdType
  | typeof housingKind
  | typeof idType
  | typeof industry
  | typeof kinship
  | typeof maritalStatus
  | typeof medicalInsurance
  | typeof membershipChangeReason
  | typeof membershipChangeType
  | typeof membershipPaper
  | typeof modelWorkerKind
  | typeof newEmploymentType
  | typeof noExpiry
  | typeof personStanding
  | typeof politicalStatus
  | typeof postEngagement
  | typeof postTitle
  | typeof providerKind
  | typeof requestTopic
  | typeof skillLevel
  | typeof subsistence
  | typeof unionType
  | typeof yesNo

/** Every value of every code list; equal terms of different lists share one translation. */
export type CodeValue = Lists['values'][number]

/** The code lists in another language than that of their official terms. */
export type CodeLabels = Readonly<Record<CodeValue, string>>
