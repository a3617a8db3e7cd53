import { useTranslation } from 'react-i18next'
import type { MemberLedger } from '../../../../shared/contract/dues/payments'
import type { DuesEntry } from '../../../../shared/model/dues'
import { useDates } from '../../../components/use-dates'

/** What the lines of a ledger are called. */
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

  return { what }
}
