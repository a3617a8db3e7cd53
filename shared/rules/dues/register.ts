import type { RegisterRow, RegisterSums } from '../../contract/dues/register'
import { monthSchema, type Month } from '../../model/date'
import { fenSchema } from '../../model/money'
import type { Allocation } from './allocation'
import { isExempt, type ExemptTime } from './standing'

export const noSums: RegisterSums = {
  charged: fenSchema.parse(0),
  waived: fenSchema.parse(0),
  paid: fenSchema.parse(0),
  open: fenSchema.parse(0),
}

/** January to December of a year `yyyy`. */
export function monthsOfYear(year: string): Month[] {
  return Array.from({ length: 12 }, (_, index) => monthSchema.parse(`${year}-${String(index + 1).padStart(2, '0')}`))
}

/** A member's months of a year and what they come to. */
export function registerMonths(
  year: string,
  { months }: Pick<Allocation, 'months'>,
  exempt: readonly ExemptTime[],
): Pick<RegisterRow, 'months' | 'year'> {
  const row = monthsOfYear(year).map((month) => {
    const found = months.find((one) => one.month === month)
    return {
      sums:
        found === undefined
          ? null
          : { charged: found.charged, waived: found.waived, paid: found.paid, open: found.open },
      isExempt: found === undefined && isExempt(exempt, month),
    }
  })
  return { months: row, year: row.reduce((sum, { sums }) => (sums === null ? sum : added(sum, sums)), noSums) }
}

export function added(left: RegisterSums, right: RegisterSums): RegisterSums {
  return {
    charged: fenSchema.parse(left.charged + right.charged),
    waived: fenSchema.parse(left.waived + right.waived),
    paid: fenSchema.parse(left.paid + right.paid),
    open: fenSchema.parse(left.open + right.open),
  }
}
