import { Tabs } from 'antd'
import { useTranslation } from 'react-i18next'
import { useNavigate, useSearchParams } from 'react-router'
import { monthSchema } from '../../../shared/model/date'
import { dayOf, monthOf } from '../../../shared/rules/date'
import { periodOf } from '../../../shared/rules/dues/period'
import { PageHeader } from '../../components/PageHeader'
import panel from '../../components/panel.module.css'
import { DebtorPanel } from './arrears/DebtorPanel'
import { BasisPanel } from './bases/BasisPanel'
import { ExemptionPanel } from './exemptions/ExemptionPanel'
import { HandOverPanel } from './hand-overs/HandOverPanel'
import { ReceiptPanel } from './receipts/ReceiptPanel'
import { ChargePanel } from './charges/ChargePanel'
import { periodKindSchema, type ChosenPeriod } from './charges/PeriodSwitcher'
import { PaymentList } from './payments/PaymentList'
import { RegisterPanel } from './register/RegisterPanel'
import { PayrollPanel } from './payroll/PayrollPanel'
import { YearPanel } from './pictures/YearPanel'
import { RulePanel } from './rules/RulePanel'

/** Dues: month by month, who owes, and the rules; month and tab stand in the address of the page. */
export function DuesPage() {
  const { t } = useTranslation(['dues', 'payments', 'payroll', 'bases', 'exemptions'])
  const [params, setParams] = useSearchParams()
  const navigate = useNavigate()
  const month = monthSchema.catch(monthOf(dayOf(new Date()))).parse(params.get('month'))
  const setRule = () => void navigate(`/dues/rules/new?month=${month}`)
  const kind = periodKindSchema.catch('month').parse(params.get('period'))
  const period: ChosenPeriod =
    kind === 'range'
      ? { kind, from: month, until: monthSchema.catch(month).parse(params.get('until')) }
      : { kind, ...periodOf(kind, month) }

  function go(changes: Readonly<Partial<Record<'tab' | 'month' | 'period' | 'until', string>>>) {
    setParams((before) => ({ ...Object.fromEntries(before), ...changes }), { replace: true })
  }

  return (
    <div className={panel.page}>
      <PageHeader title={t('title')} />
      <Tabs
        className={panel.tabs ?? ''}
        activeKey={params.get('tab') ?? 'month'}
        onChange={(tab) => go({ tab })}
        destroyOnHidden
        items={[
          {
            key: 'month',
            label: t('tab.month'),
            children: (
              <ChargePanel
                period={period}
                onPeriod={(chosen) => go({ month: chosen.from, until: chosen.until, period: chosen.kind })}
                onSetRule={setRule}
              />
            ),
          },
          {
            key: 'year',
            label: t('tab.year'),
            children: (
              <YearPanel
                month={month}
                onCharged={(chosen) => go({ tab: 'month', period: 'month', month: chosen })}
                onCollected={(chosen) => go({ tab: 'payments', month: chosen })}
              />
            ),
          },
          {
            key: 'payments',
            label: t('payments:tab'),
            children: <PaymentList key={month} month={month} />,
          },
          { key: 'register', label: t('payments:registerTab'), children: <RegisterPanel month={month} /> },
          { key: 'payroll', label: t('payroll:tab'), children: <PayrollPanel /> },
          { key: 'debtors', label: t('tab.debtors'), children: <DebtorPanel /> },
          { key: 'receipts', label: t('tab.receipts'), children: <ReceiptPanel /> },
          { key: 'handOvers', label: t('tab.handOvers'), children: <HandOverPanel /> },
          {
            key: 'bases',
            label: t('bases:title'),
            children: <BasisPanel month={month} onMonth={(chosen) => go({ month: chosen })} />,
          },
          { key: 'exemptions', label: t('exemptions:title'), children: <ExemptionPanel /> },
          { key: 'rules', label: t('tab.rules'), children: <RulePanel onAdd={setRule} /> },
        ]}
      />
    </div>
  )
}
