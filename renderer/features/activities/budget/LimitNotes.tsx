import { Alert } from 'antd'
import { useTranslation } from 'react-i18next'
import type { BudgetCheck } from '../../../../shared/rules/activities/budget'
import { formatYuan } from '../../../components/yuan'
import { useLimitTexts } from '../../funds/limits/use-limit-texts'
import styles from '../activities.module.css'

interface LimitNotesProps {
  readonly checks: readonly BudgetCheck[]
  /** Why a limit is passed, where that was written down. */
  readonly reason: string | null
}

/** How what each head costs stands against the limits and the activity's own standard. */
export function LimitNotes({ checks, reason }: LimitNotesProps) {
  const { t } = useTranslation(['plan', 'funds', 'limits'])
  const limits = useLimitTexts()

  function sentence({ limit, perHead, allowed, over }: BudgetCheck): string {
    const [spent, more] = [formatYuan(perHead), formatYuan(over)]
    if (limit === null) {
      const standard = formatYuan(allowed)
      return over > 0
        ? t('check.overStandard', { spent, standard, more })
        : t('check.withinStandard', { spent, standard })
    }
    const facts = {
      spent,
      item: t(`funds:limitItem.${limit.item}`),
      limit: limits.amount(limit),
      source: [limit.region, ...(limit.source === null ? [] : [limit.source])].join(t('comma')),
    }
    return over > 0 ? t('check.over', { ...facts, more }) : t('check.within', facts)
  }

  if (checks.length === 0) return null
  return (
    <div className={styles.hints}>
      {checks.map((check) => (
        <Alert
          key={check.limit?.id ?? 'standard'}
          type={check.over > 0 ? 'warning' : 'success'}
          showIcon
          title={sentence(check)}
        />
      ))}
      {reason !== null && <p>{t('check.reason', { reason })}</p>}
    </div>
  )
}
