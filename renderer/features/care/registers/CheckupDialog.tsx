import { useMutation } from '@tanstack/react-query'
import { Form, Input, Radio } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { checkupInputSchema, type Checkup } from '../../../../shared/model/service-register'
import { api } from '../../../client'
import { ErrorNotice } from '../../../components/ErrorNotice'
import { FormDialog } from '../../../components/FormDialog'
import { FormField } from '../../../components/FormField'
import { PartialDateInput } from '../../../components/PartialDateInput'
import styles from './registers.module.css'
import { typedDay, typedText } from './typed'
import { useRegisterActs } from './use-register-acts'

interface CheckupDialogProps {
  readonly name: string
  readonly checkup: Checkup
  readonly onClose: () => void
}

interface Draft {
  readonly on: string
  readonly attendance: Checkup['attendance']
  readonly finding: string
  readonly followUpOn: string
  readonly note: string
}

const attendances = checkupInputSchema.shape.attendance.options

/** Records what a check-up found, and when somebody is to be seen again. */
export function CheckupDialog({ name, checkup, onClose }: CheckupDialogProps) {
  const { t } = useTranslation('registers')
  const done = useRegisterActs()
  const [initial] = useState<Draft>(() => ({
    on: checkup.on,
    attendance: checkup.attendance,
    finding: checkup.finding ?? '',
    followUpOn: checkup.followUpOn ?? '',
    note: checkup.note ?? '',
  }))
  const [draft, setDraft] = useState(initial)
  const [tried, setTried] = useState(false)
  const [on, followUpOn] = [typedDay(draft.on), typedDay(draft.followUpOn)]
  const update = useMutation(
    api.care.registers.checkups.update.mutationOptions({
      onSuccess: async ({ batchId }) => {
        onClose()
        await done(t('saved'), batchId)
      },
    }),
  )
  const change = (changes: Partial<Draft>) => setDraft((before) => ({ ...before, ...changes }))
  const problem = (isWrong: boolean, text: string) => (tried && isWrong ? text : null)

  function save() {
    setTried(true)
    if (on.value === null || followUpOn.problem) return
    const { providerId, package: chosen, cost } = checkup
    update.mutate({
      id: checkup.id,
      checkup: {
        ...{ providerId, package: chosen, cost, on: on.value, attendance: draft.attendance },
        ...{ finding: typedText(draft.finding), followUpOn: followUpOn.value, note: typedText(draft.note) },
      },
    })
  }

  return (
    <FormDialog
      title={t('checkup.resultOf', { name })}
      dirty={draft !== initial}
      busy={update.isPending}
      onSave={save}
      onClose={onClose}
    >
      <Form component={false} layout="vertical">
        <div className={styles.pair}>
          <FormField label={t('checkup.on')} error={problem(on.value === null, t('problem.day'))} required>
            {(control) => <PartialDateInput {...control} value={draft.on} onChange={(text) => change({ on: text })} />}
          </FormField>
          <FormField label={t('checkup.attendance')}>
            {({ id }) => (
              <Radio.Group
                id={id}
                optionType="button"
                value={draft.attendance}
                onChange={({ target }) =>
                  change({ attendance: attendances.find((one) => one === target.value) ?? 'arranged' })
                }
                options={attendances.map((value) => ({ value, label: t(`checkupView.${value}`) }))}
              />
            )}
          </FormField>
        </div>
        <FormField label={t('checkup.finding')}>
          {(control) => (
            <Input.TextArea
              {...control}
              maxLength={300}
              autoSize={{ minRows: 2 }}
              value={draft.finding}
              onChange={({ target }) => change({ finding: target.value })}
            />
          )}
        </FormField>
        <FormField
          label={t('checkup.followUpOn')}
          hint={t('checkup.followUpHint')}
          error={problem(followUpOn.problem, t('problem.day'))}
        >
          {(control) => (
            <PartialDateInput {...control} value={draft.followUpOn} onChange={(text) => change({ followUpOn: text })} />
          )}
        </FormField>
        <FormField label={t('note')}>
          {(control) => (
            <Input
              {...control}
              maxLength={500}
              value={draft.note}
              onChange={({ target }) => change({ note: target.value })}
            />
          )}
        </FormField>
      </Form>
      {update.isError && <ErrorNotice error={update.error} />}
    </FormDialog>
  )
}
