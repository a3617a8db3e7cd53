import { useTranslation } from 'react-i18next'
import type { DueOfMonth } from '../../../../shared/model/dues-charge'
import type { DuesDerivation } from '../../../../shared/model/dues-rule'
import type { Fen } from '../../../../shared/model/money'
import { formatYuan } from '../../../components/yuan'

/** How a month's dues came about, or why there are none, in a sentence. */
export function useDueText(): (due: DueOfMonth) => string {
  const { t, i18n } = useTranslation('charges')
  const number = new Intl.NumberFormat(i18n.language, { minimumFractionDigits: 2, maximumFractionDigits: 6 })
  const percent = new Intl.NumberFormat(i18n.language, { style: 'percent', maximumFractionDigits: 2 })
  const yuan = (fen: Fen) => number.format(fen / 100)

  function derivationText(by: DuesDerivation, amount: Fen): string {
    switch (by.kind) {
      case 'rate':
        return t('how.rate', {
          base: yuan(by.base),
          counted: yuan(by.counted),
          rate: percent.format(by.rate / 10_000),
          exact: number.format(by.exact / 1_000_000),
        })
      case 'flat':
        return t('how.flat', { amount: formatYuan(amount) })
      case 'bands':
        return t('how.bands', { base: yuan(by.base), from: yuan(by.from), amount: formatYuan(amount) })
      case 'grades':
        return t('how.grades', { grade: by.grade, amount: formatYuan(amount) })
    }
  }

  return (due) => {
    switch (due.kind) {
      case 'noRule':
        return t('why.noRule')
      case 'none':
        if (due.why === 'exempted') return t('why.exempted', { reason: due.reason ?? '' })
        if (due.why === 'noPay' && due.missing.length > 0) {
          return t('why.noPay', { items: due.missing.map((item) => t(`payItem.${item}`)).join(t('listComma')) })
        }
        return t(`why.${due.why}`)
      case 'due': {
        const { by, amount, limitedBy } = due
        const text = derivationText(by, amount)
        if (limitedBy !== null) return t(`how.${limitedBy}`, { text, amount: formatYuan(amount) })
        return by.kind === 'rate' ? t('how.rounded', { text, amount: yuan(amount) }) : text
      }
    }
  }
}
