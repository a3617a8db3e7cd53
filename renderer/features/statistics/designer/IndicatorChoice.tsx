import { Checkbox } from 'antd'
import { useTranslation } from 'react-i18next'
import { indicatorGroupSchema, type IndicatorKey, type ReportDesign } from '../../../../shared/model/statistics'
import { indicatorKeys, indicators, isDivisible } from '../../../../shared/rules/statistics/indicators'
import styles from '../statistics.module.css'
import { useStatisticsWords } from '../use-statistics-words'

interface IndicatorChoiceProps {
  readonly chosen: readonly IndicatorKey[]
  readonly rows: ReportDesign['rows']
  readonly onToggle: (key: IndicatorKey, isChosen: boolean) => void
}

/** Every figure by group, to be ticked; by unit only those that can be told by unit. */
export function IndicatorChoice({ chosen, rows, onToggle }: IndicatorChoiceProps) {
  const { t } = useTranslation('statistics')
  const { words } = useStatisticsWords()
  return (
    <section aria-label={t('design.figures')}>
      <strong>{t('design.figures')}</strong>
      <div className={styles.choice} tabIndex={0} role="group" aria-label={t('design.figures')}>
        {indicatorGroupSchema.options.map((group) => (
          <div key={group}>
            <h3>{words.groups[group]}</h3>
            {indicatorKeys
              .filter((key) => indicators[key].group === group)
              .map((key) => (
                <Checkbox
                  key={key}
                  checked={chosen.includes(key)}
                  disabled={rows !== 'indicators' && !isDivisible(indicators[key]) && !chosen.includes(key)}
                  onChange={({ target }) => onToggle(key, target.checked)}
                >
                  {words.indicators[key]}
                </Checkbox>
              ))}
          </div>
        ))}
      </div>
    </section>
  )
}
