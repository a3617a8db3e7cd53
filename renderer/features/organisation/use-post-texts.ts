import { useTranslation } from 'react-i18next'
import type { Post } from '../../../shared/model/post'
import { useCodeLabel } from '../../i18n/use-code-label'

/** How a post is written. */
export function usePostTexts() {
  const { t } = useTranslation('organisation')
  const codeLabel = useCodeLabel()
  return {
    title: codeLabel,
    /** 2020-03 至 2023-02. */
    period: ({ heldFrom: from, heldTo: to }: Pick<Post, 'heldFrom' | 'heldTo'>): string => {
      if (from === null) return to === null ? t('post.periodUnknown') : t('post.until', { to })
      return to === null ? t('post.since', { from }) : t('post.between', { from, to })
    },
    /** Term, full- or part-time and document, as far as they are stated. */
    details: ({ term, engagement, documentNumber }: Post): string =>
      [term, engagement === null ? null : codeLabel(engagement), documentNumber]
        .filter((text) => text !== null)
        .join('　'),
  }
}
