import { useQuery } from '@tanstack/react-query'
import type { CustomField, CustomValue } from '../../../../shared/model/custom-field'
import { api } from '../../../client'

/** The custom fields of the branch in their order; none while they are being read. */
export function useCustomFields(): readonly CustomField[] {
  const { data = [] } = useQuery(api.members.customFields.list.queryOptions())
  return data
}

/** Those that a record shows: in use, or with a value from when they were. */
export function shownCustomFields(fields: readonly CustomField[], values: readonly CustomValue[]): CustomField[] {
  return fields.filter(
    ({ id, isRetired }) => !isRetired || values.some(({ fieldId, value }) => fieldId === id && value !== null),
  )
}
