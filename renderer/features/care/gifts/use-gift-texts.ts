import { useTranslation } from 'react-i18next'
import type { GiftLine } from '../../../../shared/contract/care/gifts'

/** What gifts are in words. */
export function useGiftTexts() {
  const { t } = useTranslation(['gifts', 'common'])
  return {
    /** 2026年春节 · 米面油; a place-holder where the occasion is held back. */
    what: ({ occasion, goods, isHidden }: Pick<GiftLine, 'occasion' | 'goods' | 'isHidden'>) =>
      [...(isHidden ? [t('hidden')] : occasion === null ? [] : [occasion]), ...(goods === null ? [] : [goods])].join(
        t('common:dot'),
      ),
  }
}
