import { useTranslation } from 'react-i18next'
import type { MemberLedger } from '../../../../shared/contract/dues/payments'
import type { DuesEntry } from '../../../../shared/model/dues'
import type { Allocation } from '../../../../shared/rules/dues/allocation'
import { useDates } from '../../../components/use-dates'
import { formatYuan } from '../../../components/yuan'

/** Open months that are named one by one. */
const NAMED = 3

/** What the lines of a ledger are called, and where it stands. */
export function useLedgerTexts() {
  const { t } = useTranslation(['payments', 'fields'])
  const dates = useDates()

  function subjectOf({ kind, month, method }: DuesEntry): string {
    const monthText = month === null ? '' : dates.month(month)
    const methodText = method === null ? '' : t(`fields:method.${method}`)
    switch (kind) {
      case 'charge':
        return t('ledger.kind.charge', { month: monthText })
      case 'waiver':
        return t('ledger.kind.waiver', { month: monthText })
      case 'payment':
        return t('ledger.kind.payment', { method: methodText })
      case 'refund':
        return t('ledger.kind.refund', { method: methodText })
      case 'reversal':
        return ''
    }
  }

  /** What a line is about; a reversal names what it takes back. */
  function what(line: DuesEntry, entries: MemberLedger['entries']): string {
    if (line.kind !== 'reversal') return subjectOf(line)
    const taken = entries.find(({ id }) => id === line.reversesId)
    return t('ledger.kind.reversal', { subject: taken === undefined ? '' : subjectOf(taken) })
  }

  /** Where a ledger stands, in a line. */
  function state({ months, owed, credit, overRefunded, paidThrough, since, openMonths }: Allocation): string {
    const open = months.filter((month) => month.open > 0)
    const amount = formatYuan(owed)
    const parts: string[] = []
    if (since !== null && openMonths > NAMED) {
      parts.push(t('state.owesMany', { amount, since: dates.month(since), count: openMonths }))
    } else if (since !== null) {
      const named = open.map(({ month }) => dates.month(month)).join(t('separator'))
      parts.push(t('state.owes', { amount, months: named }))
    }
    if (overRefunded > 0) parts.push(t('state.overRefunded', { amount: formatYuan(overRefunded) }))
    if (paidThrough !== null) parts.push(t('state.through', { month: dates.month(paidThrough) }))
    if (credit > 0) {
      parts.push(t(parts.length === 0 ? 'state.aheadOnly' : 'state.ahead', { amount: formatYuan(credit) }))
    }
    return parts.length === 0 ? t('state.settled') : parts.join(t('joiner'))
  }

  return { what, state }
}
