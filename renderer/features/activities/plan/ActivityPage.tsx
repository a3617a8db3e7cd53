import { DownOutlined } from '@ant-design/icons'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button, Dropdown, Tabs } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate, useSearchParams } from 'react-router'
import type { ActivitySummary } from '../../../../shared/contract/activities/plan'
import { timeRange } from '../../../../shared/rules/activities/time-range'
import { api } from '../../../client'
import { ErrorNotice } from '../../../components/ErrorNotice'
import { Loading } from '../../../components/Loading'
import { PageHeader } from '../../../components/PageHeader'
import panel from '../../../components/panel.module.css'
import { useErrorToast } from '../../../components/use-error-toast'
import { useUndo } from '../../../components/use-undo'
import { Attachments } from '../../attachments/Attachments'
import { BudgetPanel } from '../budget/BudgetPanel'
import { Participants } from '../people/Participants'
import { usePlanAct } from '../use-plan-act'
import { ActivityFigures } from './ActivityFigures'
import { CancelDialog } from './CancelDialog'
import { CopyDialog } from './CopyDialog'
import { NextStep } from './NextStep'
import { PlanPanel } from './PlanPanel'
import { RepeatDialog } from './RepeatDialog'
import { StateTag } from './StateTag'
import { useActivity } from './use-activity'

/** One activity from its plan to its settlement: how it stands, what comes next, and all that belongs to it. */
export function ActivityPage() {
  const { t } = useTranslation('activities')
  const { activity } = useActivity()
  if (activity.isPending) return <Loading />
  if (activity.isError) {
    return (
      <>
        <PageHeader title={t('title')} backTo="/activities" />
        <ErrorNotice error={activity.error} onRetry={() => void activity.refetch()} />
      </>
    )
  }
  return <OpenActivity activity={activity.data} />
}

function OpenActivity({ activity }: { readonly activity: ActivitySummary }) {
  const { t } = useTranslation(['activities', 'plan', 'common'])
  const { id, title, type, place, state } = activity
  const navigate = useNavigate()
  const queryClient = useQueryClient()
  const { offerUndo } = useUndo()
  const onError = useErrorToast()
  const told = usePlanAct()
  const [params, setParams] = useSearchParams()
  const [dialog, setDialog] = useState<'copy' | 'repeat' | 'cancel' | null>(null)
  const close = () => setDialog(null)
  const goTo = (tab: string) => setParams({ tab }, { replace: true })
  const restore = useMutation(
    api.activities.plan.restore.mutationOptions({
      onSuccess: ({ batchId }) => told(t('plan:restored'), batchId),
      onError,
    }),
  )
  const remove = useMutation(
    api.activities.plan.remove.mutationOptions({
      onSuccess: async ({ batchId }) => {
        offerUndo(t('removed', { title }), batchId)
        await navigate('/activities')
        await queryClient.invalidateQueries()
      },
      onError,
    }),
  )
  const menu = [
    { key: 'copy', label: t('plan:copy.do'), onClick: () => setDialog('copy') },
    ...(state === 'cancelled' || state === 'settled'
      ? []
      : [{ key: 'repeat', label: t('plan:repeat.do'), onClick: () => setDialog('repeat') }]),
    { key: 'approval', label: t('plan:paper.approval'), onClick: () => void navigate(`/activities/${id}/approval`) },
    { key: 'record', label: t('plan:paper.record'), onClick: () => void navigate(`/activities/${id}/record`) },
    { type: 'divider' as const },
    ...(state === 'cancelled'
      ? [{ key: 'restore', label: t('plan:restore'), onClick: () => restore.mutate({ id }) }]
      : state === 'settled'
        ? []
        : [{ key: 'cancel', label: t('plan:cancel.do'), danger: true, onClick: () => setDialog('cancel') }]),
    { key: 'remove', label: t('common:remove'), danger: true, onClick: () => remove.mutate({ id }) },
  ]
  return (
    <div className={panel.whole}>
      <PageHeader
        backTo="/activities"
        title={
          <>
            {title} <StateTag state={state} />
          </>
        }
        note={[t(`type.${type}`), timeRange(activity), ...(place === null ? [] : [place])].join(t('common:dot'))}
        actions={
          <>
            <Dropdown trigger={['click']} menu={{ items: menu }}>
              <Button icon={<DownOutlined />} iconPlacement="end">
                {t('plan:moreActs')}
              </Button>
            </Dropdown>
            {state !== 'settled' && (
              <Button onClick={() => void navigate(`/activities/${id}/edit`)}>{t('common:edit')}</Button>
            )}
          </>
        }
      />
      <NextStep activity={activity} onTab={goTo} onRestore={() => restore.mutate({ id })} />
      <ActivityFigures activity={activity} />
      <Tabs
        className={panel.tabs ?? ''}
        activeKey={params.get('tab') ?? 'plan'}
        onChange={goTo}
        destroyOnHidden
        items={[
          { key: 'plan', label: t('plan:tab.plan'), children: <PlanPanel activity={activity} /> },
          { key: 'people', label: t('plan:tab.people'), children: <Participants activity={activity} /> },
          { key: 'money', label: t('plan:tab.money'), children: <BudgetPanel activity={activity} /> },
          {
            key: 'files',
            label: t('plan:tab.files'),
            children: (
              <Attachments
                owner={{ kind: 'activity', id }}
                labels={[t('plan:file.photo'), t('plan:file.notice'), t('plan:file.list'), t('plan:file.other')]}
              />
            ),
          },
        ]}
      />
      {dialog === 'copy' && <CopyDialog activity={activity} onClose={close} />}
      {dialog === 'repeat' && <RepeatDialog activity={activity} onClose={close} />}
      {dialog === 'cancel' && <CancelDialog activity={activity} onClose={close} />}
    </div>
  )
}
