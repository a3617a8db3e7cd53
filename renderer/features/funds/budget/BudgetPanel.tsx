import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { budgetCategoriesOf } from '../../../../shared/rules/funds/budget'
import { budgetCategories, chartOn } from '../../../../shared/rules/funds/chart'
import { daysOfYear } from '../../../../shared/rules/funds/year'
import { api } from '../../../client'
import { EmptyState } from '../../../components/EmptyState'
import { ErrorNotice } from '../../../components/ErrorNotice'
import { Loading } from '../../../components/Loading'
import panel from '../../../components/panel.module.css'
import { AccountYear } from '../AccountYear'
import { useFundYear } from '../use-fund-year'
import { BudgetDialog } from './BudgetDialog'
import { BudgetPicture } from './BudgetPicture'
import { BudgetTable } from './BudgetTable'

/** The budget of an account and year against what was booked. */
export function BudgetPanel() {
  const { t } = useTranslation('funds')
  const { account, year } = useFundYear()
  const [isPlanning, setPlanning] = useState(false)
  const summary = useQuery(api.funds.book.summary.queryOptions({ input: { account, year } }))
  const rows = useQuery(api.funds.budget.list.queryOptions({ input: { account, year } }))
  const next = String(new Date().getFullYear() + 1)
  const chart = chartOn(daysOfYear(year).from)
  const parts = (['income', 'spending'] as const).map((direction) => ({
    direction,
    categories: budgetCategoriesOf(
      rows.data ?? [],
      direction,
      budgetCategories(chart, account, direction).map(({ term }) => term),
    ),
  }))
  const planned = parts.find(({ direction }) => direction === 'spending')?.categories ?? []
  const plan = (
    <Button type="primary" disabled={!rows.isSuccess} onClick={() => setPlanning(true)}>
      {t('budget.plan')}
    </Button>
  )
  return (
    <div className={panel.fill}>
      <div className={panel.spread}>
        <div className={panel.bar}>
          <AccountYear years={[next, ...(summary.data?.years ?? [])]} />
        </div>
        {(rows.data ?? []).length > 0 && plan}
      </div>
      {rows.isPending && <Loading />}
      {rows.isError && <ErrorNotice error={rows.error} onRetry={() => void rows.refetch()} />}
      {rows.isSuccess && rows.data.length === 0 && (
        <EmptyState title={t('budget.none')} text={t('budget.noneText')} action={plan} />
      )}
      {planned.length > 0 && <BudgetPicture account={account} year={year} categories={planned} />}
      {parts
        .filter(({ categories }) => categories.length > 0)
        .map(({ direction, categories }) => (
          <BudgetTable key={direction} account={account} year={year} direction={direction} categories={categories} />
        ))}
      {isPlanning && rows.isSuccess && (
        <BudgetDialog account={account} year={year} rows={rows.data} onClose={() => setPlanning(false)} />
      )}
    </div>
  )
}
