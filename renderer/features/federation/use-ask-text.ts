import { useTranslation } from 'react-i18next'
import type { Directive } from '../../../shared/model/directive'

/** What a directive asks for, with the unit of a figure. */
export function useAskText() {
  const { t } = useTranslation('directives')
  return ({ asks, unit }: Directive): string => {
    const ask = t(`asks.${asks}`)
    return unit === null ? ask : t('asksUnit', { ask, unit })
  }
}
