import { useSearchParams } from 'react-router'
import { insightPeriodSchema, type InsightPeriod } from '../../../shared/model/insights'
import { addMonths, dayOf, monthOf } from '../../../shared/rules/date'

/** The months that the figures of the page are counted over: stand in its address, the last twelve to begin with. */
export function usePeriod(): { readonly period: InsightPeriod; readonly choose: (period: InsightPeriod) => void } {
  const [params, setParams] = useSearchParams()
  const month = monthOf(dayOf(new Date()))
  const period = insightPeriodSchema
    .catch({ from: addMonths(month, -11), until: month })
    .parse({ from: params.get('from'), until: params.get('until') })
  return {
    period,
    choose: ({ from, until }) =>
      setParams((before) => ({ ...Object.fromEntries(before), from, until }), { replace: true }),
  }
}
