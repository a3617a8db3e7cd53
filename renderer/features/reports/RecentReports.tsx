import { useQuery } from '@tanstack/react-query'
import { Table, type TableColumnsType } from 'antd'
import { useTranslation } from 'react-i18next'
import type { BackendClient } from '../../../shared/contract'
import { api } from '../../client'
import { EmptyState } from '../../components/EmptyState'
import { ErrorNotice } from '../../components/ErrorNotice'
import { Section } from '../../components/Section'
import { useDates } from '../../components/use-dates'

type Recent = Awaited<ReturnType<BackendClient['reports']['recent']>>[number]

/** What was handed in and printed last. */
export function RecentReports() {
  const { t } = useTranslation(['reports', 'common'])
  const dates = useDates()
  const recent = useQuery(api.reports.recent.queryOptions())
  const columns: TableColumnsType<Recent> = [
    {
      title: t('recentColumn.at'),
      width: 170,
      render: (_, { at }) => <span className="numeric">{dates.moment(at)}</span>,
    },
    { title: t('recentColumn.kind'), width: 90, render: (_, { kind }) => t(`kind.${kind}`) },
    { title: t('recentColumn.subject'), ellipsis: true, dataIndex: 'subject' },
    { title: t('recentColumn.count'), width: 90, align: 'right', dataIndex: 'count' },
    { title: t('recentColumn.reason'), width: 220, ellipsis: true, dataIndex: 'reason' },
  ]
  return (
    <Section title={t('recent')}>
      {recent.isError ? (
        <ErrorNotice error={recent.error} onRetry={() => void recent.refetch()} />
      ) : (
        <Table
          rowKey="id"
          size="small"
          columns={columns}
          dataSource={recent.data ?? []}
          loading={recent.isPending}
          pagination={false}
          scroll={{ x: 760 }}
          locale={{ emptyText: <EmptyState title={t('noRecent')} text={t('noRecentText')} /> }}
        />
      )}
    </Section>
  )
}
