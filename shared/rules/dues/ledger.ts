import { daySchema, type Day } from '../../model/date'
import type { DuesEntry } from '../../model/dues'
import { fenSchema, type Fen } from '../../model/money'

/** The amounts of lines together. */
export function sumOf(lines: readonly { readonly amount: Fen }[]): Fen {
  return fenSchema.parse(lines.reduce((sum, { amount }) => sum + amount, 0))
}

/** The amount of a line that takes another back. */
export function opposite(amount: Fen): Fen {
  return fenSchema.parse(0 - amount)
}

/** The day on which a line counts in the books. */
export function dayInBooks({ bookedOn, paidOn, month }: Pick<DuesEntry, 'bookedOn' | 'paidOn' | 'month'>): Day {
  return daySchema.parse(bookedOn ?? paidOn ?? `${month ?? ''}-01`)
}
