import { memberFieldDeclarations, memberFieldSchema } from '../../model/member'
import {
  organisationValueSchema,
  profileDefinitionSchema,
  type ColumnValue,
  type ProfileColumn,
  type ProfileDefinition,
} from '../../model/receiver-profile'

/** A column's value as a key of a list to choose from, and back. */
export function keyOf(value: ColumnValue): string {
  switch (value.from) {
    case 'member':
    case 'organisation':
      return `${value.from}.${value.field}`
    case 'membershipChange':
      return `${value.from}.${value.part}`
    case 'constant':
      return `constant.${value.text}`
    case 'rowNumber':
    case 'nothing':
      return value.from
  }
}

/** Everything that can stand in a column of a kind of profile. */
export function valuesFor(kind: ProfileDefinition['kind']): readonly ColumnValue[] {
  const own: readonly ColumnValue[] =
    kind === 'member'
      ? [
          ...memberFieldSchema.options.map((field) => ({ from: 'member' as const, field })),
          ...(['type', 'date', 'reason'] as const).map((part) => ({ from: 'membershipChange' as const, part })),
        ]
      : []
  return [
    { from: 'rowNumber' },
    { from: 'nothing' },
    ...own,
    ...organisationValueSchema.options.map((field) => ({ from: 'organisation' as const, field })),
  ]
}

/** Whether a column holds dates, which need a form. */
export function isDate({ value }: ProfileColumn): boolean {
  if (value.from === 'member') return memberFieldDeclarations[value.field].kind === 'partialDate'
  if (value.from === 'organisation') return value.field === 'foundedOn'
  return value.from === 'membershipChange' && value.part === 'date'
}

/** A column with another value in it: what was said of the old one alone is given up. */
export function withValue(column: ProfileColumn, value: ColumnValue): ProfileColumn {
  const changed: ProfileColumn = { ...column, value, dictionary: null, check: null, dateForm: null }
  return isDate(changed) ? { ...changed, dateForm: 'yyyy-MM-dd' } : changed
}

/** The profile as it may be saved, without dictionaries that no column uses; null while something is missing. */
export function complete(definition: ProfileDefinition): ProfileDefinition | null {
  const used = new Set(definition.columns.map(({ dictionary }) => dictionary))
  const dictionaries = Object.fromEntries(Object.entries(definition.dictionaries).filter(([name]) => used.has(name)))
  const parsed = profileDefinitionSchema.safeParse({ ...definition, dictionaries })
  return parsed.success ? parsed.data : null
}
