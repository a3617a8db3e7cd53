import { useMutation } from '@tanstack/react-query'
import { Form, Radio } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ActivitySummary } from '../../../../shared/contract/activities/plan'
import { dayOf } from '../../../../shared/rules/date'
import { api } from '../../../client'
import { ErrorNotice } from '../../../components/ErrorNotice'
import { FormDialog } from '../../../components/FormDialog'
import { FormField } from '../../../components/FormField'
import { usePlanAct } from '../use-plan-act'
import { newStepDraft, readStepDraft, StepFields } from './StepFields'

interface DecideDialogProps {
  readonly activity: ActivitySummary
  readonly onClose: () => void
}

/** Records what those whose turn it is decided on a plan. */
export function DecideDialog({ activity: { id, title, waitsFor }, onClose }: DecideDialogProps) {
  const { t } = useTranslation('plan')
  const told = usePlanAct()
  const [initial] = useState(() => newStepDraft(dayOf(new Date())))
  const [draft, setDraft] = useState(initial)
  const [isApproved, setApproved] = useState(true)
  const [tried, setTried] = useState(false)
  const decide = useMutation(
    api.activities.approval.decide.mutationOptions({
      onSuccess: ({ batchId }) => {
        onClose()
        return told(t(isApproved ? 'approval.approved' : 'approval.sentBack'), batchId)
      },
    }),
  )
  const { on, by, opinion } = readStepDraft(draft)
  const isMissing = !isApproved && opinion === null

  function save() {
    setTried(true)
    if (on !== null && !isMissing) decide.mutate({ activityId: id, isApproved, on, by, opinion })
  }

  const level = t(`level.${waitsFor ?? 'chair'}`)
  return (
    <FormDialog
      title={t('approval.decideTitle', { title, level })}
      dirty={draft !== initial || !isApproved}
      busy={decide.isPending}
      onSave={save}
      onClose={onClose}
    >
      <Form component={false} layout="vertical">
        <FormField label={t('approval.decision')}>
          {(control) => (
            <Radio.Group
              id={control.id}
              value={isApproved ? 'approved' : 'sentBack'}
              onChange={({ target }) => setApproved(target.value === 'approved')}
              options={[
                { value: 'approved', label: t('step.approved') },
                { value: 'sentBack', label: t('step.sentBack') },
              ]}
            />
          )}
        </FormField>
        <StepFields
          draft={draft}
          byLabel={level}
          opinionLabel={t('approval.opinion')}
          opinionError={tried && isMissing ? t('approval.opinionMissing') : null}
          tried={tried}
          onChange={(changes) => setDraft((before) => ({ ...before, ...changes }))}
        />
      </Form>
      {decide.isError && <ErrorNotice error={decide.error} />}
    </FormDialog>
  )
}
