import { ArrowDownOutlined, ArrowUpOutlined, CloseOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { IndicatorKey } from '../../../../shared/model/statistics'
import panel from '../../../components/panel.module.css'
import styles from '../statistics.module.css'
import { useStatisticsWords } from '../use-statistics-words'

interface ChosenIndicatorsProps {
  readonly chosen: readonly IndicatorKey[]
  readonly onChange: (chosen: IndicatorKey[]) => void
}

/** The figures of the report in their order. */
export function ChosenIndicators({ chosen, onChange }: ChosenIndicatorsProps) {
  const { t } = useTranslation('statistics')
  const { words } = useStatisticsWords()

  function move(index: number, by: 1 | -1) {
    const next = [...chosen]
    next.splice(index + by, 0, ...next.splice(index, 1))
    onChange(next)
  }

  return (
    <section aria-label={t('design.chosen')}>
      <strong>{t('design.chosen')}</strong>
      <div className={styles.choice}>
        {chosen.length === 0 && <p className={panel.quiet}>{t('design.noneChosen')}</p>}
        <ol className={styles.chosen}>
          {chosen.map((key, index) => {
            const name = words.indicators[key]
            return (
              <li key={key}>
                <span>{name}</span>
                <span>
                  <Button
                    type="text"
                    size="small"
                    icon={<ArrowUpOutlined />}
                    aria-label={t('design.up', { name })}
                    disabled={index === 0}
                    onClick={() => move(index, -1)}
                  />
                  <Button
                    type="text"
                    size="small"
                    icon={<ArrowDownOutlined />}
                    aria-label={t('design.down', { name })}
                    disabled={index === chosen.length - 1}
                    onClick={() => move(index, 1)}
                  />
                  <Button
                    type="text"
                    size="small"
                    icon={<CloseOutlined />}
                    aria-label={t('design.leaveOut', { name })}
                    onClick={() => onChange(chosen.filter((one) => one !== key))}
                  />
                </span>
              </li>
            )
          })}
        </ol>
      </div>
    </section>
  )
}
