import { useTranslation } from 'react-i18next'
import type { DuesCalculation, DuesFormula } from '../../../../shared/model/dues-rule'
import { fenSchema } from '../../../../shared/model/money'
import { classRuleOf } from '../../../../shared/rules/dues/formula'
import { formatYuan } from '../../../components/yuan'

/** What regular members pay by a rule, in a sentence. */
export function useRuleText(): (formula: DuesFormula) => string {
  const { t, i18n } = useTranslation('dues')
  function calculationText(calculation: DuesCalculation): string {
    switch (calculation.kind) {
      case 'flat':
        return t('rule.flat', { amount: formatYuan(calculation.amount) })
      case 'bands':
        return t('rule.bands')
      case 'grades':
        return t('rule.grades', {
          grades: calculation.grades.map(({ grade, amount }) => `${grade} ${formatYuan(amount)}`).join(t('rule.comma')),
        })
      case 'exempt':
        return t('rule.exempt')
      case 'rate': {
        const { rate, baseStep, roundingUnit, roundingMode } = calculation
        const percent = new Intl.NumberFormat(i18n.language, { style: 'percent', maximumFractionDigits: 2 })
        const roundings = { halfUp: 'rounding', down: 'roundingDown', up: 'roundingUp' } as const
        return [
          t('rule.rate', { rate: percent.format(rate / 10_000) }),
          ...(baseStep === 1 ? [] : [t('rule.baseStep', { step: formatYuan(fenSchema.parse(baseStep)) })]),
          t(`rule.${roundings[roundingMode]}`, { unit: formatYuan(fenSchema.parse(roundingUnit)) }),
        ].join(t('rule.comma'))
      }
    }
  }
  return (formula) => {
    const regular = classRuleOf(formula, 'regular')
    return regular === null ? '' : calculationText(regular.calculation)
  }
}
