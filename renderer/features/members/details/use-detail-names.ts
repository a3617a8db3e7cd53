import { useTranslation } from 'react-i18next'
import { detailDeclarations, type DetailKind } from '../../../../shared/model/member-detail'
import { useCodeLabel } from '../../../i18n/use-code-label'

/** What the fields of a kind of detail are called, and how their values are written. */
export function useDetailNames(kind: DetailKind) {
  const { i18n } = useTranslation()
  const codeLabel = useCodeLabel()
  const declared = new Map(Object.entries(detailDeclarations[kind]))
  return {
    fieldName: (field: string): string => {
      const name: unknown = i18n.getResource(i18n.language, 'fields', `detail.${kind}.${field}`)
      return typeof name === 'string' ? name : field
    },
    fieldText: (field: string, value: string): string => {
      const { kind: fieldKind, values } = declared.get(field) ?? {}
      return values !== undefined || fieldKind === 'validUntil' || fieldKind === 'yesNo' ? codeLabel(value) : value
    },
  }
}
