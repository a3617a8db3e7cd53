import { z } from 'zod'
import type { MemberId } from '../../model/id'
import { idKey, normaliseIdNumber } from '../id-number'
import { spellingKey } from '../organisation/spelling'
import type { KnownDepartment } from '../roster/departments'
import { squeezeText, termKey } from '../roster/text'

/** Somebody of the record, by what sheets of a finance office name people by. */
export interface RecordedPerson {
  readonly id: MemberId
  readonly name: string
  readonly staffNumber: string | null
  readonly idNumber: string | null
  readonly department: string | null
}

/** What a row of such a sheet says of a person; null where it does not. */
export type NamedPerson = Omit<RecordedPerson, 'id' | 'name'> & { readonly name: string | null }

/** Why a row is for a person to decide. */
export const doubtSchema = z.enum([
  'namesakes', // several people of the name, and nothing in the row tells them apart
  'department', // the only one of the name, but the row does not name that department
  'otherName', // a number of the row is that of somebody with another name
  'numbers', // what the row gives as numbers is not what the record has for people of the name
])
export type Doubt = z.infer<typeof doubtSchema>

export type PersonMatch =
  | {
      readonly kind: 'matched'
      readonly memberId: MemberId
      /** `department` is the name together with exactly that department. */
      readonly by: 'staffNumber' | 'idNumber' | 'department'
    }
  /** Who it may be, the likeliest first; it may also be nobody of them. */
  | { readonly kind: 'ambiguous'; readonly memberIds: readonly MemberId[]; readonly doubt: Doubt }
  | { readonly kind: 'unknown' }

/**
 * Finds the member a row is about: by staff number and name, then by ID number and name, then by name and department.
 * Nobody is guessed: a name alone, or a department that is only like the recorded one, is for a person to decide.
 */
export class PersonMatcher {
  readonly #departments = new Map<string, string | null>()
  readonly #byStaffNumber = new Map<string, RecordedPerson[]>()
  readonly #byIdNumber = new Map<string, RecordedPerson[]>()
  readonly #byName = new Map<string, RecordedPerson[]>()

  /** @param departments the 分会 of the tree, with other spellings that sheets use for them */
  constructor(departments: readonly KnownDepartment[]) {
    for (const { name, aliases } of departments) {
      const own = spellingKey(name)
      for (const key of [name, ...aliases].map(spellingKey)) {
        const known = this.#departments.get(key)
        // A spelling of two departments names neither.
        this.#departments.set(key, known === undefined || known === own ? own : null)
      }
    }
  }

