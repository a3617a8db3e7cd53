import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import { monthSchema, daySchema } from '../../../shared/model/date'
import {
  periodKindSchema,
  statisticsPeriodSchema,
  type PeriodKind,
  type StatisticsPeriod,
} from '../../../shared/model/statistics'
import { dayOf } from '../../../shared/rules/date'
import { periodOn } from '../../../shared/rules/statistics/periods'
import { useDates } from '../../components/use-dates'

/** The period that statistics are of; it stands in the address of the page. */
export function useStatisticsPeriod() {
  const { t } = useTranslation('statistics')
  const dates = useDates()
  const [params, setParams] = useSearchParams()
  const kind = periodKindSchema.catch('statistical').parse(params.get('period'))
  const today = dayOf(new Date())
  const from = daySchema.catch(today).parse(params.get('from'))
  const own = statisticsPeriodSchema.safeParse({ from, until: params.get('until') })
  const period = kind === 'own' ? (own.data ?? periodOn('statistical', from)) : periodOn(kind, from)
  const year = period.until.slice(0, 4)

  function nameOf(): string {
    switch (kind) {
      case 'statistical':
        return t('period.statisticalOf', { year, from: period.from.slice(0, 7), until: period.until.slice(0, 7) })
      case 'year':
        return t('period.yearOf', { year })
      case 'quarter':
        return t('period.quarterOf', { year, quarter: Math.ceil(Number(period.until.slice(5, 7)) / 3) })
      case 'month':
        return dates.month(monthSchema.parse(period.from.slice(0, 7)))
      case 'own':
        return t('period.days', period)
    }
  }

  return {
    kind,
    period,
    name: nameOf(),
    choose: (chosenKind: PeriodKind, chosen: StatisticsPeriod) =>
      setParams((before) => ({ ...Object.fromEntries(before), period: chosenKind, ...chosen }), { replace: true }),
  }
}
