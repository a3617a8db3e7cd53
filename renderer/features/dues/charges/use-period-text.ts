import { useTranslation } from 'react-i18next'
import type { ChargePeriod } from '../../../../shared/contract/dues/charges'
import { duesPeriodSchema } from '../../../../shared/model/dues-rule'
import { periodOf } from '../../../../shared/rules/dues/period'
import { useDates } from '../../../components/use-dates'

/** What a period of months is called: 2026年3月, 2026年上半年, 2026年2月至4月. */
export function usePeriodText(): (period: ChargePeriod) => string {
  const { t } = useTranslation('charges')
  const dates = useDates()
  return ({ from, until }) => {
    const kind = duesPeriodSchema.options.find((one) => {
      const whole = periodOf(one, from)
      return whole.from === from && whole.until === until
    })
    const [year, month] = [from.slice(0, 4), Number(from.slice(5))]
    switch (kind) {
      case 'month':
        return dates.month(from)
      case 'quarter':
        return t('period.quarter', { year, number: (month + 2) / 3 })
      case 'halfYear':
        return t(month === 1 ? 'period.firstHalf' : 'period.secondHalf', { year })
      case 'year':
        return t('period.year', { year })
      case undefined:
        return dates.months(from, until)
    }
  }
}
