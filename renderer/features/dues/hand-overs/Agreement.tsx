import { CheckCircleFilled, ExclamationCircleFilled } from '@ant-design/icons'
import { useTranslation } from 'react-i18next'
import { fenSchema, type Fen } from '../../../../shared/model/money'
import { formatYuan } from '../../../components/yuan'
import styles from './hand-overs.module.css'

interface AgreementProps {
  readonly entered: { readonly count: number; readonly total: Fen }
  /** Null for what is not given yet. */
  readonly declared: { readonly count: number | null; readonly total: Fen | null }
}

/** Whether what is entered agrees with what the collector declared, and by how much it does not. */
export function Agreement({ entered, declared }: AgreementProps) {
  const { t } = useTranslation('handOvers')

  function countDifference(): string | null {
    if (declared.count === null) return null
    const difference = entered.count - declared.count
    if (difference === 0) return t('sheet.agree')
    return difference > 0
      ? t('sheet.countMore', { count: difference })
      : t('sheet.countLess', { count: 0 - difference })
  }

  function totalDifference(): string | null {
    if (declared.total === null) return null
    const difference = entered.total - declared.total
    if (difference === 0) return t('sheet.agree')
    const amount = formatYuan(fenSchema.parse(Math.abs(difference)))
    return difference > 0 ? t('sheet.totalMore', { amount }) : t('sheet.totalLess', { amount })
  }

  const missing = t('sheet.missing')
  return (
    <div className={styles.agreement} role="status">
      <Figure
        text={t('sheet.count', { entered: entered.count, declared: declared.count ?? missing })}
        difference={countDifference()}
        agrees={declared.count === entered.count}
      />
      <Figure
        text={t('sheet.total', {
          entered: formatYuan(entered.total),
          declared: declared.total === null ? missing : formatYuan(declared.total),
        })}
        difference={totalDifference()}
        agrees={declared.total === entered.total}
      />
    </div>
  )
}

interface FigureProps {
  readonly text: string
  /** Null while there is nothing to compare with. */
  readonly difference: string | null
  readonly agrees: boolean
}

function Figure({ text, difference, agrees }: FigureProps) {
  return (
    <div className={agrees ? styles.agrees : styles.differs}>
      {agrees ? <CheckCircleFilled /> : <ExclamationCircleFilled />}
      <span className="numeric">{text}</span>
      {difference !== null && <strong className="numeric">{difference}</strong>}
    </div>
  )
}
