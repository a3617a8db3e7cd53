import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { TableColumnsType } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Batch } from '../../../shared/contract/batches'
import { api } from '../../client'
import { EmptyState } from '../../components/EmptyState'
import { PagedTable } from '../../components/PagedTable'
import { useDates } from '../../components/use-dates'
import { usePage } from '../../components/use-page'
import { UndoButton } from './UndoButton'
import { useBatchTexts } from './use-batch-texts'

/** The batches of the branch, newest first; what can be taken back has its button. */
export function BatchList() {
  const { t } = useTranslation(['batches', 'common'])
  const dates = useDates()
  const texts = useBatchTexts()
  const page = usePage(50)
  const list = useQuery(
    api.batches.list.queryOptions({
      input: page.input,
      placeholderData: keepPreviousData,
    }),
  )

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
    <PagedTable
      size="large"
      list={list}
      page={page}
      columns={columns}
      scroll={{ x: 760 }}
      empty={<EmptyState title={t('noBatches')} text={t('noBatchesText')} />}
    />
  )
}
