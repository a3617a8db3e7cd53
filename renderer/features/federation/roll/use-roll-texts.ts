import { useTranslation } from 'react-i18next'
import type { RollLine } from '../../../../shared/contract/federation/roll'
import { membershipStatusSchema } from '../../../../shared/model/membership'
import { useHistoryTexts } from '../../members/use-history-texts'

/** What differs in a member, and what to do about it, as people say it. */
export function useRollTexts() {
  const { t } = useTranslation(['roll', 'fields', 'batches'])
  const texts = useHistoryTexts()

  function value(field: string, text: string | null): string {
    if (text === null) return t('empty')
    const status = membershipStatusSchema.safeParse(text)
    return field === 'status' && status.success ? t(`fields:status.${status.data}`) : texts.value('member', field, text)
  }

  return {
    differences: ({ fields }: RollLine): string =>
      fields
        .map(({ field, here, there }) => {
          const name = field === 'status' ? t('fields:member.status') : (texts.fieldName('member', field) ?? field)
          return t('difference', { name, here: value(field, here), there: value(field, there) })
        })
        .join(t('batches:semicolon')),
    next({ kind, reporting, wasHere }: RollLine): string {
      if (kind === 'onlyThere') return wasHere ? t('next.deletedHere') : t('next.unknownHere')
      if (reporting === 'refused') return t(kind === 'onlyHere' ? 'next.refusedWhole' : 'next.refused')
      if (reporting === 'waiting' || reporting === 'unsent') return t('next.waiting')
      return t(`next.${kind}`)
    },
  }
}
