import { Checkbox } from 'antd'
import { useTranslation } from 'react-i18next'
import { MoneyInput } from '../../../components/MoneyInput'
import { Money } from '../../../components/Money'
import panel from '../../../components/panel.module.css'
import { useDates } from '../../../components/use-dates'
import { formatYuan, yuanText } from '../../../components/yuan'
import { typedSum, wholeMonths, type OpenMonth, type TypedAmounts } from './payment-draft'
import styles from './payments.module.css'

interface MonthChoiceProps {
  readonly open: readonly OpenMonth[]
  /** Ticked months with the amount typed for each. */
  readonly months: TypedAmounts
  readonly onChange: (months: TypedAmounts) => void
}

/** Open months to tick, each with an amount, which is all that is open unless changed. */
export function MonthChoice({ open, months, onChange }: MonthChoiceProps) {
  const { t } = useTranslation('payments')
  const dates = useDates()
  const ticked = Object.keys(months).length
  const without = (month: string) => Object.fromEntries(Object.entries(months).filter(([key]) => key !== month))
  if (open.length === 0) return <p className={panel.quiet}>{t('months.none')}</p>
  return (
    <table className={styles.choice} aria-label={t('months.label')}>
      <thead>
        <tr>
          <th>
            <Checkbox
              checked={ticked === open.length}
              indeterminate={ticked > 0 && ticked < open.length}
              onChange={({ target }) => onChange(target.checked ? wholeMonths(open) : {})}
            >
              {t('months.all')}
            </Checkbox>
          </th>
          <th className={styles.amount}>{t('months.open')}</th>
          <th className={styles.amount}>{t('months.amount')}</th>
        </tr>
      </thead>
      <tbody>
        {open.map(({ month, open: amount }) => {
          const typed = months[month]
          return (
            <tr key={month}>
              <td>
                <Checkbox
                  checked={typed !== undefined}
                  onChange={({ target }) =>
                    onChange(target.checked ? { ...months, [month]: yuanText(amount) } : without(month))
                  }
                >
                  {dates.month(month)}
                </Checkbox>
              </td>
              <td className={styles.amount}>
                <Money fen={amount} />
              </td>
              <td className={styles.amount}>
                {typed !== undefined && (
                  <MoneyInput
                    aria-label={`${dates.month(month)} ${t('months.amount')}`}
                    value={typed}
                    onChange={(text) => onChange({ ...months, [month]: text })}
                  />
                )}
              </td>
            </tr>
          )
        })}
      </tbody>
      <tfoot>
        <tr>
          <td colSpan={3} className={styles.amount} role="status">
            {t('pay.sum', { amount: formatYuan(typedSum(months)) })}
          </td>
        </tr>
      </tfoot>
    </table>
  )
}
