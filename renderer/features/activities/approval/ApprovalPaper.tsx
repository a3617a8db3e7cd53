import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api } from '../../../client'
import { ErrorNotice } from '../../../components/ErrorNotice'
import { Loading } from '../../../components/Loading'
import { PageHeader } from '../../../components/PageHeader'
import { PaperActions } from '../../reports/PaperActions'
import { ActivityPaper } from '../plan/ActivityPaper'
import { useActivity } from '../plan/use-activity'

/** The paper on which a plan is agreed to 审批表, with room for stamps and signatures. */
export function ApprovalPaper() {
  const { t } = useTranslation('plan')
  const { id, activity } = useActivity()
  const budget = useQuery(api.activities.budget.get.queryOptions({ input: { activityId: id } }))
  const steps = useQuery(api.activities.approval.steps.queryOptions({ input: { activityId: id } }))
  if (activity.isError) return <ErrorNotice error={activity.error} onRetry={() => void activity.refetch()} />
  if (activity.data === undefined || budget.data === undefined || steps.data === undefined) return <Loading />
  const { title } = activity.data
  return (
    <>
      <div className="screen-only">
        <PageHeader
          backTo={`/activities/${id}`}
          title={t('paper.approval')}
          note={title}
          actions={
            <PaperActions
              paper="activityApproval"
              count={0}
              name={`${t('paper.approval')}-${title}`}
              landscape={false}
            />
          }
        />
      </div>
      <ActivityPaper
        title={t('paper.approvalTitle')}
        activity={activity.data}
        lines={budget.data.lines}
        heads={budget.data.heads.count}
        steps={steps.data}
        isRecord={false}
      />
    </>
  )
}
