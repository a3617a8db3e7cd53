import { Tabs } from 'antd'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import { PageHeader } from '../../components/PageHeader'
import panel from '../../components/panel.module.css'
import { BookPanel } from './book/BookPanel'
import { BudgetPanel } from './budget/BudgetPanel'
import { ClosingPanel } from './closing/ClosingPanel'
import { LimitPanel } from './limits/LimitPanel'
import { SplitPanel } from './splits/SplitPanel'
import { StatementPanel } from './statements/StatementPanel'

/** Funds: the book, the budget, shares of the 2 %; the tab stands in the address of the page. */
export function FundsPage() {
  const { t } = useTranslation('funds')
  const [params, setParams] = useSearchParams()
  return (
    <div className={panel.page}>
      <PageHeader title={t('title')} />
      <Tabs
        className={panel.tabs ?? ''}
        activeKey={params.get('tab') ?? 'book'}
        onChange={(tab) => setParams({ tab }, { replace: true })}
        destroyOnHidden
        items={[
          { key: 'book', label: t('tab.book'), children: <BookPanel /> },
          { key: 'budget', label: t('tab.budget'), children: <BudgetPanel /> },
          { key: 'splits', label: t('tab.splits'), children: <SplitPanel /> },
          { key: 'limits', label: t('tab.limits'), children: <LimitPanel /> },
          { key: 'statements', label: t('tab.statements'), children: <StatementPanel /> },
          { key: 'closing', label: t('tab.closing'), children: <ClosingPanel /> },
        ]}
      />
    </div>
  )
}
