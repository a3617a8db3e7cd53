import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { KeptItem } from '../../../shared/contract/batches'
import type { BatchId } from '../../../shared/model/id'
import { api } from '../../client'
import { DataGrid, useRowPages, type GridColumn } from '../../components/data-grid'
import { EmptyState } from '../../components/EmptyState'
import styles from './batches.module.css'
import { useBatchTexts } from './use-batch-texts'

/** All that an undo left as it was. */
export function KeptGrid({ id }: { readonly id: BatchId }) {
  const { t } = useTranslation('batches')
  const texts = useBatchTexts()
  const pages = useRowPages<KeptItem>((page) => api.batches.kept.queryOptions({ input: { id, ...page } }))
  const columns: GridColumn<KeptItem>[] = [
    {
      key: 'name',
      title: t('column.record'),
      width: 180,
      render: ({ memberId, name }) => (memberId === null ? name : <Link to={`/members/${memberId}`}>{name}</Link>),
    },
    { key: 'reason', title: t('column.why'), width: 620, render: (item) => texts.kept(item) },
  ]
  return (
    <div className={styles.grid}>
      <DataGrid
        label={t('show.kept')}
        columns={columns}
        pages={pages}
        rowId={({ table, name, field }) => `${table} ${name} ${field ?? ''}`}
        rowName={({ name }) => name}
        empty={<EmptyState title={t('keptNothing')} />}
      />
    </div>
  )
}
