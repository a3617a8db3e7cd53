import { useTranslation } from 'react-i18next'
import type { HistoryEntry } from '../../../shared/contract/members'
import { attendanceSchema } from '../../../shared/model/activity'
import { duesEntrySchema, paymentMethodSchema } from '../../../shared/model/dues'
import { memberFieldSchema } from '../../../shared/model/member'
import { membershipEventTypeSchema } from '../../../shared/model/membership'
import { fenSchema } from '../../../shared/model/money'
import { formatYuan } from '../../components/yuan'
import { useFieldText } from './use-field-text'
import { z } from 'zod'

const eventFieldSchema = z.enum(['type', 'date', 'reason', 'documentNumber'])
const otherFieldSchema = z.enum(['kind', 'amount', 'month', 'method', 'paidOn', 'note', 'activityId', 'attendance'])
const duesKindSchema = duesEntrySchema.shape.kind

/** Names and values of the fields of a change, as people call them, by the table it was made in. */
export function useHistoryTexts(table: HistoryEntry['table']) {
  const { t } = useTranslation(['members', 'fields'])
  const fieldText = useFieldText()

  function fieldName(field: string): string {
    if (table === 'member') {
      const known = memberFieldSchema.safeParse(field)
      return known.success ? t(`fields:member.${known.data}`) : field
    }
    if (table === 'membership_event') {
      const known = eventFieldSchema.safeParse(field)
      return known.success ? t(`fields:eventField.${known.data}`) : field
    }
    const known = otherFieldSchema.safeParse(field)
    return known.success ? t(`historyField.${known.data}`) : field
  }

  function memberValue(field: string, value: string): string {
    const known = memberFieldSchema.safeParse(field)
    return known.success ? fieldText(known.data, value) : value
  }

  /** A value that is one of a closed list, translated by that list; others as they stand. */
  function value(field: string, raw: string): string {
    switch (table) {
      case 'member':
        return memberValue(field, raw)
      case 'membership_event': {
        const type = membershipEventTypeSchema.safeParse(raw)
        return field === 'type' && type.success ? t(`fields:event.${type.data}`) : raw
      }
      case 'dues_entry':
        return duesValue(field, raw)
      case 'participation': {
        const attendance = attendanceSchema.safeParse(raw)
        return field === 'attendance' && attendance.success ? t(`fields:attendance.${attendance.data}`) : raw
      }
    }
  }

  function duesValue(field: string, raw: string): string {
    const kind = duesKindSchema.safeParse(raw)
    const method = paymentMethodSchema.safeParse(raw)
    // What kind of line it is stands beside it; the sign of the ledger would only puzzle.
    if (field === 'amount') return formatYuan(fenSchema.parse(Math.abs(Number(raw))))
    if (field === 'kind' && kind.success) return t(`fields:duesKind.${kind.data}`)
    return field === 'method' && method.success ? t(`fields:method.${method.data}`) : raw
  }

  return { fieldName, value }
}
