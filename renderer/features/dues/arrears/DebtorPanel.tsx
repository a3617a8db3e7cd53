import { SearchOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate } from 'react-router'
import type { Debtor } from '../../../../shared/contract/dues/arrears'
import type { MemberId } from '../../../../shared/model/id'
import { api, client } from '../../../client'
import { allRows, DataGrid, useRowPages, useSelection, type GridColumn } from '../../../components/data-grid'
import { EmptyState } from '../../../components/EmptyState'
import { Money } from '../../../components/Money'
import { SEARCH_BOX_ID } from '../../../components/search-box'
import { useDates } from '../../../components/use-dates'
import { useErrorToast } from '../../../components/use-error-toast'
import { formatYuan } from '../../../components/yuan'
import styles from '../dues.module.css'
import { PaymentDialog } from '../payments/PaymentDialog'

/** Who owes dues, how much and since when; payments are recorded from here. */
export function DebtorPanel() {
  const { t } = useTranslation(['dues', 'payments', 'fields', 'common'])
  const navigate = useNavigate()
  const dates = useDates()
  const [search, setSearch] = useState('')
  const [isPaying, setPaying] = useState(false)
  const pages = useRowPages<Debtor>((page) => api.dues.arrears.debtors.queryOptions({ input: { search, ...page } }))
  const sum = useQuery(api.dues.arrears.debtors.queryOptions({ input: { search, offset: 0, limit: 1 } }))
  const selection = useSelection<MemberId>(async () => {
    const rows = await allRows((page) => client.dues.arrears.debtors({ search, ...page }))
    return rows.map(({ memberId }) => memberId)
  }, useErrorToast())
  const columns: GridColumn<Debtor>[] = [
    {
      key: 'name',
      title: t('fields:member.name'),
      width: 120,
      render: ({ memberId, name }) => (
        <Link tabIndex={-1} to={`/members/${memberId}?tab=dues`}>
          {name}
        </Link>
      ),
    },
    { key: 'department', title: t('fields:member.department'), width: 180, render: ({ department }) => department },
    { key: 'owed', title: t('owed'), width: 120, align: 'end', render: ({ owed }) => <Money fen={owed} /> },
    { key: 'months', title: t('owedMonths'), width: 110, align: 'end', render: ({ months }) => months },
    { key: 'since', title: t('owedSince'), width: 140, render: ({ since }) => since !== null && dates.month(since) },
  ]
  return (
    <div className={styles.fill}>
      <div className={styles.spread}>
        <Input
          id={SEARCH_BOX_ID}
          className={styles.search ?? ''}
          aria-label={t('searchDebtors')}
          placeholder={t('searchPlaceholder')}
          prefix={<SearchOutlined />}
          allowClear
          maxLength={60}
          value={search}
          onChange={({ target }) => setSearch(target.value)}
        />
        {sum.data !== undefined && sum.data.total > 0 && (
          <p role="status">{t('owedSum', { count: sum.data.total, amount: formatYuan(sum.data.owed) })}</p>
        )}
      </div>
      <div className={styles.selection} role="status">
        {selection.ids.size > 0 && (
          <>
            <strong>{t('common:grid.selected', { count: selection.ids.size })}</strong>
            <Button type="primary" onClick={() => setPaying(true)}>
              {t('payments:pay.title')}
            </Button>
            <Button type="link" onClick={selection.clear}>
              {t('common:grid.clearSelection')}
            </Button>
          </>
        )}
      </div>
      <div className={styles.gridArea}>
        <DataGrid<Debtor, MemberId>
          label={t('tab.debtors')}
          columns={columns}
          pages={pages}
          rowId={({ memberId }) => memberId}
          rowName={({ name }) => name}
          selection={selection}
          onOpen={({ memberId }) => void navigate(`/members/${memberId}?tab=dues`)}
          empty={
            search.trim() === '' ? (
              <EmptyState title={t('noDebtors')} text={t('noDebtorsText')} />
            ) : (
              <EmptyState title={t('nobodyFound')} />
            )
          }
        />
      </div>
      <PaymentDialog
        memberIds={[...selection.ids]}
        open={isPaying}
        onPaid={selection.clear}
        onClose={() => setPaying(false)}
      />
    </div>
  )
}
