import type { ColumnConfidence, ColumnReason, RosterField } from '../../model/roster'
import { cellText, type Cell } from './cell'
import { opensRelatives, readHeading, readSimilarHeading, type HeadingMeaning } from './headings'
import { flagOf } from './flags'
import { fieldByShape, isNames, personalShape } from './shapes'
import { codeValue } from './code-values'
import { squeezeText } from './text'
import { fieldKind, readValue } from './values'

/** The values of a column, for headings whose meaning depends on them. */
export type ColumnSamples = (column: number) => readonly Cell[]

/** What a column is taken for, and how sure that is. */
export interface ColumnMeaning {
  readonly field: RosterField | null
  readonly confidence: ColumnConfidence
  readonly reason: ColumnReason
}

/** A field that a column may hold; a lower rank comes first. */
interface Candidate extends ColumnMeaning {
  readonly field: RosterField
  readonly rank: number
}

/**
 * Ranks behind every listed heading: headings over nothing, values that contradict a heading, similar headings, what is
 * left of a heading.
 */
const OVER_NOTHING = 2000
const BY_VALUES = 4000
const BY_SIMILARITY = 5000
const IN_SPITE = 7000

/**
 * The field of each column. A field goes to one column only, the one with the surest heading, then the first; a
 * second 姓名 or 联系电话 (a block of relatives) stays unread. Columns that no heading explains are told by their values.
 */
export function assignFields(
  headings: readonly (readonly string[])[],
  samples: ColumnSamples,
): readonly ColumnMeaning[] {
  const meanings = headings.map(readHeading)
  const relatives = relativesColumns(headings, meanings)
  const claims = new Claims()
  const open = meanings.map((_, column) => column).filter((column) => !relatives.has(column))
  claims.settle(open, (column) => candidatesOf(meanings[column], samples(column)))
  for (const column of open) {
    const { kind, key } = meanings[column] ?? {}
    const found = kind === 'unsure' ? fieldByValues(key ?? '', samples(column), claims.taken) : null
    if (found !== null) claims.add(column, { ...found, confidence: 'likely' })
  }
  const unexplained = open.filter((column) => meanings[column]?.kind === 'unknown')
  claims.settle(unexplained, (column) => similarCandidates(headings[column] ?? []))
  for (const column of unexplained) {
    const field = claims.has(column) ? null : fieldByShape(samples(column), claims.taken)
    if (field !== null) claims.add(column, { field, confidence: 'unsure', reason: 'values' })
  }
  claimFlags(headings, unexplained, claims)
  claimName(unexplained, samples, claims)
  return headings.map((_, column) => {
    const known = claims.of(column)
    if (known !== undefined) return known
    if (relatives.has(column)) return { field: null, confidence: 'likely', reason: 'neighbours' }
    const isKnown = meanings[column]?.kind === 'other'
    if (isKnown) return { field: null, confidence: 'sure', reason: 'heading' }
    const isTaken = meanings[column]?.kind === 'field'
    return { field: null, confidence: isTaken ? 'likely' : 'unsure', reason: isTaken ? 'neighbours' : 'nothing' }
  })
}

/** Which column holds which field. */
class Claims {
  readonly #byColumn = new Map<number, ColumnMeaning>()
  readonly #taken = new Set<RosterField>()

  get taken(): ReadonlySet<RosterField> {
    return this.#taken
  }

  has(column: number): boolean {
    return this.#byColumn.has(column)
  }

  of(column: number): ColumnMeaning | undefined {
    return this.#byColumn.get(column)
  }

