import { useTranslation } from 'react-i18next'
import type { MonthSpan } from '../../../../shared/rules/dues/stated-months'
import { useDates } from '../../../components/use-dates'

/** Months as people say them: 2026年3月, 2026年3月至2026年6月. */
export function useMonthsText(): (span: MonthSpan) => string {
  const { t } = useTranslation('payroll')
  const dates = useDates()
  return ({ from, until }) =>
    from === until ? dates.month(from) : t('span', { from: dates.month(from), until: dates.month(until) })
}
