import { z } from 'zod'
import { organisationSchema } from '../../../shared/model/branch'
import { membershipEventTypeSchema } from '../../../shared/model/membership'
import type { ColumnValue } from '../../../shared/model/receiver-profile'
import { codeValuesOf } from '../../../shared/model/member'

/** Our own words for what can stand in a column, where there is a list of them. */
export function knownValues(value: ColumnValue): readonly string[] {
  if (value.from === 'membershipChange') return value.part === 'type' ? membershipEventTypeSchema.options : []
  if (value.from === 'member') return codeValuesOf(value.field)
  if (value.from !== 'organisation' || value.field === 'memberCount') return []
  const schema = organisationSchema.shape[value.field]
  const inner = schema instanceof z.ZodNullable ? schema.unwrap() : schema
  return inner instanceof z.ZodEnum ? inner.options.map(String) : []
}
