import { useTranslation } from 'react-i18next'
import type { PaymentRequest } from '../../../../shared/contract/dues/payments'
import { fenSchema } from '../../../../shared/model/money'
import type { LedgerLine } from '../../../../shared/rules/dues/allocation'
import { sumOf } from '../../../../shared/rules/dues/ledger'
import { previewPayment } from '../../../../shared/rules/dues/payment-preview'
import { useDates } from '../../../components/use-dates'
import { formatYuan } from '../../../components/yuan'

/** Months that are named one by one. */
const NAMED = 4

/** Says what a payment of one member would pay, and what of it would be left; null while it pays nothing. */
export function usePreviewText() {
  const { t } = useTranslation('payments')
  const dates = useDates()
  return (lines: readonly LedgerLine[], request: PaymentRequest): string | null => {
    const owed = Math.max(0, sumOf(lines))
    const payer = 'payers' in request ? request.payers[0] : { amount: request.amount, chosenMonths: null }
    const amount = payer?.amount ?? fenSchema.parse(owed)
    if (payer === undefined || amount <= 0) return null
    const { covers, left, from } = previewPayment(lines, {
      amount,
      paidOn: request.paidOn,
      chosenMonths: payer.chosenMonths,
    })
    const named = covers.map((part) =>
      t('pay.coversMonth', { month: dates.month(part.month), amount: formatYuan(part.amount) }),
    )
    const months =
      named.length <= NAMED
        ? named.join(t('separator'))
        : `${named.slice(0, NAMED - 1).join(t('separator'))} … ${named.at(-1) ?? ''}`
    const rest = { amount: formatYuan(left) }
    return [
      ...(covers.length === 0 ? [] : [t('pay.covers', { months })]),
      ...(left === 0
        ? []
        : [from === null ? t('pay.left', rest) : t('pay.leftFrom', { ...rest, month: dates.month(from) })]),
    ].join(t('joiner'))
  }
}
