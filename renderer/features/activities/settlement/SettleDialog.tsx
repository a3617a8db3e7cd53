import { useMutation, useQuery } from '@tanstack/react-query'
import { Form, Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ActivitySummary } from '../../../../shared/contract/activities/plan'
import { budgetChecks, isOverLimit, totalOf } from '../../../../shared/rules/activities/budget'
import { costPerHead } from '../../../../shared/rules/activities/per-head'
import { daySchema } from '../../../../shared/model/date'
import { dayOf } from '../../../../shared/rules/date'
import { api, type client } from '../../../client'
import { ErrorNotice } from '../../../components/ErrorNotice'
import { FormDialog } from '../../../components/FormDialog'
import { FormField } from '../../../components/FormField'
import panel from '../../../components/panel.module.css'
import { parsePartialDate } from '../../../components/partial-date'
import { PartialDateInput } from '../../../components/PartialDateInput'
import { formatYuan } from '../../../components/yuan'
import styles from '../activities.module.css'
import { LimitNotes } from '../budget/LimitNotes'
import { addedLine, lineDrafts, readLines } from '../budget/line-draft'
import { LineEditor } from '../budget/LineEditor'
import { usePlanAct } from '../use-plan-act'

type Settlement = Awaited<ReturnType<typeof client.activities.settlement.get>>

interface SettleDialogProps {
  readonly activity: ActivitySummary
  readonly onClose: () => void
}

/** Settles an activity; the amounts are those booked for it, to be corrected. */
export function SettleDialog(props: SettleDialogProps) {
  const settlement = useQuery(api.activities.settlement.get.queryOptions({ input: { activityId: props.activity.id } }))
  return settlement.data === undefined ? null : <OpenDialog {...props} settlement={settlement.data} />
}

function OpenDialog({ activity, settlement, onClose }: SettleDialogProps & { readonly settlement: Settlement }) {
  const { t } = useTranslation('plan')
  const told = usePlanAct()
  const [initial] = useState(() => ({
    drafts: settlement.lines.length === 0 ? [addedLine([])] : lineDrafts(settlement.lines),
    on: String(dayOf(new Date())),
    by: '',
    summary: activity.summary ?? '',
    reason: '',
  }))
  const [draft, setDraft] = useState(initial)
  const [tried, setTried] = useState(false)
  const limits = useQuery(api.funds.limits.list.queryOptions())
  const { lines, wrong } = readLines(draft.drafts)
  const spent = lines.flatMap(({ item, source, actual }) => (actual === null ? [] : [{ item, source, amount: actual }]))
  const { heads, booked } = settlement
  const checks = spent.length === 0 ? [] : budgetChecks(activity, spent, heads, limits.data ?? [])
  const isOver = isOverLimit(checks)
  const isMissing = isOver && draft.reason.trim() === ''
  const total = totalOf(spent)
  const perHead = costPerHead(total, heads)
  const on = daySchema.safeParse(parsePartialDate(draft.on)).data
  const settle = useMutation(
    api.activities.settlement.settle.mutationOptions({
      onSuccess: ({ batchId }) => {
        onClose()
        return told(t('settlement.done', { amount: formatYuan(total) }), batchId)
      },
    }),
  )
  const change = (changes: Partial<typeof initial>) => setDraft((before) => ({ ...before, ...changes }))

  function save() {
    setTried(true)
    if (wrong.size > 0 || isMissing || on === undefined) return
    settle.mutate({
      activityId: activity.id,
      lines: [...lines],
      on,
      by: draft.by.trim() || null,
      summary: draft.summary.trim() || null,
      overLimitReason: isOver ? draft.reason.trim() : null,
    })
  }

  return (
    <FormDialog
      title={t('settlement.titleOf', { title: activity.title })}
      width={980}
      dirty={draft !== initial}
      busy={settle.isPending}
      onSave={save}
      onClose={onClose}
    >
      <Form component={false} layout="vertical">
        <p className={panel.lead}>
          {booked > 0 ? t('settlement.prefilled', { amount: formatYuan(booked) }) : t('settlement.nothingBooked')}
        </p>
        <LineEditor
          drafts={draft.drafts}
          isSettling
          wrong={tried ? wrong : new Set()}
          onChange={(drafts) => change({ drafts: [...drafts] })}
        />
        <p className={panel.lead} role="status">
          <strong>{t('settlement.actual', { amount: formatYuan(total), count: heads })}</strong>
          {perHead !== null && t('budget.perHead', { amount: formatYuan(perHead) })}
        </p>
        <LimitNotes checks={checks} reason={null} />
        {isOver && (
          <FormField
            label={t('check.reasonLabel')}
            hint={t('check.reasonHint')}
            error={tried && isMissing ? t('check.reasonMissing') : null}
            required
          >
            {(control) => (
              <Input
                {...control}
                maxLength={200}
                value={draft.reason}
                onChange={({ target }) => change({ reason: target.value })}
              />
            )}
          </FormField>
        )}
        <FormField label={t('field.summary')} hint={t('settlement.summaryHint')}>
          {(control) => (
            <Input.TextArea
              {...control}
              maxLength={2000}
              autoSize={{ minRows: 3 }}
              value={draft.summary}
              onChange={({ target }) => change({ summary: target.value })}
            />
          )}
        </FormField>
        <div className={styles.pair}>
          <FormField
            label={t('settlement.on')}
            error={tried && on === undefined ? t('problem.startsOn') : null}
            required
          >
            {(control) => <PartialDateInput {...control} value={draft.on} onChange={(text) => change({ on: text })} />}
          </FormField>
          <FormField label={t('approval.handler')}>
            {(control) => (
              <Input
                {...control}
                maxLength={60}
                value={draft.by}
                onChange={({ target }) => change({ by: target.value })}
              />
            )}
          </FormField>
        </div>
      </Form>
      {settle.isError && <ErrorNotice error={settle.error} />}
    </FormDialog>
  )
}