  /** Gives the column the field unless either is settled. */
  add(column: number, { field, confidence, reason }: ColumnMeaning): void {
    if (field === null || this.#byColumn.has(column) || this.#taken.has(field)) return
    this.#byColumn.set(column, { field, confidence, reason })
    this.#taken.add(field)
  }

  /** Gives fields away, the surest candidates of all columns first. */
  settle(columns: readonly number[], candidatesOfColumn: (column: number) => readonly Candidate[]): void {
    columns
      .flatMap((column) => candidatesOfColumn(column).map((candidate) => ({ column, candidate })))
      .sort((one, other) => one.candidate.rank - other.candidate.rank || one.column - other.column)
      .forEach(({ column, candidate }) => this.add(column, candidate))
  }
}

/** Fields that keep a number of any kind as it is written. */
const KEEPS_ANY_NUMBER: ReadonlySet<RosterField> = new Set<RosterField>(['staffNumber', 'memberCardNumber', 'remark'])

/** What heading and values let a column be. Values that no other field has (ID numbers, mobiles) outdo the heading. */
function candidatesOf(meaning: HeadingMeaning | undefined, values: readonly Cell[]): Candidate[] {
  if (meaning === undefined || meaning.isOfSomebodyElse) return []
  const shape = personalShape(values)
  const byShape =
    shape === null ? [] : [{ field: shape, rank: BY_VALUES, confidence: 'likely', reason: 'values' } as const]
  const { field, rank } = meaning
  if (field === null) {
    // 用户名 and 微信号 are often a mobile number and still no phone.
    const says = meaning.kind === 'other' && shape !== 'idNumber'
    return says ? [] : byShape
  }
  if (field === 'idNumber' && mostly(values, (text) => codeValue('idType', text) !== undefined)) {
    return [{ field: 'idType', rank, confidence: 'likely', reason: 'values' }]
  }
  const confidence = !fits(field, values) ? 'unsure' : meaning.isListed ? 'sure' : 'likely'
  const behind = values.length === 0 ? OVER_NOTHING : 0
  const byHeading = { field, rank: rank + behind, confidence, reason: 'heading' } as const
  if (shape === null || shape === field) return [byHeading]
  return KEEPS_ANY_NUMBER.has(field) ? [...byShape, { ...byHeading, rank: IN_SPITE, confidence: 'unsure' }] : byShape
}

function similarCandidates(parts: readonly string[]): Candidate[] {
  const { field, rank } = readSimilarHeading(parts)
  if (field === null) return []
  return [{ field, rank: BY_SIMILARITY + rank, confidence: 'likely', reason: 'similarHeading' }]
}

/** 中共党员 √ beside 共青团员 √: the first one stands for all, see `flags`. */
function claimFlags(headings: readonly (readonly string[])[], columns: readonly number[], claims: Claims): void {
  const column = columns.find((candidate) => flagOf(headings[candidate]?.join('/') ?? '') !== null)
  if (column !== undefined) claims.add(column, { field: 'politicalStatus', confidence: 'likely', reason: 'heading' })
}

/** Fewer values than these say nothing against a heading. */
const FEWEST = 3

/** Whether the values of a column can be what its heading says; texts can be anything. */
function fits(field: RosterField, values: readonly Cell[]): boolean {
  const kind = fieldKind(field)
  if (values.length < FEWEST || kind === 'text' || kind === 'name' || kind === 'idNumber') return true
  const readable = values.filter((value) => {
    const { value: read, issues } = readValue(field, value, { typed: true, trustsTenths: true })
    return read !== null || issues.includes('gender_ambiguous')
  })
  return readable.length * 2 >= values.length
}

/** A column of names without a heading, where other columns show that the rows are persons. */
function claimName(columns: readonly number[], samples: ColumnSamples, claims: Claims): void {
  if (claims.taken.has('name') || (!claims.taken.has('idNumber') && !claims.taken.has('phone'))) return
  const column = columns.find((candidate) => !claims.has(candidate) && isNames(samples(candidate)))
  if (column !== undefined) claims.add(column, { field: 'name', confidence: 'unsure', reason: 'values' })
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

/** A block of relatives: 关系 among their names and phones. 称谓 by itself may be how the member is addressed. */
function relativesColumns(
  headings: readonly (readonly string[])[],
  meanings: readonly HeadingMeaning[],
): ReadonlySet<number> {
  const columns = new Set<number>()
  const firstName = meanings.findIndex(({ field }) => field === 'name')
  headings.forEach((parts, start) => {
    if (firstName < 0 || start < firstName || !opensRelatives(parts.at(-1) ?? '')) return
    const block: number[] = []
    const isRelatives = (column: number) => RELATIVES_FIELDS.has(meanings[column]?.field ?? null)
    for (let column = start - 1; column > firstName && meanings[column]?.field === 'name'; column--) block.push(column)
    for (let column = start + 1; column < headings.length; column++) {
      const kind = meanings[column]?.kind
      const skips = kind === 'other' || kind === 'unsure' || headings[column]?.length === 0
      if (isRelatives(column)) block.push(column)
      else if (!skips) break
    }
    const namesThem = block.some((column) => meanings[column]?.field === 'name')
    if (namesThem || meanings[start - 1]?.isOfSomebodyElse === true) block.forEach((column) => columns.add(column))
  })
  return columns
}

/** Whether at least half of the values, and one at all, pass a test. */
function mostly(values: readonly Cell[], test: (text: string) => boolean): boolean {
  const passing = values.filter((value) => test(cellText(value)))
  return passing.length > 0 && passing.length * 2 >= values.length
}

const ORGANISATION = /((?<!分)公司|集团|厂|大学|医院|银行|研究院|研究所|政府|合作社|事务所)$/
/** What a part of an organisation may be called as well: one name for everybody is the whole, several are its parts. */
const ORGANISATION_OR_PART = /(分公司|学校|小学|中学|学院|局|中心|委员会|支行)$/

function areEmployers(values: readonly Cell[]): boolean {
  const names = values.map((value) => cellText(value).trim())
  const isWhole = (text: string) => ORGANISATION.test(text.trim())
  if (!mostly(values, (text) => isWhole(text) || ORGANISATION_OR_PART.test(text.trim()))) return false
  // Titles and totals stand between.
  return names.some(isWhole) || names.filter((name) => name === names[0]).length >= names.length * 0.8
}

type Found = Pick<ColumnMeaning, 'field' | 'reason'>
const byValues = (field: RosterField): Found => ({ field, reason: 'values' })
const byNeighbours = (field: RosterField): Found => ({ field, reason: 'neighbours' })

/** The field of a heading that means different things in different rosters. */
function fieldByValues(key: string, values: readonly Cell[], taken: ReadonlySet<RosterField>): Found | null {
  const means = (field: RosterField) => mostly(values, (text) => codeValue(field, text) !== undefined)
  switch (key) {
    case '编号':
      return values.length === 0 || isCounting(values) || taken.has('staffNumber') || taken.has('memberCardNumber')
        ? null
        : byValues('staffNumber')
    case 'id':
    case '证件':
      if (means('idType')) return byValues('idType')
      return mostly(values, (text) => /^(\d{15}|\d{17}[\dXx])$/.test(squeezeText(text))) ? byValues('idNumber') : null
    case '户籍':
    case '户口':
      if (values.length === 0) return null
      return byValues(
        mostly(values, (text) => codeValue('householdType', text) !== undefined || /户口|农/.test(text))
          ? 'householdType'
          : 'householdPlace',
      )
    case '会籍状态':
    case '会员状态':
    case '会员类型':
    case '会员类别':
      return means('membershipChangeType') ? byValues('membershipChangeType') : null
    case '所在单位':
    case '单位':
      if (taken.has('employer')) return byNeighbours('department')
      if (taken.has('department')) return byNeighbours('employer')
      return byValues(areEmployers(values) ? 'employer' : 'department')
    default:
      return means('employmentStatus') ? byValues('employmentStatus') : null
  }
}

/**
 * 1, 2, 3 …, with gaps where rows were taken out, from 1 again in each group, totals between them: a number of the row,
 * not of the person.
 */
function isCounting(values: readonly Cell[]): boolean {
  const numbers = values.map((value) => Number(cellText(value))).filter((number) => !Number.isNaN(number))
  const steps = numbers.slice(1).filter((number, index) => number === 1 || number - (numbers[index] ?? NaN) === 1)
  return numbers.length * 2 >= values.length && (numbers[0] ?? NaN) <= 1 && steps.length >= (numbers.length - 1) * 0.8
}
