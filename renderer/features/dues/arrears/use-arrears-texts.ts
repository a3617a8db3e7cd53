import { useTranslation } from 'react-i18next'
import type { Debtor } from '../../../../shared/contract/dues/arrears'
import type { ArrearsBand, ArrearsTerms } from '../../../../shared/model/arrears'

/** What bands, rules and steps are called. */
export function useArrearsTexts() {
  const { t } = useTranslation('arrears')

  function range(from: number, until: number): string {
    return from >= until ? t('band.months', { from }) : t('band.range', { from, until })
  }

  /** The months of a band by a rule: 3–4 个月. */
  function band(name: ArrearsBand, { reminderMonths, noticeMonths, listMonths }: ArrearsTerms): string {
    switch (name) {
      case 'fresh':
        return t('band.fresh')
      case 'short':
        return range(1, reminderMonths - 1)
      case 'reminder':
        return range(reminderMonths, noticeMonths - 1)
      case 'notice':
        return range(noticeMonths, listMonths - 1)
      case 'committeeList':
        return t('band.over', { from: listMonths })
    }
  }

  return {
    band,
    rule: ({ reminderMonths, noticeMonths, listMonths }: ArrearsTerms) =>
      t('rule.text', { reminder: reminderMonths, notice: noticeMonths, list: listMonths }),
    last: ({ last }: Pick<Debtor, 'last'>) =>
      last === null ? null : t('done', { on: last.on, step: t(`step.${last.kind}`) }),
  }
}

/** Whether a rule has months between two steps, so that the band is of anybody at all. */
export function hasBand(name: ArrearsBand, { reminderMonths, noticeMonths, listMonths }: ArrearsTerms): boolean {
  switch (name) {
    case 'short':
      return reminderMonths > 1
    case 'reminder':
      return noticeMonths > reminderMonths
    case 'notice':
      return listMonths > noticeMonths
    case 'fresh':
    case 'committeeList':
      return true
  }
}
