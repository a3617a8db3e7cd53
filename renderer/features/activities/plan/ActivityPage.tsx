import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { api } from '../../../client'
import { ErrorNotice } from '../../../components/ErrorNotice'
import { Loading } from '../../../components/Loading'
import { PageHeader } from '../../../components/PageHeader'
import panel from '../../../components/panel.module.css'
import { useErrorToast } from '../../../components/use-error-toast'
import { useUndo } from '../../../components/use-undo'
import { SignInButton } from '../../reports/SignInButton'
import { ActivitySpending } from '../../funds/book/ActivitySpending'
import styles from '../activities.module.css'
import { ActivityFigures } from './ActivityFigures'
import { dayRange } from './day-range'
import { Participants } from '../people/Participants'
import { useActivity } from './use-activity'

/** One activity: what it is, what it cost, who takes part and who came. */
export function ActivityPage() {
  const { t } = useTranslation(['activities', 'common'])
  const navigate = useNavigate()
  const queryClient = useQueryClient()
  const { offerUndo } = useUndo()
  const { id, activity } = useActivity()
  const remove = useMutation(
    api.activities.plan.remove.mutationOptions({
      onSuccess: async ({ batchId }) => {
        offerUndo(t('removed', { title: activity.data?.title }), batchId)
        await navigate('/activities')
        await queryClient.invalidateQueries()
      },
      onError: useErrorToast(),
    }),
  )
  if (activity.isPending) return <Loading />
  if (activity.isError) {
    return (
      <>
        <PageHeader title={t('title')} backTo="/activities" />
        <ErrorNotice error={activity.error} onRetry={() => void activity.refetch()} />
      </>
    )
  }
  const { title, type, place, note } = activity.data
  return (
    <div className={panel.whole}>
      <PageHeader
        backTo="/activities"
        title={title}
        note={[t(`type.${type}`), dayRange(activity.data), ...(place === null ? [] : [place])].join(' · ')}
        actions={
          <>
            <Button danger loading={remove.isPending} onClick={() => remove.mutate({ id })}>
              {t('common:remove')}
            </Button>
            <SignInButton activityId={id} />
            <Button onClick={() => void navigate(`/activities/${id}/edit`)}>{t('common:edit')}</Button>
          </>
        }
      />
      <ActivityFigures activity={activity.data} />
      {note !== null && <p className={styles.note}>{note}</p>}
      <ActivitySpending activity={activity.data} />
      <Participants activity={activity.data} />
    </div>
  )
}
