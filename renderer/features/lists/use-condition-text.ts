import { useTranslation } from 'react-i18next'
import type { MemberCondition } from '../../../shared/contract/members'
import { useFieldText } from '../members/use-field-text'

/** A condition as a sentence. */
export function useConditionText(): (condition: MemberCondition) => string {
  const { t } = useTranslation(['lists', 'fields'])
  const fieldText = useFieldText()
  return (condition) => {
    const field = t(`fields:member.${condition.field}`)
    const text = (value: string) => fieldText(condition.field, value)
    switch (condition.is) {
      case 'oneOf':
        return t('said.oneOf', { field, values: condition.values.map(text).join(', ') })
      case 'contains':
        return t('said.contains', { field, text: condition.text })
      case 'between': {
        const { from, to } = condition
        if (from === null) return t('said.atMost', { field, to: text(to ?? '') })
        return to === null
          ? t('said.atLeast', { field, from: text(from) })
          : t('said.between', { field, from: text(from), to: text(to) })
      }
      case 'empty':
      case 'filled':
        return t(`said.${condition.is}`, { field })
    }
  }
}
