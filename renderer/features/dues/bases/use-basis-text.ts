import { useTranslation } from 'react-i18next'
import { payItemSchema } from '../../../../shared/model/dues-rule'
import type { BasisContent } from '../../../../shared/rules/dues/basis'
import { formatYuan } from '../../../components/yuan'

/** Items of pay with their amounts, in their order; null without any. */
export function usePayText(): (pay: BasisContent['pay']) => string | null {
  const { t } = useTranslation(['bases', 'fields'])
  return (pay) => {
    const items = payItemSchema.options.flatMap((item) => {
      const amount = pay[item]
      return amount === undefined ? [] : [t('item', { name: t(`fields:payItem.${item}`), amount: formatYuan(amount) })]
    })
    return items.length === 0 ? null : items.join(t('separator'))
  }
}

/** A basis in a line: class, grade, pay. */
export function useBasisText(): (basis: BasisContent) => string {
  const { t } = useTranslation(['bases', 'fields'])
  const payText = usePayText()
  return ({ memberClass, grade, pay }) =>
    [t(`fields:memberClass.${memberClass}`), grade, payText(pay)].filter((text) => text !== null).join(t('separator'))
}
