import { useTranslation } from 'react-i18next'

/** The words around the choice of full or masked numbers, as reports and papers put them. */
export function useClearTexts() {
  const { t } = useTranslation('reports')
  return {
    privacy: t('privacy'),
    masked: t('masked'),
    clear: t('clear'),
    reason: t('reason'),
    reasonHint: t('reasonHint'),
  }
}
