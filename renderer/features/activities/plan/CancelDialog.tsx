import { useMutation, useQuery } from '@tanstack/react-query'
import { Form, Input, Radio } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ActivityScope, ActivitySummary } from '../../../../shared/contract/activities/plan'
import { api } from '../../../client'
import { ErrorNotice } from '../../../components/ErrorNotice'
import { FormDialog } from '../../../components/FormDialog'
import { FormField } from '../../../components/FormField'
import { usePlanAct } from '../use-plan-act'

interface CancelDialogProps {
  readonly activity: ActivitySummary
  readonly onClose: () => void
}

/** Calls an activity off, with the reason. */
export function CancelDialog({ activity: { id, title }, onClose }: CancelDialogProps) {
  const { t } = useTranslation(['plan', 'common'])
  const told = usePlanAct()
  const [reason, setReason] = useState('')
  const [scope, setScope] = useState<ActivityScope>('one')
  const [tried, setTried] = useState(false)
  const following = useQuery(api.activities.plan.following.queryOptions({ input: { id } }))
  const later = following.data?.count ?? 0
  const cancel = useMutation(
    api.activities.plan.cancel.mutationOptions({
      onSuccess: ({ batchId, cancelled }) => {
        onClose()
        return told(t('cancel.done', { count: cancelled }), batchId)
      },
    }),
  )
  const isMissing = reason.trim() === ''

  function save() {
    setTried(true)
    if (!isMissing) cancel.mutate({ id, reason: reason.trim(), scope })
  }

  return (
    <FormDialog
      title={t('cancel.title', { title })}
      dirty={!isMissing}
      busy={cancel.isPending}
      onSave={save}
      onClose={onClose}
    >
      <Form component={false} layout="vertical">
        <p>{t('cancel.text')}</p>
        <FormField
          label={t('common:reason.label')}
          error={tried && isMissing ? t('common:reason.missing') : null}
          required
        >
          {(control) => (
            <Input
              {...control}
              autoFocus
              maxLength={200}
              value={reason}
              onChange={({ target }) => setReason(target.value)}
            />
          )}
        </FormField>
        {later > 0 && (
          <Radio.Group
            aria-label={t('scope.label')}
            value={scope}
            onChange={({ target }) => setScope(target.value === 'following' ? 'following' : 'one')}
            options={[
              { value: 'one', label: t('scope.one') },
              { value: 'following', label: t('scope.following', { count: later }) },
            ]}
          />
        )}
      </Form>
      {cancel.isError && <ErrorNotice error={cancel.error} />}
    </FormDialog>
  )
}