  /** Takes in members; a member may be added under several names and numbers. */
  add(persons: Iterable<RecordedPerson>): void {
    for (const person of persons) {
      push(this.#byName, nameKey(person.name), person)
      if (person.staffNumber !== null) push(this.#byStaffNumber, staffKey(person.staffNumber), person)
      if (person.idNumber !== null) push(this.#byIdNumber, identityKey(person.idNumber), person)
    }
  }

  match(row: NamedPerson): PersonMatch {
    const numbered = this.#numbered(row)
    const identified = row.idNumber === null ? [] : (this.#byIdNumber.get(identityKey(row.idNumber)) ?? [])
    const isNamed = ({ name }: RecordedPerson) => row.name === null || nameKey(name) === nameKey(row.name)
    const byStaffNumber = numbered.filter(isNamed)
    const byIdNumber = identified.filter(isNamed)
    if (byStaffNumber.length > 0 || byIdNumber.length > 0) return byNumbers(row, byStaffNumber, byIdNumber)
    const named = row.name === null ? [] : (this.#byName.get(nameKey(row.name)) ?? [])
    if (numbered.length > 0 || identified.length > 0) {
      return ambiguous([...numbered, ...identified, ...named], 'otherName')
    }
    return this.#byDepartment(row, named)
  }

  /** Who has the staff number as it is written; failing that, but for zeros before it that spreadsheets drop. */
  #numbered({ staffNumber, name }: NamedPerson): readonly RecordedPerson[] {
    if (staffNumber === null) return []
    const found = this.#byStaffNumber.get(staffKey(staffNumber)) ?? []
    const exact = found.filter((other) => exactKey(other.staffNumber ?? '') === exactKey(staffNumber))
    if (exact.length > 0) return exact
    return name === null ? [] : found
  }

  #byDepartment(row: NamedPerson, named: readonly RecordedPerson[]): PersonMatch {
    if (named.length === 0) return { kind: 'unknown' }
    const possible = named.filter((person) => !staffNumbersDiffer(person, row) && !idNumbersDiffer(person, row))
    if (possible.length === 0) return ambiguous(named, 'numbers')
    const department = this.#departmentKey(row.department)
    const there = possible.filter(
      (person) => department !== null && this.#departmentKey(person.department) === department,
    )
    const [first] = there
    if (first !== undefined && membersOf(there).length === 1) return matched(first, 'department')
    const doubt = membersOf(possible).length === 1 ? 'department' : 'namesakes'
    return ambiguous([...there, ...possible, ...named], doubt)
  }

  #departmentKey(text: string | null): string | null {
    const key = spellingKey(text ?? '')
    if (key === '') return null
    const known = this.#departments.get(key)
    return known === undefined ? key : known
  }
}

/** Who is found by the numbers with the row's name: both numbers lead to one person, or one does and none speaks against. */
function byNumbers(
  row: NamedPerson,
  byStaffNumber: readonly RecordedPerson[],
  byIdNumber: readonly RecordedPerson[],
): PersonMatch {
  const identified = new Set(byIdNumber.map(({ id }) => id))
  const both = byStaffNumber.filter(({ id }) => identified.has(id))
  const [first] = both
  if (first !== undefined && membersOf(both).length === 1) return matched(first, 'staffNumber')
  const all = [...both, ...byStaffNumber, ...byIdNumber]
  const [only] = all
  if (only === undefined || membersOf(all).length > 1) return ambiguous(all, 'namesakes')
  if (byIdNumber.length > 0) return matched(only, 'idNumber')
  return byStaffNumber.some((person) => idNumbersDiffer(person, row))
    ? ambiguous(all, 'numbers')
    : matched(only, 'staffNumber')
}

function matched({ id }: RecordedPerson, by: 'staffNumber' | 'idNumber' | 'department'): PersonMatch {
  return { kind: 'matched', memberId: id, by }
}

function ambiguous(persons: readonly RecordedPerson[], doubt: Doubt): PersonMatch {
  return { kind: 'ambiguous', memberIds: membersOf(persons), doubt }
}

function membersOf(persons: readonly RecordedPerson[]): readonly MemberId[] {
  return [...new Set(persons.map(({ id }) => id))]
}

const nameKey = (name: string) => termKey(name).replaceAll(/[·.．•‧・]/g, '')
const identityKey = (number: string) => idKey(normaliseIdNumber(number))
/** Numbers that a program wrote as such end in `.0`. */
const exactKey = (staffNumber: string) =>
  squeezeText(staffNumber)
    .toUpperCase()
    .replace(/^(\d+)\.0+$/, '$1')
const staffKey = (staffNumber: string) => exactKey(staffNumber).replace(/^0+(?=.)/, '')

function staffNumbersDiffer(person: RecordedPerson, { staffNumber }: NamedPerson): boolean {
  return person.staffNumber !== null && staffNumber !== null && staffKey(person.staffNumber) !== staffKey(staffNumber)
}

function idNumbersDiffer(person: RecordedPerson, { idNumber }: NamedPerson): boolean {
  return person.idNumber !== null && idNumber !== null && identityKey(person.idNumber) !== identityKey(idNumber)
}

function push(index: Map<string, RecordedPerson[]>, key: string, person: RecordedPerson): void {
  const known = index.get(key)
  if (known === undefined) index.set(key, [person])
  else known.push(person)
}
