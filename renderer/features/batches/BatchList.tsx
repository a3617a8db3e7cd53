import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Button, Table, type TableColumnsType } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Batch } from '../../../shared/contract/batches'
import { api } from '../../client'
import { EmptyState } from '../../components/EmptyState'
import { ErrorNotice } from '../../components/ErrorNotice'
import { useDates } from '../../components/use-dates'
import { useUndo } from '../../components/use-undo'

const PAGE = 50

/** The batches of the branch, newest first; what can be taken back has its button. */
export function BatchList() {
  const { t } = useTranslation(['batches', 'common'])
  const dates = useDates()
  const { undo } = useUndo()
  const [page, setPage] = useState(1)
  const list = useQuery(
    api.batches.list.queryOptions({
      input: { offset: (page - 1) * PAGE, limit: PAGE },
      placeholderData: keepPreviousData,
    }),
  )
  if (list.isError) return <ErrorNotice error={list.error} onRetry={() => void list.refetch()} />

  function state(batch: Batch) {
    if (batch.undoneAt !== null) return t('undoneAt', { at: dates.moment(batch.undoneAt) })
    // An undo stays, and a reversed line is charged or paid anew.
    if (batch.kind === 'undo' || batch.kind === 'reversal') return null
    return (
      <Button
        aria-label={t('undoNamed', { title: batch.title })}
        loading={undo.isPending && undo.variables.id === batch.id}
        disabled={undo.isPending}
        onClick={() => undo.mutate({ id: batch.id })}
      >
        {t('common:undo')}
      </Button>
    )
  }

  const columns: TableColumnsType<Batch> = [
    { title: t('column.at'), width: 180, render: (_, { at }) => <span className="numeric">{dates.moment(at)}</span> },
    { title: t('column.kind'), width: 140, render: (_, { kind }) => t(`kind.${kind}`) },
    { title: t('column.title'), dataIndex: 'title' },
    { title: t('column.count'), width: 120, align: 'right', render: (_, { count }) => t('common:records', { count }) },
    { title: t('column.state'), width: 260, render: (_, batch) => state(batch) },
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
