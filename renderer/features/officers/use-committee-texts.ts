import { useTranslation } from 'react-i18next'
import type { Committee } from '../../../shared/model/committee'

/** What committees are called. */
export function useCommitteeTexts() {
  const { t } = useTranslation('officers')
  return {
    /** 第三届委员会, with its 分会 where it is of one. */
    name: ({ kind, term, unitName }: Pick<Committee, 'kind' | 'term'> & { readonly unitName: string | null }) => {
      const name = t('termOf', { term, committee: t(`kind.${kind}`) })
      return unitName === null ? name : t('ofUnit', { unit: unitName, name })
    },
  }
}
