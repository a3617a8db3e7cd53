import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import { monthSchema } from '../../../../shared/model/date'
import { dayOf, monthOf } from '../../../../shared/rules/date'
import { useDates } from '../../../components/use-dates'
import { periodKinds, periodOf, type Period } from './period'

/** The period that a statement is of; it stands in the address of the page. */
export function usePeriod() {
  const { t } = useTranslation('statements')
  const dates = useDates()
  const [params, setParams] = useSearchParams()
  const kind = periodKinds.find((name) => name === params.get('period')) ?? 'year'
  const month = monthSchema.catch(monthOf(dayOf(new Date()))).parse(params.get('from'))
  const period = periodOf(kind, month)
  const year = period.from.slice(0, 4)
  const names = {
    year: t('yearOf', { year }),
    quarter: t('quarterOf', { year, quarter: Math.ceil(Number(period.until.slice(5)) / 3) }),
    month: dates.month(period.from),
  }
  return {
    period,
    name: names[kind],
    choose: (chosen: Period) =>
      setParams((before) => ({ ...Object.fromEntries(before), period: chosen.kind, from: chosen.from }), {
        replace: true,
      }),
  }
}
