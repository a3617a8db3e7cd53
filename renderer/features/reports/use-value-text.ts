import { useTranslation } from 'react-i18next'
import type { ColumnValue } from '../../../shared/model/receiver-profile'

/** How what goes into a column is called, and under which heading it is listed. */
export function useValueText() {
  const { t } = useTranslation(['reports', 'fields'])

  function textOf(value: ColumnValue): string {
    switch (value.from) {
      case 'member':
        return t(`fields:member.${value.field}`)
      case 'organisation':
        return t(`field.${value.field}`)
      case 'constant':
        return t('valueOf.constant', { text: value.text })
      case 'rowNumber':
      case 'nothing':
        return t(`valueOf.${value.from}`)
      case 'membershipChange':
        return t(`valueOf.${({ type: 'changeType', date: 'changeDate', reason: 'changeReason' } as const)[value.part]}`)
    }
  }

  function groupOf({ from }: ColumnValue): string {
    switch (from) {
      case 'member':
      case 'organisation':
        return t(`valueGroup.${from}`)
      case 'membershipChange':
        return t('valueGroup.change')
      case 'constant':
      case 'rowNumber':
      case 'nothing':
        return t('valueGroup.other')
    }
  }

  return { textOf, groupOf }
}
