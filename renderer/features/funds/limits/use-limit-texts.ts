import { useTranslation } from 'react-i18next'
import type { SpendingLimit } from '../../../../shared/model/fund'
import { formatYuan } from '../../../components/yuan'

/** What limits are called in plain words. */
export function useLimitTexts() {
  const { t } = useTranslation(['limits', 'funds'])
  return {
    /** 1,500.00 a year. */
    amount: ({ amount, per }: Pick<SpendingLimit, 'amount' | 'per'>) =>
      t(`limits:amountPer.${per}`, { amount: formatYuan(amount) }),
    /** From when until when. */
    validity: ({ validFrom, validUntil }: Pick<SpendingLimit, 'validFrom' | 'validUntil'>) =>
      validUntil === null
        ? t('limits:validFrom', { from: validFrom })
        : t('limits:validSpan', { from: validFrom, until: validUntil }),
  }
}
