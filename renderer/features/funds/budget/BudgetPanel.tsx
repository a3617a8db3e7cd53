import { useQuery } from '@tanstack/react-query'
import { Table } from 'antd'
import { useTranslation } from 'react-i18next'
import { api } from '../../../client'
import { EmptyState } from '../../../components/EmptyState'
import { Money } from '../../../components/Money'
import { useCodeLabel } from '../../../i18n/use-code-label'
import { AccountYear } from '../AccountYear'
import styles from '../funds.module.css'
import { useFundYear } from '../use-fund-year'

/** The budget of an account and year against what was booked. */
export function BudgetPanel() {
  const { t } = useTranslation('funds')
  const codeLabel = useCodeLabel()
  const { account, year } = useFundYear()
  const summary = useQuery(api.funds.book.summary.queryOptions({ input: { account, year } }))
  const rows = useQuery(api.funds.budget.list.queryOptions({ input: { account, year } }))
  return (
    <div className={styles.fill}>
      <div className={styles.bar}>
        <AccountYear years={summary.data?.years ?? []} />
      </div>
      <Table
        size="small"
        pagination={false}
        loading={rows.isPending}
        dataSource={rows.data ?? []}
        rowKey={({ direction, category, subcategory }) => `${direction} ${category} ${subcategory ?? ''}`}
        locale={{ emptyText: <EmptyState title={t('budget.none')} text={t('budget.noneText')} /> }}
        columns={[
          { title: t('book.category'), render: (_, { category, subcategory }) => codeLabel(subcategory ?? category) },
          {
            title: t('budget.planned'),
            align: 'end',
            render: (_, { amount }) => amount !== null && <Money fen={amount} />,
          },
          { title: t('budget.actual'), align: 'end', render: (_, { actual }) => <Money fen={actual} /> },
          { title: t('budget.lastYear'), align: 'end', render: (_, { lastYear }) => <Money fen={lastYear} /> },
        ]}
      />
    </div>
  )
}
