import { useMutation, useQuery } from '@tanstack/react-query'
import { Form, Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ActivityBudgetView } from '../../../../shared/contract/activities/budget'
import type { ActivitySummary } from '../../../../shared/contract/activities/plan'
import { budgetChecks, isOverLimit, totalOf } from '../../../../shared/rules/activities/budget'
import { costPerHead } from '../../../../shared/rules/activities/per-head'
import { api } from '../../../client'
import { ErrorNotice } from '../../../components/ErrorNotice'
import { FormDialog } from '../../../components/FormDialog'
import { FormField } from '../../../components/FormField'
import panel from '../../../components/panel.module.css'
import { formatYuan } from '../../../components/yuan'
import { usePlanAct } from '../use-plan-act'
import { LimitNotes } from './LimitNotes'
import { addedLine, lineDrafts, readLines } from './line-draft'
import { LineEditor } from './LineEditor'
import { PlanHints } from './PlanHints'

interface BudgetDialogProps {
  readonly activity: ActivitySummary
  readonly budget: ActivityBudgetView
  readonly onClose: () => void
}

/** Plans what an activity is to cost; a limit that is passed is told while one types and asks for a reason. */
export function BudgetDialog({ activity, budget, onClose }: BudgetDialogProps) {
  const { t } = useTranslation('plan')
  const told = usePlanAct()
  const [initial] = useState(() => (budget.lines.length === 0 ? [addedLine([])] : lineDrafts(budget.lines)))
  const [drafts, setDrafts] = useState<typeof initial>(initial)
  const [reason, setReason] = useState(activity.overLimitReason ?? '')
  const [tried, setTried] = useState(false)
  const limits = useQuery(api.funds.limits.list.queryOptions())
  const { lines, wrong } = readLines(drafts)
  const spent = lines.filter(({ planned }) => planned > 0).map((line) => ({ ...line, amount: line.planned }))
  const heads = budget.heads.count
  const checks = budgetChecks(activity, spent, heads, limits.data ?? [])
  const isOver = isOverLimit(checks)
  const isMissing = isOver && reason.trim() === ''
  const total = totalOf(spent)
  const perHead = costPerHead(total, heads)
  const save = useMutation(
    api.activities.budget.save.mutationOptions({
      onSuccess: ({ batchId }) => {
        onClose()
        return told(t('budget.saved', { amount: formatYuan(total) }), batchId)
      },
    }),
  )

  function onSave() {
    setTried(true)
    if (wrong.size > 0 || isMissing) return
    const input = lines.map(({ item, source, planned, invoice, note }) => ({ item, source, planned, invoice, note }))
    save.mutate({ activityId: activity.id, lines: input, overLimitReason: isOver ? reason.trim() : null })
  }

  return (
    <FormDialog
      title={t('budget.titleOf', { title: activity.title })}
      width={860}
      dirty={drafts !== initial}
      busy={save.isPending}
      onSave={onSave}
      onClose={onClose}
    >
      <Form component={false} layout="vertical">
        <LineEditor
          drafts={drafts}
          isSettling={false}
          wrong={tried ? wrong : new Set()}
          onChange={(changed) => setDrafts([...changed])}
        />
        <p className={panel.lead} role="status">
          <strong>{t('budget.sum', { amount: formatYuan(total), count: heads })}</strong>
          {perHead !== null && t('budget.perHead', { amount: formatYuan(perHead) })}{' '}
          <span className={panel.quiet}>{t(`budget.heads.${budget.heads.by}`)}</span>
        </p>
        <LimitNotes checks={checks} reason={null} />
        <PlanHints {...activity} lines={lines} heads={heads} />
        {isOver && (
          <FormField
            label={t('check.reasonLabel')}
            hint={t('check.reasonHint')}
            error={tried && isMissing ? t('check.reasonMissing') : null}
            required
          >
            {(control) => (
              <Input {...control} maxLength={200} value={reason} onChange={({ target }) => setReason(target.value)} />
            )}
          </FormField>
        )}
      </Form>
      {save.isError && <ErrorNotice error={save.error} />}
    </FormDialog>
  )
}
