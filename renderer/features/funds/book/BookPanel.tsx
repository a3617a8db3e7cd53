import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api } from '../../../client'
import { DataGrid, useRowPages } from '../../../components/data-grid'
import { EmptyState } from '../../../components/EmptyState'
import { AccountYear } from '../AccountYear'
import styles from '../funds.module.css'
import { useFundYear } from '../use-fund-year'
import { lineId, useBookColumns } from './use-book-columns'
import { BookFigures } from './BookFigures'

/** The book of income and spending of an account and year. */
export function BookPanel() {
  const { t } = useTranslation('funds')
  const { account, year } = useFundYear()
  const summary = useQuery(api.funds.book.summary.queryOptions({ input: { account, year } }))
  const pages = useRowPages((page) => api.funds.book.list.queryOptions({ input: { account, year, ...page } }))
  const columns = useBookColumns()
  return (
    <div className={styles.fill}>
      <div className={styles.spread}>
        <div className={styles.bar}>
          <AccountYear years={summary.data?.years ?? []} />
        </div>
      </div>
      {summary.data !== undefined && <BookFigures summary={summary.data} />}
      <div className={styles.gridArea}>
        <DataGrid
          label={t('tab.book')}
          columns={columns}
          pages={pages}
          rowId={lineId}
          rowName={(line) => (line.kind === 'dues' ? t('book.duesLine', { count: line.lines }) : line.summary)}
          empty={<EmptyState title={t('book.none')} text={t('book.noneText')} />}
        />
      </div>
    </div>
  )
}
