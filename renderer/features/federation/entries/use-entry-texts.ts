import { useTranslation } from 'react-i18next'
import type { ReportedEntry } from '../../../../shared/contract/federation/entries'
import { useHistoryTexts } from '../../members/use-history-texts'

/** An entry of the log, why the union above did not take it, and what to do, as people say it. */
export function useEntryTexts() {
  const { t } = useTranslation(['reporting', 'lists'])
  const texts = useHistoryTexts()
  const names = (entry: ReportedEntry, fields: readonly string[]) =>
    fields.flatMap((field) => texts.fieldName(entry.table, field) ?? []).join(t('lists:listComma'))
  return {
    act: (entry: ReportedEntry) => texts.act(entry.table, entry.operation),
    /** The fields that were changed; of a record that is new only how many. */
    fields: (entry: ReportedEntry) =>
      entry.operation === 'update' ? names(entry, entry.fields) : t('allFields', { count: entry.fields.length }),
    reason(entry: ReportedEntry): string {
      const field = names(entry, entry.about)
      if (entry.state === 'conflict') return field === '' ? t('differs') : t('differsIn', { field })
      if (entry.reason === null) return ''
      return field === '' ? t(`reason.${entry.reason}`) : t('ofField', { field, reason: t(`reason.${entry.reason}`) })
    },
    next: ({ state, reason }: ReportedEntry): string =>
      state === 'conflict' ? t('next.CONFLICT') : reason === null ? '' : t(`next.${reason}`),
  }
}
