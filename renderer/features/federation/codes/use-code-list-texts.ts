import { useTranslation } from 'react-i18next'
import type { CodeList } from '../../../../shared/model/code-list'

/** What a code list is for, in words. */
export function useCodeListTexts() {
  const { t } = useTranslation('codeLists')
  function textOfUse({ use }: Pick<CodeList, 'use'>): string {
    switch (use.kind) {
      case 'place':
        return t(`place.${use.place}`)
      case 'customField':
        return t('customFieldUse', { name: use.field })
      case 'dictionary':
        return t('dictionaryUse')
    }
  }
  return { textOfUse }
}
