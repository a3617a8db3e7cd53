import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { MemberLedger } from '../../../../shared/contract/dues/payments'
import type { DuesEntry } from '../../../../shared/model/dues'
import type { DuesEntryId } from '../../../../shared/model/id'
import type { Allocation } from '../../../../shared/rules/dues/allocation'
import { opposite } from '../../../../shared/rules/dues/ledger'
import panel from '../../../components/panel.module.css'
import { useDates } from '../../../components/use-dates'
import { formatYuan } from '../../../components/yuan'
import { receiptNumber } from '../../../../shared/rules/dues/receipt-number'
import { usePrintReceipts } from '../receipts/receipts-state'
import styles from './payments.module.css'

interface LedgerChainProps {
  readonly line: DuesEntry
  readonly ledger: MemberLedger
  readonly allocation: Allocation
  readonly isReversed: boolean
  /** Shows another line of the ledger. */
  readonly onShow: (id: DuesEntryId) => void
}

/** What a line led to: the payments that paid a month with their receipts, the months that a payment paid. */
export function LedgerChain(props: LedgerChainProps) {
  const { t } = useTranslation('payments')
  const { line, isReversed } = props
  if (isReversed) return <p className={panel.quiet}>{t('chain.reversedText')}</p>
  switch (line.kind) {
    case 'charge':
      return <MonthChain {...props} />
    case 'payment':
      return <PaymentChain {...props} />
    case 'waiver':
      return <p className={panel.quiet}>{t('chain.waiverText', { amount: formatYuan(opposite(line.amount)) })}</p>
    case 'refund':
      return <p className={panel.quiet}>{t('chain.refundText')}</p>
    case 'reversal':
      return <p className={panel.quiet}>{t('chain.reverses')}</p>
  }
}

/** A charged month: who paid it, by which receipt, what is open. */
function MonthChain({ line, ledger, allocation, onShow }: LedgerChainProps) {
  const { t } = useTranslation(['payments', 'fields'])
  const month = allocation.months.find((one) => one.month === line.month)
  if (month === undefined) return null
  return (
    <ul className={styles.chain}>
      {month.parts.map(({ entryId, paidOn, amount }) => {
        const method = ledger.entries.find(({ id }) => id === entryId)?.method ?? null
        return (
          <li key={entryId}>
            {t('chain.paidBy', {
              day: paidOn ?? '',
              method: method === null ? '' : t(`fields:method.${method}`),
              amount: formatYuan(amount),
            })}
            <Receipts ledger={ledger} entryId={entryId} />
            <Button size="small" onClick={() => onShow(entryId)}>
              {t('chain.toPayment')}
            </Button>
          </li>
        )
      })}
      {month.waived > 0 && <li>{t('chain.waived', { amount: formatYuan(month.waived) })}</li>}
      <li>
        <strong>
          {month.open > 0 ? t('chain.monthOpen', { amount: formatYuan(month.open) }) : t('chain.monthCovered')}
        </strong>
      </li>
    </ul>
  )
}

/** A payment: its receipt, the months it paid, what of it was given back and what is left. */
function PaymentChain({ line, ledger, allocation, onShow }: LedgerChainProps) {
  const { t } = useTranslation('payments')
  const dates = useDates()
  const payment = allocation.payments.find(({ entryId }) => entryId === line.id)
  if (payment === undefined) return null
  const reversed = new Set(ledger.entries.map(({ reversesId }) => reversesId))
  const chargeOf = (month: string) =>
    ledger.entries.find((one) => one.kind === 'charge' && one.month === month && !reversed.has(one.id))
  return (
    <ul className={styles.chain}>
      <li>
        <Receipts ledger={ledger} entryId={line.id} />
      </li>
      {payment.covers.map(({ month, amount }) => {
        const charge = chargeOf(month)
        return (
          <li key={month}>
            {t('chain.covers', { month: dates.month(month), amount: formatYuan(amount) })}
            {charge !== undefined && (
              <Button size="small" onClick={() => onShow(charge.id)}>
                {t('chain.toMonth')}
              </Button>
            )}
          </li>
        )
      })}
      {payment.refunded > 0 && <li>{t('chain.refunded', { amount: formatYuan(payment.refunded) })}</li>}
      {payment.left > 0 && <li>{t('chain.left', { amount: formatYuan(payment.left) })}</li>}
    </ul>
  )
}

/** The receipts of a payment; each opens its paper. */
function Receipts({ ledger, entryId }: { readonly ledger: MemberLedger; readonly entryId: DuesEntryId }) {
  const { t } = useTranslation('payments')
  const print = usePrintReceipts()
  const receipts = ledger.receipts.filter((receipt) => receipt.entryId === entryId)
  if (receipts.length === 0) return <span className={panel.quiet}>{t('chain.noReceipt')}</span>
  return receipts.map(({ id, isVoided, ...receipt }) => (
    <Button key={id} size="small" onClick={() => print([id])}>
      {t(isVoided ? 'chain.receiptVoided' : 'chain.receipt', { number: receiptNumber(receipt) })}
    </Button>
  ))
}
