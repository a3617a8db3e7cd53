import { fenSchema } from '../../../shared/model/money'
import { memberFieldDeclarations, type MemberField } from '../../../shared/model/member'
import { formatYuan } from '../../components/yuan'
import { useCodeLabel } from '../../i18n/use-code-label'

/** How the value of a member's field is written on the screen, amounts given as fen in digits. */
export function useFieldText(): (field: MemberField, value: string) => string {
  const codeLabel = useCodeLabel()
  return (field, value) => {
    switch (memberFieldDeclarations[field].kind) {
      case 'money':
        return formatYuan(fenSchema.parse(Number(value)))
      case 'code':
      case 'validUntil':
        return codeLabel(value)
      case 'text':
      case 'partialDate':
      case 'idNumber':
      case 'phone':
        return value
    }
  }
}
