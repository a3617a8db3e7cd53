import type { IndicatorKey, ReportHead } from '../../../shared/model/statistics'
import { indicators } from '../../../shared/rules/statistics/indicators'
import { headText, partText, statisticsWords } from '../../../shared/rules/statistics/words'
import { formatYuan } from '../../components/yuan'
import { fenSchema } from '../../../shared/model/money'
import { useCodeLabel } from '../../i18n/use-code-label'
import { useLanguage } from '../../i18n/use-language'

/** What figures, kinds, rows and columns are called in the language of the screen, and how values are shown. */
export function useStatisticsWords() {
  const [language] = useLanguage()
  const codeLabel = useCodeLabel()
  const words = statisticsWords[language]
  return {
    words,
    part: (key: IndicatorKey, part: string | null) => partText(words, key, part, codeLabel),
    head: (head: ReportHead) => headText(words, head, codeLabel),
    value: (key: IndicatorKey, value: number | null): string => {
      if (value === null) return '—'
      const { unit } = indicators[key]
      if (unit === 'yesNo') return value === 1 ? words.yes : words.no
      return unit === 'money' ? formatYuan(fenSchema.parse(value)) : value.toLocaleString(language)
    },
  }
}
