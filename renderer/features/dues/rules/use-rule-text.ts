import { useTranslation } from 'react-i18next'
import {
  memberClassSchema,
  type ClassRule,
  type DuesCalculation,
  type DuesFormula,
} from '../../../../shared/model/dues-rule'
import { formatYuan } from '../../../components/yuan'

/** A dues rule in a sentence: what each class pays, and how often it is collected. */
export function useRuleText(): (formula: DuesFormula) => string {
  const { t, i18n } = useTranslation(['duesRules', 'fields'])
  const percent = new Intl.NumberFormat(i18n.language, { style: 'percent', maximumFractionDigits: 2 })

  function calculationText(calculation: DuesCalculation, base: string): string {
    switch (calculation.kind) {
      case 'exempt':
        return t('text.exempt')
      case 'flat':
        return t('text.flat', { amount: formatYuan(calculation.amount) })
      case 'bands': {
        const bands = calculation.bands
          .toSorted((one, other) => one.from - other.from)
          .map(({ from, amount }) => t('text.band', { from: formatYuan(from), amount: formatYuan(amount) }))
        return t('text.bands', { base, bands: bands.join(t('text.separator')) })
      }
      case 'grades': {
        const grades = calculation.grades.map(({ grade, amount }) =>
          t('text.grade', { grade, amount: formatYuan(amount) }),
        )
        return t('text.grades', { grades: grades.join(t('text.separator')) })
      }
      case 'rate': {
        const { rate, baseStep, roundingUnit, roundingMode } = calculation
        return [
          t('text.rate', { base, rate: percent.format(rate / 10_000) }),
          ...(baseStep === 1 ? [] : [t('text.baseStep', { step: formatYuan(baseStep) })]),
          t(`text.rounding.${roundingMode}`, { unit: formatYuan(roundingUnit) }),
        ].join(t('text.comma'))
      }
    }
  }

  function classText({ payItems, calculation, floor, cap }: ClassRule): string {
    const base = payItems.map((item) => t(`fields:payItem.${item}`)).join(t('text.plus'))
    return [
      calculationText(calculation, base),
      ...(floor === null ? [] : [t('text.floor', { amount: formatYuan(floor) })]),
      ...(cap === null ? [] : [t('text.cap', { amount: formatYuan(cap) })]),
    ].join(t('text.comma'))
  }

  return ({ period, classes }) => {
    const texts = memberClassSchema.options.flatMap((memberClass) => {
      const rule = classes.find((part) => part.memberClass === memberClass)
      if (rule === undefined) return []
      if (classes.length === 1) return [classText(rule)]
      return [t('text.ofClass', { name: t(`fields:memberClass.${memberClass}`), text: classText(rule) })]
    })
    return [...texts, ...(period === 'month' ? [] : [t(`text.period.${period}`)])].join(t('text.semicolon'))
  }
}
