import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Alert, AutoComplete, Form, Input, Radio } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RequestDetail } from '../../../../shared/contract/care/requests'
import { closingObstacle, type RequestStep } from '../../../../shared/rules/care/request'
import { dayOf } from '../../../../shared/rules/date'
import { api } from '../../../client'
import { ErrorNotice } from '../../../components/ErrorNotice'
import { FormDialog } from '../../../components/FormDialog'
import { FormField } from '../../../components/FormField'
import { PartialDateInput } from '../../../components/PartialDateInput'
import { useUndo } from '../../../components/use-undo'
import styles from './requests.module.css'
import { newStepDraft, readStepDraft, type StepDraft, type StepProblem } from './step-draft'
import { useSatisfactionText } from './use-satisfaction-text'

interface StepDialogProps {
  readonly request: RequestDetail
  readonly kind: RequestStep
  readonly onClose: () => void
}

const points = [5, 4, 3, 2, 1] as const
const usualReasons = ['unnamed', 'unreachable', 'left'] as const
/** From here down the request had better be taken up again. */
const DISSATISFIED = 2

/** Records one step of a request. */
export function StepDialog({ request, kind, onClose }: StepDialogProps) {
  const { t } = useTranslation('requests')
  const queryClient = useQueryClient()
  const { offerUndo } = useUndo()
  const satisfactionText = useSatisfactionText()
  const [today] = useState(() => dayOf(new Date()))
  const [initial] = useState(() => newStepDraft(request, today))
  const [draft, setDraft] = useState(initial)
  const [tried, setTried] = useState(false)
  const owners = useQuery(api.care.requests.owners.queryOptions())
  const needsReason = kind === 'closed' && closingObstacle(request.events, null) !== null
  const earliest = request.events.at(-1)?.on ?? request.receivedOn
  const { step, problems } = readStepDraft(draft, kind, { today, earliest, needsReason })
  const take = useMutation(
    api.care.requests.step.mutationOptions({
      onSuccess: ({ batchId }) => {
        offerUndo(t('stepDone', { step: t(`step.${kind}`) }), batchId)
        onClose()
        return queryClient.invalidateQueries()
      },
    }),
  )
  const change = (changes: Partial<StepDraft>) => setDraft((before) => ({ ...before, ...changes }))
  function problem(...names: StepProblem[]): string | null {
    const name = tried ? names.find((one) => problems.has(one)) : undefined
    return name === undefined ? null : t(`stepProblem.${name}`, { day: earliest })
  }
  const ownerOptions = (owners.data ?? []).map(({ owner }) => ({ value: owner }))
  return (
    <FormDialog
      title={t(`act.${kind}`)}
      width={600}
      dirty={draft !== initial}
      busy={take.isPending}
      onSave={() => {
        setTried(true)
        if (step !== null) take.mutate({ id: request.id, step })
      }}
      onClose={onClose}
    >
      <Form component={false} layout="vertical">
        {kind === 'assigned' && (
          <div className={styles.pair}>
            <FormField label={t('owner')} error={problem('owner')} required>
              {({ id, status }) => (
                <AutoComplete
                  id={id}
                  autoFocus
                  status={status}
                  maxLength={60}
                  value={draft.owner}
                  onChange={(owner: string) => change({ owner })}
                  options={ownerOptions}
                />
              )}
            </FormField>
            <FormField label={t('dueOn')} error={problem('dueOn')}>
              {(control) => (
                <PartialDateInput {...control} value={draft.dueOn} onChange={(dueOn) => change({ dueOn })} />
              )}
            </FormField>
          </div>
        )}
        {kind === 'calledBack' && (
          <FormField
            label={t('satisfaction.label')}
            error={problem('satisfaction')}
            hint={draft.satisfaction !== null && draft.satisfaction <= DISSATISFIED ? t('dissatisfied') : undefined}
            required
          >
            {({ id }) => (
              <Radio.Group
                id={id}
                optionType="button"
                value={draft.satisfaction}
                onChange={({ target }) => change({ satisfaction: points.find((one) => one === target.value) ?? null })}
                options={points.map((value) => ({ value, label: satisfactionText(value) }))}
              />
            )}
          </FormField>
        )}
        {kind === 'closed' && !needsReason ? null : (
          <FormField
            label={t(`stepText.${kind}`)}
            error={problem('text')}
            hint={kind === 'closed' ? t('closeReasonHint') : undefined}
            required={needsReason || kind === 'progress' || kind === 'replied' || kind === 'reopened'}
          >
            {(control) =>
              kind === 'closed' ? (
                <AutoComplete
                  id={control.id}
                  status={control.status}
                  autoFocus
                  maxLength={200}
                  value={draft.text}
                  onChange={(text: string) => change({ text })}
                  options={usualReasons.map((reason) => ({ value: t(`closeReason.${reason}`) }))}
                />
              ) : (
                <Input.TextArea
                  {...control}
                  autoFocus={kind !== 'assigned' && kind !== 'calledBack'}
                  maxLength={4000}
                  autoSize={{ minRows: 3, maxRows: 10 }}
                  value={draft.text}
                  onChange={({ target }) => change({ text: target.value })}
                />
              )
            }
          </FormField>
        )}
        <div className={styles.pair}>
          <FormField label={t('stepOn')} error={problem('on', 'future', 'early')} required>
            {(control) => <PartialDateInput {...control} value={draft.on} onChange={(on) => change({ on })} />}
          </FormField>
          <FormField label={t('stepBy')}>
            {({ id, status }) => (
              <AutoComplete
                id={id}
                status={status}
                maxLength={60}
                value={draft.by}
                onChange={(by: string) => change({ by })}
                options={ownerOptions}
              />
            )}
          </FormField>
        </div>
        {kind === 'closed' && !needsReason && <Alert type="success" showIcon title={t('closeChecked')} />}
      </Form>
      {take.isError && <ErrorNotice error={take.error} />}
    </FormDialog>
  )
}
