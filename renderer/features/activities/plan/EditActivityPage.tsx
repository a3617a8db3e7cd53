import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import type { ActivitySummary } from '../../../../shared/contract/activities/plan'
import { api } from '../../../client'
import { ErrorNotice } from '../../../components/ErrorNotice'
import { Loading } from '../../../components/Loading'
import { PageHeader } from '../../../components/PageHeader'
import { draftOf } from './activity-draft'
import { ActivityForm } from './ActivityForm'
import { useActivity } from './use-activity'

/** Changes an activity, its cost above all once it is known. */
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
  const { t } = useTranslation(['activities', 'common'])
  const navigate = useNavigate()
  const { message } = App.useApp()
  const queryClient = useQueryClient()
  const [initial] = useState(() => draftOf(activity))
  const update = useMutation(api.activities.plan.update.mutationOptions())
  const page = `/activities/${activity.id}`
  return (
    <ActivityForm
      title={t('details')}
      initial={initial}
      isSaving={update.isPending}
      error={update.error}
      onCancel={() => void navigate(page)}
      onSave={(changed, release) =>
        update.mutate(
          { id: activity.id, activity: changed },
          {
            onSuccess: () => {
              release()
              void message.success(t('common:saved'))
              void queryClient.invalidateQueries()
              void navigate(page)
            },
          },
        )
      }
    />
  )
}
