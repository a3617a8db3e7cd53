import type { LegalBasis } from '../model/member-notice'
import { passingKindSchema, type PassingKind, type PassingLevel } from '../sync/passing'

/** On what a branch passes a kind of data on to the union above, from when; the source says where that stands. */
export interface PassingGround {
  readonly kind: PassingKind
  readonly basis: LegalBasis
  readonly source: string
  readonly validFrom: string
  /** What a branch may choose; one level where nothing is to be chosen. */
  readonly levels: readonly PassingLevel[]
}

const fixed: readonly PassingLevel[] = ['all']

/** 个人信息保护法 is in force from this day; its art. 13 lets pass what a statutory duty needs, art. 29 asks for separate consent. */
const SINCE = '2021-11-01'
const DUTY = '《个人信息保护法》第十三条第一款第三项'

/** The grounds in force, one for each kind; dated, so that what holds from another day is added beside them. */
export const passingGrounds: readonly PassingGround[] = [
  {
    kind: 'members',
    basis: 'statutoryDuty',
    source: `《中国工会章程》第二十八条（会籍管理）；${DUTY}`,
    validFrom: SINCE,
    levels: fixed,
  },
  {
    kind: 'idNumbers',
    basis: 'statutoryDuty',
    source: `《中国工会章程》第二十八条（会籍管理）；${DUTY}`,
    validFrom: SINCE,
    levels: fixed,
  },
  {
    kind: 'contacts',
    basis: 'consent',
    source: '《个人信息保护法》第十三条第一款第一项、第二十三条',
    validFrom: SINCE,
    levels: ['nothing', 'all'],
  },
  {
    kind: 'dues',
    basis: 'statutoryDuty',
    source: `《中国工会章程》第三十六条；${DUTY}`,
    validFrom: SINCE,
    levels: fixed,
  },
  {
    kind: 'funds',
    basis: 'statutoryDuty',
    source: `《中国工会章程》第三十六条、第三十九条；${DUTY}`,
    validFrom: SINCE,
    levels: fixed,
  },
  {
    kind: 'committees',
    basis: 'statutoryDuty',
    source: `《中国工会章程》第二十七条；${DUTY}`,
    validFrom: SINCE,
    levels: fixed,
  },
  {
    kind: 'activities',
    basis: 'consent',
    source: '《个人信息保护法》第十三条第一款第一项、第二十三条',
    validFrom: SINCE,
    levels: ['nothing', 'withoutParticulars', 'all'],
  },
  {
    kind: 'directiveAnswers',
    basis: 'statutoryDuty',
    source: `《中国工会章程》第三十九条；${DUTY}`,
    validFrom: SINCE,
    levels: fixed,
  },
  {
    kind: 'transfers',
    basis: 'statutoryDuty',
    source: `《中国工会章程》第五条；${DUTY}`,
    validFrom: SINCE,
    levels: fixed,
  },
  {
    kind: 'care',
    basis: 'separateConsent',
    source: '《个人信息保护法》第二十八条、第二十九条',
    validFrom: SINCE,
    levels: ['nothing', 'all'],
  },
]

/** The ground of a kind that is in force on a day. */
export function groundOf(kind: PassingKind, day: string): PassingGround {
  const found = passingGrounds
    .filter((ground) => ground.kind === kind && ground.validFrom <= day)
    .toSorted((a, b) => (a.validFrom < b.validFrom ? 1 : -1))[0]
  const first = passingGrounds.find((ground) => ground.kind === kind)
  const ground = found ?? first
  if (ground === undefined) throw new Error(`Every kind has a ground: ${passingKindSchema.options.join(' ')}`)
  return ground
}
