import { monthSchema, type Month } from '../../../../shared/model/date'
import { addMonths } from '../../../../shared/rules/date'

export const periodKinds = ['year', 'quarter', 'month'] as const
export type PeriodKind = (typeof periodKinds)[number]

export interface Period {
  readonly kind: PeriodKind
  readonly from: Month
  readonly until: Month
}

const lengths: Readonly<Record<PeriodKind, number>> = { year: 12, quarter: 3, month: 1 }

/** The year, quarter or month that a month lies in. */
export function periodOf(kind: PeriodKind, month: Month): Period {
  const length = lengths[kind]
  const first = Math.floor((Number(month.slice(5)) - 1) / length) * length + 1
  const from = monthSchema.parse(`${month.slice(0, 4)}-${String(first).padStart(2, '0')}`)
  return { kind, from, until: addMonths(from, length - 1) }
}

/** The period after another, or before it. */
export function nextPeriod({ kind, from }: Period, direction: 1 | -1): Period {
  return periodOf(kind, addMonths(from, direction * lengths[kind]))
}
