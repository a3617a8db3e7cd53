import { useTranslation } from 'react-i18next'
import type { ActivityType } from '../../../shared/model/activity'
import { ageBandSchema, sexSchema, type GroupBy, type InsightPeriod } from '../../../shared/model/insights'
import { useDates } from '../../components/use-dates'

const sexNames = { 男: 'men', 女: 'women', unknown: 'unknown' } as const

/** How groups, kinds and shares are written. */
export function useInsightTexts() {
  const { t, i18n } = useTranslation(['insights', 'activities'])
  const dates = useDates()
  const percent = new Intl.NumberFormat(i18n.language, { style: 'percent', maximumFractionDigits: 0 })

  function group(by: GroupBy, value: string): string {
    switch (by) {
      case 'department':
        return value === '' ? t('noDepartment') : value
      case 'ageBand':
        return t(`ageBand.${ageBandSchema.catch('unknown').parse(value)}`)
      case 'sex':
        return t(`sex.${sexNames[sexSchema.catch('unknown').parse(value)]}`)
    }
  }

  return {
    group,
    type: (type: ActivityType) => t(`activities:type.${type}`),
    /** A share in whole per cent; a dash where there is nothing to have a share of. */
    share: (part: number, whole: number) => (whole === 0 ? t('noShare') : percent.format(part / whole)),
    /** A chance in words: 0.03% or less than a thousandth of it. */
    chance: (chance: number) =>
      new Intl.NumberFormat(i18n.language, { style: 'percent', maximumSignificantDigits: 2 }).format(chance),
    period: ({ from, until }: InsightPeriod) => (from === until ? dates.month(from) : dates.months(from, until)),
  }
}
