import { useTranslation } from 'react-i18next'
import type { DuesFormula } from '../../../../shared/model/dues'
import { fenSchema } from '../../../../shared/model/money'
import { formatYuan } from '../../../components/yuan'

/** A dues rule in a sentence. */
export function useRuleText(): (formula: DuesFormula) => string {
  const { t, i18n } = useTranslation('dues')
  return (formula) => {
    if (formula.kind === 'flat') return t('rule.flat', { amount: formatYuan(formula.amount) })
    const { rate, baseStep, roundingUnit } = formula
    const percent = new Intl.NumberFormat(i18n.language, { style: 'percent', maximumFractionDigits: 2 })
    return [
      t('rule.rate', { rate: percent.format(rate / 10_000) }),
      ...(baseStep === 1 ? [] : [t('rule.baseStep', { step: formatYuan(fenSchema.parse(baseStep)) })]),
      t('rule.rounding', { unit: formatYuan(fenSchema.parse(roundingUnit)) }),
    ].join(t('rule.comma'))
  }
}
