import { useQuery } from '@tanstack/react-query'
import { Table, type TableColumnsType } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Month } from '../../../shared/model/date'
import { api, client } from '../../client'
import { allRows } from '../../components/data-grid'
import { ErrorNotice } from '../../components/ErrorNotice'
import { Loading } from '../../components/Loading'

interface TopicRequestsProps {
  readonly topic: string
  readonly month: Month
}

type Row = Awaited<ReturnType<typeof client.insights.topics.requests>>['rows'][number]

/** The requests behind a number. */
export function TopicRequests({ topic, month }: TopicRequestsProps) {
  const { t } = useTranslation('insights')
  const found = useQuery({
    queryKey: [...api.insights.topics.requests.key(), topic, month],
    queryFn: () => allRows((page) => client.insights.topics.requests({ topic, month, ...page })),
  })
  if (found.isPending) return <Loading />
  if (found.isError) return <ErrorNotice error={found.error} />
  const columns: TableColumnsType<Row> = [
    {
      title: t('topics.receivedOn'),
      width: 130,
      render: (_, row) => <span className="numeric">{row.receivedOn}</span>,
    },
    {
      title: t('topics.request'),
      render: (_, { id, title }) => <Link to={`/care/requests/${id}`}>{title ?? t('topics.confidential')}</Link>,
    },
    { title: t('topics.state'), width: 110, render: (_, row) => t(row.isClosed ? 'topics.closed' : 'topics.going') },
  ]
  return (
    <Table
      rowKey="id"
      size="small"
      pagination={{ pageSize: 10, hideOnSinglePage: true }}
      columns={columns}
      dataSource={[...found.data]}
    />
  )
}
