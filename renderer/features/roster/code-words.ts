import { codeValuesOf, memberFieldSchema } from '../../../shared/model/member'
import type { RosterField } from '../../../shared/model/roster'

/** Official words of a field's code list, to pick from; none for other fields. */
export function codeWordsOf(field: RosterField): readonly string[] {
  const memberField = memberFieldSchema.safeParse(field)
  return memberField.success ? codeValuesOf(memberField.data) : []
}
