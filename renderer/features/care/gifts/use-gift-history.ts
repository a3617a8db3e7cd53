import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import { aidKindSchema, careKindSchema } from '../../../../shared/model/care-gift'
import { fundFormSchema } from '../../../../shared/model/fund'
import { fenSchema } from '../../../../shared/model/money'
import { formatYuan } from '../../../components/yuan'

const ownFieldSchema = z.enum([
  'kind',
  'occasion',
  'on',
  'form',
  'amount',
  'goods',
  'aidKind',
  'decision',
  'receivedBy',
  'note',
  'paidBy',
])

/** What fields of gifts and their values are called in the history of a member. */
export function useGiftHistory() {
  const { t } = useTranslation(['gifts', 'funds'])
  return {
    /** Null for what says nothing to people. */
    fieldName(field: string): string | null {
      if (field === 'signedOn') return t('signed')
      if (field === 'overLimitReason') return t('funds:entry.overLimitReason')
      const known = ownFieldSchema.safeParse(field)
      return known.success ? t(known.data) : null
    },
    value(field: string, raw: string): string {
      const kind = careKindSchema.safeParse(raw)
      const form = fundFormSchema.safeParse(raw)
      const aid = aidKindSchema.safeParse(raw)
      if (field === 'amount') return formatYuan(fenSchema.parse(Number(raw)))
      if (field === 'kind' && kind.success) return t(`funds:limitItem.${kind.data}`)
      if (field === 'form' && form.success) return t(`funds:form.${form.data}`)
      return field === 'aidKind' && aid.success ? t(`aid.${aid.data}`) : raw
    },
  }
}
