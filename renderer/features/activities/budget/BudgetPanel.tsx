import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ActivitySummary } from '../../../../shared/contract/activities/plan'
import { api } from '../../../client'
import { ErrorNotice } from '../../../components/ErrorNotice'
import { Loading } from '../../../components/Loading'
import panel from '../../../components/panel.module.css'
import { Section } from '../../../components/Section'
import { formatYuan } from '../../../components/yuan'
import { ActivitySpending } from '../../funds/book/ActivitySpending'
import styles from '../activities.module.css'
import { SettlementSection } from '../settlement/SettlementSection'
import { BudgetDialog } from './BudgetDialog'
import { LimitNotes } from './LimitNotes'
import { LineTable } from './LineTable'
import { PlanHints } from './PlanHints'

/** The money of an activity: what it is to cost, what was booked for it, what it cost in the end. */
export function BudgetPanel({ activity }: { readonly activity: ActivitySummary }) {
  const { t } = useTranslation('plan')
  const [isEditing, setEditing] = useState(false)
  const budget = useQuery(api.activities.budget.get.queryOptions({ input: { activityId: activity.id } }))
  if (budget.isPending) return <Loading />
  if (budget.isError) return <ErrorNotice error={budget.error} onRetry={() => void budget.refetch()} />
  const { lines, planned, heads, perHead, checks } = budget.data
  const canEdit = activity.state !== 'settled' && activity.state !== 'cancelled'
  return (
    <div className={panel.stack}>
      <Section
        title={t('budget.title')}
        action={
          canEdit && (
            <Button onClick={() => setEditing(true)}>{t(lines.length === 0 ? 'budget.make' : 'budget.change')}</Button>
          )
        }
      >
        {lines.length === 0 ? (
          <p className={panel.quiet}>{t('budget.none')}</p>
        ) : (
          <>
            <LineTable lines={lines} withActual={false} className={styles.lines} />
            <p>
              {t('budget.sum', { amount: formatYuan(planned), count: heads.count })}
              {perHead !== null && t('budget.perHead', { amount: formatYuan(perHead) })}{' '}
              <span className={panel.quiet}>{t(`budget.heads.${heads.by}`)}</span>
            </p>
          </>
        )}
        <LimitNotes checks={checks} reason={activity.overLimitReason} />
        {lines.length > 0 && <PlanHints {...activity} lines={lines} heads={heads.count} />}
      </Section>
      <ActivitySpending activity={activity} />
      <SettlementSection activity={activity} />
      {isEditing && <BudgetDialog activity={activity} budget={budget.data} onClose={() => setEditing(false)} />}
    </div>
  )
}
