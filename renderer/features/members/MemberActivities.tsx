import { useQuery } from '@tanstack/react-query'
import { Table, type TableColumnsType } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { MemberId } from '../../../shared/model/id'
import { api, type client } from '../../client'
import { EmptyState } from '../../components/EmptyState'
import { ErrorNotice } from '../../components/ErrorNotice'
import { Loading } from '../../components/Loading'

type MemberActivity = Awaited<ReturnType<typeof client.activities.people.ofMember>>[number]

/** What a member signed up for, and whether they came. */
export function MemberActivities({ memberId }: { readonly memberId: MemberId }) {
  const { t } = useTranslation(['members', 'fields'])
  const activities = useQuery(api.activities.people.ofMember.queryOptions({ input: { memberId } }))
  if (activities.isPending) return <Loading />
  if (activities.isError) return <ErrorNotice error={activities.error} onRetry={() => void activities.refetch()} />
  if (activities.data.length === 0) return <EmptyState title={t('noActivities')} text={t('noActivitiesText')} />
  const columns: TableColumnsType<MemberActivity> = [
    {
      title: t('historyField.activityId'),
      render: (_, { activityId, title }) => <Link to={`/activities/${activityId}`}>{title}</Link>,
    },
    {
      title: t('startsOn'),
      width: 150,
      render: (_, { startsOn }) => <span className="numeric">{startsOn}</span>,
    },
    {
      title: t('historyField.attendance'),
      width: 140,
      render: (_, { attendance }) => t(`fields:attendance.${attendance}`),
    },
  ]
  return (
    <Table rowKey="activityId" columns={columns} dataSource={activities.data} pagination={false} scroll={{ x: 480 }} />
  )
}
