import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Alert, Radio } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import type { ActivityScope, ActivitySummary } from '../../../../shared/contract/activities/plan'
import { api } from '../../../client'
import { ErrorNotice } from '../../../components/ErrorNotice'
import { Loading } from '../../../components/Loading'
import { PageHeader } from '../../../components/PageHeader'
import { useUndo } from '../../../components/use-undo'
import { draftOf } from './activity-draft'
import { ActivityForm } from './ActivityForm'
import { useActivity } from './use-activity'

/** Changes the plan of an activity, or of it and those after it in its repetition. */
export function EditActivityPage() {
  const { t } = useTranslation('activities')
  const { id, activity } = useActivity()
  return (
    <>
      <PageHeader title={t('edit')} backTo={`/activities/${id}`} />
      {activity.isError ? (
        <ErrorNotice error={activity.error} onRetry={() => void activity.refetch()} />
      ) : activity.isPending ? (
        <Loading />
      ) : (
        <EditForm key={id} activity={activity.data} />
      )}
    </>
  )
}

function EditForm({ activity }: { readonly activity: ActivitySummary }) {
  const { t } = useTranslation('plan')
  const { id, state } = activity
  const navigate = useNavigate()
  const queryClient = useQueryClient()
  const { offerUndo } = useUndo()
  const [initial] = useState(() => draftOf(activity))
  const [scope, setScope] = useState<ActivityScope>('one')
  const following = useQuery(api.activities.plan.following.queryOptions({ input: { id } }))
  const update = useMutation(api.activities.plan.update.mutationOptions())
  const page = `/activities/${id}`
  const later = following.data?.count ?? 0
  const isDecided = state === 'submitted' || state === 'open' || state === 'approved'
  return (
    <ActivityForm
      initial={initial}
      isSaving={update.isPending}
      error={update.error}
      onCancel={() => void navigate(page)}
      onSave={(changed, release) =>
        update.mutate(
          { id, activity: changed, scope },
          {
            onSuccess: ({ batchId, changed: count }) => {
              release()
              offerUndo(t('changed', { count }), batchId)
              void queryClient.invalidateQueries()
              void navigate(page)
            },
          },
        )
      }
    >
      {isDecided && <Alert type="info" showIcon title={t('decidedHint')} />}
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
    </ActivityForm>
  )
}
