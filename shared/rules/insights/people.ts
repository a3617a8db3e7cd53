import type { Month } from '../../model/date'
import type { MemberId } from '../../model/id'
import type { RetirementGroup, Sex } from '../../model/insights'
import { retirementMonth } from '../care/retirement'
import { isMemberIn, monthNumber, type Recorded } from './recorded'

export interface Birthday {
  readonly memberId: MemberId
  readonly on: string
}

export interface Retirement {
  readonly memberId: MemberId
  readonly month: Month
  readonly group: RetirementGroup
}

/** Members of today whose birthday lies in a month, by name; `on` is their birth date as far as it is known. */
export function birthdaysIn(recorded: Recorded, month: Month, today: Month): Birthday[] {
  const now = monthNumber(today)
  return recorded.members.flatMap(({ id, birthDate }, place) =>
    birthDate !== null && birthDate.slice(5, 7) === month.slice(5) && isMemberIn(recorded, place, now, now)
      ? [{ memberId: id, on: birthDate }]
      : [],
  )
}

/**
 * Members of today who reach the statutory age of retirement in the months, by name. Which of the two ages holds for a woman is
 * not on record: she stands in the month of each.
 */
export function retirementsIn(recorded: Recorded, from: Month, until: Month, today: Month): Retirement[] {
  const now = monthNumber(today)
  return recorded.members.flatMap(({ id, birthDate, sex, isRetired }, place) => {
    if (birthDate === null || isRetired || !isMemberIn(recorded, place, now, now)) return []
    // Nobody retires before 50 or after 65: the others need not be reckoned.
    const born = monthNumber(birthDate)
    if (monthNumber(until) - born < 50 * 12 || monthNumber(from) - born > 65 * 12) return []
    return retirementGroupsOf(sex).flatMap((group) => {
      const month = retirementMonth(birthDate, group)
      return month !== null && from <= month && month <= until ? [{ memberId: id, month, group }] : []
    })
  })
}

/** The groups that somebody may belong to: a woman's is not on record. */
function retirementGroupsOf(sex: Sex): readonly RetirementGroup[] {
  if (sex === '男') return ['man']
  return sex === '女' ? ['womanWorker', 'womanCadre'] : []
}
