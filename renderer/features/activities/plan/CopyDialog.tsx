import { useMutation } from '@tanstack/react-query'
import { Form } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import type { ActivitySummary } from '../../../../shared/contract/activities/plan'
import { daySchema } from '../../../../shared/model/date'
import { dayOf } from '../../../../shared/rules/date'
import { api } from '../../../client'
import { ErrorNotice } from '../../../components/ErrorNotice'
import { FormDialog } from '../../../components/FormDialog'
import { FormField } from '../../../components/FormField'
import { parsePartialDate } from '../../../components/partial-date'
import { PartialDateInput } from '../../../components/PartialDateInput'
import { usePlanAct } from '../use-plan-act'

interface CopyDialogProps {
  readonly activity: ActivitySummary
  readonly onClose: () => void
}

/** Plans the same once more on another day. */
export function CopyDialog({ activity: { id, title }, onClose }: CopyDialogProps) {
  const { t } = useTranslation('plan')
  const navigate = useNavigate()
  const told = usePlanAct()
  const [initial] = useState(() => dayOf(new Date()))
  const [typed, setTyped] = useState<string>(initial)
  const [tried, setTried] = useState(false)
  const startsOn = daySchema.safeParse(parsePartialDate(typed)).data
  const copy = useMutation(
    api.activities.plan.copy.mutationOptions({
      onSuccess: async ({ id: copied, batchId }) => {
        onClose()
        await navigate(`/activities/${copied}`)
        await told(t('copy.done', { title }), batchId)
      },
    }),
  )

  function save() {
    setTried(true)
    if (startsOn !== undefined) copy.mutate({ id, startsOn })
  }

  return (
    <FormDialog
      title={t('copy.title', { title })}
      dirty={typed !== initial}
      busy={copy.isPending}
      onSave={save}
      onClose={onClose}
    >
      <Form component={false} layout="vertical">
        <FormField
          label={t('field.startsOn')}
          hint={t('copy.hint')}
          error={tried && startsOn === undefined ? t('problem.startsOn') : null}
        >
          {(control) => <PartialDateInput {...control} value={typed} onChange={setTyped} />}
        </FormField>
      </Form>
      {copy.isError && <ErrorNotice error={copy.error} />}
    </FormDialog>
  )
}
