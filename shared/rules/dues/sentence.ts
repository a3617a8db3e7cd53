import type { Day, Month } from '../../model/date'
import type { SentencePart } from '../../model/dues-sentence'
import type { DuesEntryId } from '../../model/id'
import { fenSchema, type Fen } from '../../model/money'
import { addMonths, monthOf } from '../date'
import type { Allocation } from './allocation'
import type { ExemptTime, MonthStanding, Standing } from './standing'

/** How far back a waiver is still told. */
const TOLD_MONTHS = 12

export interface SentenceFacts {
  readonly standing: Standing
  readonly allocation: Allocation
  readonly exempt: readonly ExemptTime[]
  readonly today: Day
}

/**
 * How a member stands, said at the counter: paid until when, what is open, what the last payment paid. Each part names
 * the entries behind it. Amounts of `gap` and `open` together are what the member owes.
 */
export function sentenceOf({ standing, allocation, exempt, today }: SentenceFacts): SentencePart[] {
  const { months, paidThrough, since, credit } = standing
  const lastPaid = months.findLast(({ state, paid }) => state === 'settled' && paid > 0)?.month ?? null
  const isGap = ({ month }: MonthStanding) => lastPaid !== null && month < lastPaid
  const owed = months.filter(({ state }) => state === 'owed')
  const told = addMonths(monthOf(today), -TOLD_MONTHS)
  return [
    ...(months.length === 0 ? [{ kind: 'neverCharged' as const, entryIds: [] }] : []),
    ...(paidThrough === null
      ? []
      : [
          {
            kind: 'paidThrough' as const,
            month: paidThrough,
            settled: since === null,
            entryIds: idsOf(months.filter(({ month }) => month === paidThrough)),
          },
        ]),
    ...monthsPart('gap', owed.filter(isGap), ({ open }) => open),
    ...monthsPart(
      'open',
      owed.filter((month) => !isGap(month)),
      ({ open }) => open,
    ),
    ...owed
      .filter(({ paid }) => paid > 0)
      .map((month) => ({
        kind: 'partPaid' as const,
        month: month.month,
        paid: month.paid,
        open: month.open,
        entryIds: [...month.entryIds],
      })),
    ...lastPayment(allocation),
    ...(credit > 0
      ? [
          {
            kind: 'ahead' as const,
            amount: credit,
            entryIds: allocation.payments.filter(({ left }) => left > 0).map(({ entryId }) => entryId),
          },
        ]
      : []),
    ...(allocation.overRefunded > 0
      ? [{ kind: 'overRefunded' as const, amount: allocation.overRefunded, entryIds: [] }]
      : []),
    ...monthsPart(
      'held',
      months.filter(({ held }) => held > 0),
      ({ held }) => held,
    ),
    ...monthsPart(
      'notDue',
      months.filter(({ state }) => state === 'notDue'),
      ({ open }) => open,
    ),
    ...monthsPart(
      'disputed',
      months.filter(({ state }) => state === 'disputed'),
      ({ open }) => open,
    ),
    ...exempt
      .filter(({ until }) => until === null || until >= told)
      .map(({ from, until, reason }) => ({ kind: 'exempt' as const, from, until, reason, entryIds: [] })),
    ...monthsPart(
      'exemptCharged',
      months.filter(({ state }) => state === 'exempt'),
      ({ open }) => open,
    ),
    ...monthsPart(
      'waived',
      months.filter(({ waived, month }) => waived > 0 && month >= told),
      ({ waived }) => waived,
    ),
  ]
}

type MonthsKind = Extract<SentencePart, { months: unknown; amount: unknown }>['kind']

function monthsPart(
  kind: Exclude<MonthsKind, 'lastPayment'>,
  months: readonly MonthStanding[],
  amountOf: (month: MonthStanding) => Fen,
): SentencePart[] {
  if (months.length === 0) return []
  return [
    {
      kind,
      months: months.map(({ month }) => month),
      amount: fenSchema.parse(months.reduce((sum, month) => sum + amountOf(month), 0)),
      entryIds: idsOf(months),
    },
  ]
}

/** The payment of the latest day, of several the one recorded last. */
function lastPayment({ payments }: Allocation): SentencePart[] {
  const last = payments.reduce<Allocation['payments'][number] | null>(
    (latest, payment) => (payment.paidOn !== null && (latest?.paidOn ?? '') <= payment.paidOn ? payment : latest),
    null,
  )
  if (last === null || last.paidOn === null) return []
  return [
    {
      kind: 'lastPayment',
      on: last.paidOn,
      amount: last.amount,
      months: last.covers.map(({ month }) => month),
      left: last.left,
      entryIds: [last.entryId],
    },
  ]
}

function idsOf(months: readonly MonthStanding[]): DuesEntryId[] {
  return [...new Set(months.flatMap(({ entryIds }) => entryIds))]
}

/** Months that follow one another, put together. */
export function monthRanges(months: readonly Month[]): { readonly from: Month; readonly until: Month }[] {
  return months.toSorted().reduce<{ from: Month; until: Month }[]>((ranges, month) => {
    const last = ranges.at(-1)
    if (last !== undefined && addMonths(last.until, 1) === month)
      return [...ranges.slice(0, -1), { ...last, until: month }]
    return [...ranges, { from: month, until: month }]
  }, [])
}
