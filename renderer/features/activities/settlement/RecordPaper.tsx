import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { api, client } from '../../../client'
import { ErrorNotice } from '../../../components/ErrorNotice'
import { Loading } from '../../../components/Loading'
import { PageHeader } from '../../../components/PageHeader'
import { ProgressDialog } from '../../../components/ProgressDialog'
import { useSave } from '../../../components/use-save'
import { useLanguage } from '../../../i18n/use-language'
import { PaperActions } from '../../reports/PaperActions'
import { SignInButton } from '../../reports/SignInButton'
import { ActivityPaper } from '../plan/ActivityPaper'
import { useActivity } from '../plan/use-activity'

/** The record of an activity 活动登记表, to print, as a PDF or a workbook. */
export function RecordPaper() {
  const { t } = useTranslation('plan')
  const { id, activity } = useActivity()
  const [language] = useLanguage()
  const { save, progress, error } = useSave()
  const settlement = useQuery(api.activities.settlement.get.queryOptions({ input: { activityId: id } }))
  const steps = useQuery(api.activities.approval.steps.queryOptions({ input: { activityId: id } }))
  if (activity.isError) return <ErrorNotice error={activity.error} onRetry={() => void activity.refetch()} />
  if (activity.data === undefined || settlement.data === undefined || steps.data === undefined) return <Loading />
  const { title } = activity.data
  const name = `${t('paper.record')}-${title}`
  return (
    <>
      <div className="screen-only">
        <PageHeader
          backTo={`/activities/${id}`}
          title={t('paper.record')}
          note={title}
          actions={
            <>
              <SignInButton activityId={id} />
              <Button
                onClick={() =>
                  void save(
                    (options) => client.activities.settlement.export({ activityId: id, language }, options),
                    ({ fileName }) => t('paper.saved', { name: fileName }),
                  )
                }
              >
                {t('paper.workbook')}
              </Button>
              <PaperActions paper="activityRecord" count={0} name={name} landscape={false} />
            </>
          }
        />
        {error !== null && <ErrorNotice error={error} />}
      </div>
      <ActivityPaper
        title={t('paper.recordTitle')}
        activity={activity.data}
        lines={settlement.data.lines}
        heads={settlement.data.heads}
        steps={steps.data}
        isRecord
      />
      <ProgressDialog title={t('paper.saving')} progress={progress} />
    </>
  )
}
