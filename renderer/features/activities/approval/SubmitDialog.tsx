import { useMutation, useQuery } from '@tanstack/react-query'
import { Form, Radio } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ActivitySummary } from '../../../../shared/contract/activities/plan'
import { approvalLevelSchema, type ApprovalLevel } from '../../../../shared/model/activity'
import { dayOf } from '../../../../shared/rules/date'
import { api } from '../../../client'
import { ErrorNotice } from '../../../components/ErrorNotice'
import { FormDialog } from '../../../components/FormDialog'
import { FormField } from '../../../components/FormField'
import panel from '../../../components/panel.module.css'
import { formatYuan } from '../../../components/yuan'
import { LimitNotes } from '../budget/LimitNotes'
import { usePlanAct } from '../use-plan-act'
import { newStepDraft, readStepDraft, StepFields } from './StepFields'

interface SubmitDialogProps {
  readonly activity: ActivitySummary
  readonly onClose: () => void
}

/** Hands a plan in to those who decide on it. */
export function SubmitDialog({ activity, onClose }: SubmitDialogProps) {
  const { t } = useTranslation('plan')
  const told = usePlanAct()
  const [initial] = useState(() => newStepDraft(dayOf(new Date())))
  const [draft, setDraft] = useState(initial)
  const [upTo, setUpTo] = useState<ApprovalLevel>('chair')
  const [tried, setTried] = useState(false)
  const budget = useQuery(api.activities.budget.get.queryOptions({ input: { activityId: activity.id } }))
  const submit = useMutation(
    api.activities.approval.submit.mutationOptions({
      onSuccess: ({ batchId }) => {
        onClose()
        return told(t('approval.submitted'), batchId)
      },
    }),
  )

  function save() {
    setTried(true)
    const { on, by, opinion } = readStepDraft(draft)
    if (on !== null) submit.mutate({ activityId: activity.id, upTo, on, by, opinion })
  }

  return (
    <FormDialog
      title={t('approval.submitTitle', { title: activity.title })}
      dirty={draft !== initial}
      busy={submit.isPending}
      onSave={save}
      onClose={onClose}
    >
      <Form component={false} layout="vertical">
        {budget.data !== undefined && (
          <>
            <p className={panel.lead}>
              {budget.data.lines.length === 0
                ? t('approval.noBudget')
                : t('budget.sum', { amount: formatYuan(budget.data.planned), count: budget.data.heads.count })}
            </p>
            <LimitNotes checks={budget.data.checks} reason={activity.overLimitReason} />
          </>
        )}
        <FormField label={t('approval.upTo')}>
          {({ id }) => (
            <Radio.Group
              id={id}
              value={upTo}
              onChange={({ target }) => setUpTo(approvalLevelSchema.parse(target.value))}
              options={approvalLevelSchema.options.map((value) => ({ value, label: t(`approval.upToLevel.${value}`) }))}
            />
          )}
        </FormField>
        <StepFields
          draft={draft}
          byLabel={t('approval.handler')}
          opinionLabel={t('approval.remark')}
          opinionError={null}
          tried={tried}
          onChange={(changes) => setDraft((before) => ({ ...before, ...changes }))}
        />
      </Form>
      {submit.isError && <ErrorNotice error={submit.error} />}
    </FormDialog>
  )
}
