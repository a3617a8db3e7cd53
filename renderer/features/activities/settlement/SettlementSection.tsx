import { useMutation, useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import type { ActivitySummary } from '../../../../shared/contract/activities/plan'
import { totalOf } from '../../../../shared/rules/activities/budget'
import { costPerHead } from '../../../../shared/rules/activities/per-head'
import { fenSchema } from '../../../../shared/model/money'
import { dayOf } from '../../../../shared/rules/date'
import { api } from '../../../client'
import panel from '../../../components/panel.module.css'
import { ReasonDialog } from '../../../components/ReasonDialog'
import { Section } from '../../../components/Section'
import { formatYuan } from '../../../components/yuan'
import styles from '../activities.module.css'
import { LimitNotes } from '../budget/LimitNotes'
import { LineTable } from '../budget/LineTable'
import { usePlanAct } from '../use-plan-act'
import { SettleDialog } from './SettleDialog'

/** What an activity cost in the end; what is settled is changed once it was opened again. */
export function SettlementSection({ activity }: { readonly activity: ActivitySummary }) {
  const { t } = useTranslation('plan')
  const { id, state, settledOn } = activity
  const navigate = useNavigate()
  const told = usePlanAct()
  const [dialog, setDialog] = useState<'settle' | 'reopen' | null>(null)
  const settlement = useQuery(api.activities.settlement.get.queryOptions({ input: { activityId: id } }))
  const reopen = useMutation(
    api.activities.settlement.reopen.mutationOptions({
      onSuccess: ({ batchId }) => {
        setDialog(null)
        return told(t('settlement.reopened'), batchId)
      },
    }),
  )
  if (settlement.data === undefined || state === 'cancelled') return null
  const { lines, heads, checks } = settlement.data
  const actual = totalOf(lines.map((line) => ({ amount: line.actual ?? fenSchema.parse(0) })))
  const perHead = costPerHead(actual, heads)
  return (
    <Section
      title={t('settlement.title')}
      action={
        settledOn === null ? (
          <Button onClick={() => setDialog('settle')}>{t('settlement.do')}</Button>
        ) : (
          <div className={panel.bar}>
            <Button onClick={() => setDialog('reopen')}>{t('settlement.reopen')}</Button>
            <Button onClick={() => void navigate(`/activities/${id}/record`)}>{t('paper.record')}</Button>
          </div>
        )
      }
    >
      {settledOn === null ? (
        <p className={panel.quiet}>{t('settlement.none')}</p>
      ) : (
        <>
          <LineTable lines={lines} withActual className={styles.lines} />
          <p>
            {t('settlement.sum', { day: settledOn, amount: formatYuan(actual), count: heads })}
            {perHead !== null && t('budget.perHead', { amount: formatYuan(perHead) })}
          </p>
          <LimitNotes checks={checks} reason={null} />
        </>
      )}
      {dialog === 'settle' && <SettleDialog activity={activity} onClose={() => setDialog(null)} />}
      {dialog === 'reopen' && (
        <ReasonDialog
          title={t('settlement.reopen')}
          text={t('settlement.reopenText')}
          okText={t('settlement.reopen')}
          reasons={[t('settlement.reason.invoice'), t('settlement.reason.amount')]}
          error={reopen.error}
          busy={reopen.isPending}
          onReason={(reason) => reopen.mutate({ activityId: id, on: dayOf(new Date()), by: null, reason })}
          onClose={() => setDialog(null)}
        />
      )}
    </Section>
  )
}
