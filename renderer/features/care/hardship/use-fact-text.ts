import { useTranslation } from 'react-i18next'
import { hardshipIntakeSchema, hardshipKindSchema } from '../../../../shared/model/hardship'
import { fenSchema } from '../../../../shared/model/money'
import { formatYuan } from '../../../components/yuan'
import { useCodeLabel } from '../../../i18n/use-code-label'
import type { FieldSpec } from './hardship-fields'

/** How a value of a file or person is shown. */
export function useFactText(): (spec: FieldSpec<string>, value: string | number | null) => string {
  const { t } = useTranslation('hardship')
  const codeLabel = useCodeLabel()
  return ({ kind }, value) => {
    if (value === null) return ''
    switch (kind) {
      case 'money':
        return formatYuan(fenSchema.parse(Number(value)))
      case 'kind':
        return t(`kind.${hardshipKindSchema.parse(value)}`)
      case 'intake':
        return t(`intake.${hardshipIntakeSchema.parse(value)}`)
      case 'code':
        return codeLabel(String(value))
      case 'text':
      case 'note':
      case 'date':
      case 'number':
        return String(value)
    }
  }
}
