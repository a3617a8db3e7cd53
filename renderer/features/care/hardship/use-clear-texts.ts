import { useTranslation } from 'react-i18next'

/** What is said about writing numbers in full. */
export function useClearTexts() {
  const { t } = useTranslation('hardship')
  return {
    privacy: t('clear.privacy'),
    masked: t('clear.masked'),
    clear: t('clear.clear'),
    reason: t('clear.reason'),
    reasonHint: t('clear.reasonHint'),
  }
}
