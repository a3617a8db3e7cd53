import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Table, type TableColumnsType } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Batch } from '../../../shared/contract/batches'
import { api } from '../../client'
import { EmptyState } from '../../components/EmptyState'
import { ErrorNotice } from '../../components/ErrorNotice'
import { useDates } from '../../components/use-dates'
import { UndoButton } from './UndoButton'
import { useBatchTexts } from './use-batch-texts'

const PAGE = 50

/** The batches of the branch, newest first; what can be taken back has its button. */
export function BatchList() {
  const { t } = useTranslation(['batches', 'common'])
  const dates = useDates()
  const texts = useBatchTexts()
  const [page, setPage] = useState(1)
  const list = useQuery(
    api.batches.list.queryOptions({
      input: { offset: (page - 1) * PAGE, limit: PAGE },
      placeholderData: keepPreviousData,
    }),
  )
  if (list.isError) return <ErrorNotice error={list.error} onRetry={() => void list.refetch()} />

  const columns: TableColumnsType<Batch> = [
    { title: t('column.at'), width: 180, render: (_, { at }) => <span className="numeric">{dates.moment(at)}</span> },
    { title: t('column.kind'), width: 140, render: (_, batch) => texts.kind(batch) },
    { title: t('column.title'), render: (_, { id, title }) => <Link to={`/log/${id}`}>{title}</Link> },
    { title: t('column.count'), width: 120, align: 'right', render: (_, { count }) => t('common:records', { count }) },
    {
      title: t('column.state'),
      width: 260,
      render: (_, batch) =>
        batch.undoneAt === null ? (
          <UndoButton batch={batch} />
        ) : (
          <Link to={`/log/${batch.undoneBy ?? batch.id}`}>
            {t(batch.kind === 'undo' ? 'redoneAt' : 'undoneAt', { at: dates.moment(batch.undoneAt) })}
          </Link>
        ),
    },
  ]
  return (
    <Table
      rowKey="id"
      loading={list.isPending}
      columns={columns}
      dataSource={list.data?.rows ?? []}
      scroll={{ x: 760 }}
      locale={{ emptyText: <EmptyState title={t('noBatches')} text={t('noBatchesText')} /> }}
      pagination={{
        current: page,
        pageSize: PAGE,
        total: list.data?.total ?? 0,
        onChange: setPage,
        hideOnSinglePage: true,
        showSizeChanger: false,
      }}
    />
  )
}
