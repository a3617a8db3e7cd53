import type { RosterField } from '../../model/roster'
import { cellText, type Cell } from './cell'
import { opensRelatives, readHeading, type HeadingMeaning } from './headings'
import { codeValue } from './synonyms'
import { squeezeText } from './text'

/** The values of a column, for headings whose meaning depends on them. */
export type ColumnSamples = (column: number) => readonly Cell[]

/**
 * The field of each column. A field goes to one column only, the one with the surest heading, then the first; a
 * second 姓名 or 联系电话 (a block of relatives) stays unread.
 */
export function assignFields(
  headings: readonly (readonly string[])[],
  samples: ColumnSamples,
): readonly (RosterField | null)[] {
  const meanings = headings.map(readHeading)
  const relatives = relativesColumns(headings, meanings)
  const claims = new Map<RosterField, number>()
  const claim = (field: RosterField, column: number, rank: number) => {
    const holder = claims.get(field)
    const holderRank = holder === undefined ? Infinity : (meanings[holder]?.rank ?? Infinity)
    if (rank < holderRank) claims.set(field, column)
  }
  meanings.forEach((meaning, column) => {
    if (meaning.field === null || relatives.has(column)) return
    claim(valuesAreDocumentTypes(meaning.field, samples(column)) ? 'idType' : meaning.field, column, meaning.rank)
  })
  meanings.forEach(({ kind, key, rank }, column) => {
    if (kind !== 'unsure' || relatives.has(column)) return
    const field = fieldByValues(key, samples(column), claims)
    if (field !== null) claim(field, column, rank)
  })
  const byColumn = new Map([...claims].map(([field, column]) => [column, field]))
  return headings.map((_, column) => byColumn.get(column) ?? null)
}

/** Headings that a block of relatives uses for other people than the member. */
const RELATIVES_FIELDS: ReadonlySet<RosterField | null> = new Set<RosterField>([
  'name',
  'gender',
  'birthDate',
  'idNumber',
  'phone',
  'employer',
  'position',
  'politicalStatus',
  'education',
])

function relativesColumns(
  headings: readonly (readonly string[])[],
  meanings: readonly HeadingMeaning[],
): ReadonlySet<number> {
  const columns = new Set<number>()
  const firstName = meanings.findIndex(({ field }) => field === 'name')
  headings.forEach((parts, start) => {
    if (firstName < 0 || start < firstName || !opensRelatives(parts.at(-1) ?? '')) return
    const isRelatives = (column: number) => RELATIVES_FIELDS.has(meanings[column]?.field ?? null)
    for (let column = start - 1; column > firstName && meanings[column]?.field === 'name'; column--) columns.add(column)
    for (let column = start + 1; column < headings.length; column++) {
      const skips = meanings[column]?.kind === 'other' || meanings[column]?.kind === 'unsure'
      if (isRelatives(column)) columns.add(column)
      else if (!skips) break
    }
  })
  return columns
}

/** Whether at least half of the values, and one at all, pass a test. */
function mostly(values: readonly Cell[], test: (text: string) => boolean): boolean {
  const passing = values.filter((value) => test(cellText(value)))
  return passing.length > 0 && passing.length * 2 >= values.length
}

/** A column headed 身份证 or 证件名称 that says 居民身份证 in each row holds the type, not the number. */
function valuesAreDocumentTypes(field: RosterField, values: readonly Cell[]): boolean {
  return field === 'idNumber' && mostly(values, (text) => codeValue('idType', text) !== undefined)
}

const ORGANISATION = /(公司|集团|厂|学校|大学|学院|医院|局|中心|银行|研究院|研究所|委员会|政府|合作社|支行|事务所)$/

function fieldByValues(
  key: string,
  values: readonly Cell[],
  claims: ReadonlyMap<RosterField, number>,
): RosterField | null {
  const means = (field: RosterField) => mostly(values, (text) => codeValue(field, text) !== undefined)
  switch (key) {
    case '编号':
      return values.length === 0 || isCounting(values) || claims.has('staffNumber') || claims.has('memberCardNumber')
        ? null
        : 'staffNumber'
    case 'id':
    case '证件':
      if (means('idType')) return 'idType'
      return mostly(values, (text) => /^(\d{15}|\d{17}[\dXx])$/.test(squeezeText(text))) ? 'idNumber' : null
    case '户籍':
    case '户口':
      if (values.length === 0) return null
      return mostly(values, (text) => codeValue('householdType', text) !== undefined || /户口|农/.test(text))
        ? 'householdType'
        : 'householdPlace'
    case '会籍状态':
    case '会员状态':
    case '会员类型':
      return means('membershipChangeType') ? 'membershipChangeType' : null
    case '所在单位':
    case '单位':
      if (claims.has('employer')) return 'department'
      if (claims.has('department')) return 'employer'
      return mostly(values, (text) => ORGANISATION.test(text.trim())) ? 'employer' : 'department'
    default:
      return means('employmentStatus') ? 'employmentStatus' : null
  }
}

/** 1, 2, 3 …, with gaps where rows were taken out: a number of the row, not of the person. */
function isCounting(values: readonly Cell[]): boolean {
  const numbers = values.map((value) => Number(cellText(value)))
  const steps = numbers.slice(1).filter((number, index) => number - (numbers[index] ?? NaN) === 1)
  return (numbers[0] ?? NaN) <= 1 && steps.length >= (numbers.length - 1) * 0.8
}
