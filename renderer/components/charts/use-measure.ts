import { useTranslation } from 'react-i18next'
import { fenSchema } from '../../../shared/model/money'
import { formatYuan } from '../yuan'

/** What a picture shows: money in fen, things counted, or a share of one. */
export type Measure = 'money' | 'count' | 'share'

/** How the amounts of a picture are written: in full for who points at one, and short along its axis. */
export function useMeasure(measure: Measure): {
  readonly full: (amount: number) => string
  readonly short: (amount: number) => string
} {
  const {
    i18n: { language },
  } = useTranslation()
  const compact = new Intl.NumberFormat(language, { notation: 'compact', maximumFractionDigits: 1 })
  const count = new Intl.NumberFormat(language)
  const share = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 0 })
  switch (measure) {
    case 'money':
      return {
        full: (amount) => formatYuan(fenSchema.parse(amount)),
        short: (amount) => compact.format(amount / 100),
      }
    case 'count':
      return { full: (amount) => count.format(amount), short: (amount) => compact.format(amount) }
    case 'share':
      return { full: (amount) => share.format(amount), short: (amount) => share.format(amount) }
  }
}
