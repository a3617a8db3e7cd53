import { useTranslation } from 'react-i18next'
import type { Batch, KeptItem } from '../../../shared/contract/batches'
import { useHistoryTexts } from '../members/use-history-texts'

/** What a batch and what an undo kept are called in plain words. */
export function useBatchTexts() {
  const { t } = useTranslation(['batches', 'common'])
  const texts = useHistoryTexts()

  function kept({ table, reason, field, written, current, usedBy }: KeptItem): string {
    const value = (text: string | null) =>
      text === null || field === null ? t('common:empty') : texts.value(table, field, text)
    switch (reason) {
      case 'edited':
      case 'editedRecord': {
        const name = (field === null ? null : texts.fieldName(table, field)) ?? t(`table.${table}`)
        return t(`keptReason.${reason}`, { field: name, written: value(written), current: value(current) })
      }
      case 'inUse':
        return t('keptReason.inUse', { what: t(`table.${usedBy ?? table}`) })
      case 'gone':
      case 'ledger':
      case 'reversed':
      case 'blocked':
        return t(`keptReason.${reason}`, { what: t(`table.${table}`) })
    }
  }

  return {
    /** An undo of an undo brings back what had been taken back. */
    kind: ({ kind, undoes }: Batch): string => (undoes === 'undo' ? t('redo') : t(`kind.${kind}`)),
    kept,
  }
}
