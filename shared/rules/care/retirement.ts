import { retirementRules, type RetirementGroup } from '../../codes/care'
import { monthSchema, type Month, type PartialDate } from '../../model/date'
import { addMonths } from '../date'

const indexOf = (month: Month) => Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1

/**
 * The month in which somebody reaches the statutory age of retirement; null where the month of birth is not known. The
 * choice of going up to three years earlier or later, and hard or dangerous work, are not reckoned.
 */
export function retirementMonth(birthDate: PartialDate, group: RetirementGroup): Month | null {
  const birth = monthSchema.safeParse(birthDate.slice(0, 7))
  if (!birth.success) return null
  const old = retirementRules[0]?.groups[group]
  if (old === undefined) return null
  const oldMonth = addMonths(birth.data, old.months)
  const rule = retirementRules.findLast(({ validFrom }) => validFrom === null || validFrom <= oldMonth)
  if (rule === undefined) return null
  const { months, from, every, most } = rule.groups[group]
  const delay = from === null || every === null ? 0 : Math.ceil((indexOf(oldMonth) - indexOf(from) + 1) / every)
  return addMonths(birth.data, Math.min(months + delay, most))
}
