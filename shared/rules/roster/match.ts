import { partialDateSchema } from '../../model/date'
import type { MemberId } from '../../model/id'
import type { Member } from '../../model/member'
import type { RosterConflict } from '../../model/roster'
import { datesAgree } from '../date'
import { idKey } from '../id-number'
import type { RosterEntry } from './plan'
import { tidyName } from './text'

/** What tells persons apart. */
export type KnownPerson = Pick<
  Member,
  'name' | 'idNumber' | 'staffNumber' | 'memberCardNumber' | 'birthDate' | 'gender' | 'phone'
> & {
  /** Null for a person of an earlier row of the file, who is not recorded yet. */
  readonly id: MemberId | null
}

export interface Match {
  readonly memberId: MemberId | null
  /** Null where the person is sure: the member found, or a new one. */
  readonly conflict: RosterConflict | null
}

/** Finds the member that a row is about, and remembers the rows before it. */
export class PersonIndex {
  readonly #byIdNumber = new Map<string, KnownPerson[]>()
  readonly #byStaffNumber = new Map<string, KnownPerson[]>()
  readonly #byCardNumber = new Map<string, KnownPerson[]>()
  readonly #byName = new Map<string, KnownPerson[]>()
  readonly #taken = new Set<MemberId>()

  /** Takes in members, or after all of them the records that live on in a member, with that member's id. */
  add(persons: Iterable<KnownPerson>): void {
    for (const person of persons) this.#add(person)
  }

  /**
   * Matches by ID number (15 digits and 18 are one), then by staff or card number together with the name, then by the
   * name with the day of birth or the phone. A namesake without anything to tell the two apart is for a person to
   * decide, as is a member whom an earlier row is about.
   */
  match(entry: RosterEntry): Match {
    const person = personOf(entry)
    const found = this.#find(person)
    if (found.memberId === null && found.conflict === null) this.#add(person)
    if (found.memberId === null || found.conflict !== null) return found
    if (this.#taken.has(found.memberId)) return { memberId: found.memberId, conflict: 'namesake' }
    this.#taken.add(found.memberId)
    return found
  }

  #find(person: KnownPerson): Match {
    const byIdNumber = person.idNumber === null ? [] : this.#get(this.#byIdNumber, idKey(person.idNumber))
    const byNumbers = [
      ...(person.staffNumber === null ? [] : this.#get(this.#byStaffNumber, person.staffNumber)),
      ...(person.memberCardNumber === null ? [] : this.#get(this.#byCardNumber, person.memberCardNumber)),
    ]
    const numberedAlike = unique(byNumbers.filter((other) => sameName(other, person)))
    const [first] = byIdNumber
    if (first !== undefined) {
      const others = numberedAlike.filter((other) => !isSame(other, first))
      if (byIdNumber.length > 1 || others.some((other) => !idNumbersDiffer(other, person))) {
        return { memberId: null, conflict: 'severalMembers' }
      }
      if (first.id === null) return { memberId: null, conflict: 'repeatedId' }
      return { memberId: first.id, conflict: sameName(first, person) ? null : 'otherName' }
    }
    const [numbered] = numberedAlike
    if (numbered !== undefined) {
      if (numberedAlike.length > 1) return { memberId: null, conflict: 'severalMembers' }
      if (numbered.id === null) return { memberId: null, conflict: 'namesake' }
      return { memberId: numbered.id, conflict: idNumbersDiffer(numbered, person) ? 'otherIdNumber' : null }
    }
    const renamed = unique(byNumbers).find(({ id }) => id !== null)
    if (person.idNumber === null && renamed !== undefined) return { memberId: renamed.id, conflict: 'otherName' }
    const named = this.#get(this.#byName, nameKey(person))
    const agreeing = named.filter((other) => agree(other, person) && !areDifferent(other, person))
    const [alike] = agreeing
    if (agreeing.length === 1 && alike !== undefined && alike.id !== null) {
      return { memberId: alike.id, conflict: null }
    }
    const namesakes = named.filter((other) => !areDifferent(other, person) || isSuspect(other, person))
    if (namesakes.length === 0) return { memberId: null, conflict: null }
    return { memberId: namesakes.length === 1 ? (namesakes[0]?.id ?? null) : null, conflict: 'namesake' }
  }

  #get(index: ReadonlyMap<string, KnownPerson[]>, key: string): readonly KnownPerson[] {
    return unique(index.get(key) ?? [])
  }

  #add(person: KnownPerson): void {
    push(this.#byName, nameKey(person), person)
    if (person.idNumber !== null) push(this.#byIdNumber, idKey(person.idNumber), person)
    if (person.staffNumber !== null) push(this.#byStaffNumber, person.staffNumber, person)
    if (person.memberCardNumber !== null) push(this.#byCardNumber, person.memberCardNumber, person)
  }
}

function personOf({ fields, derived }: RosterEntry): KnownPerson {
  const text = (value: string | number | undefined) => (value === undefined ? null : String(value))
  const birthDate = partialDateSchema.safeParse(fields.birthDate ?? derived.birthDate)
  const gender = fields.gender ?? derived.gender
  return {
    id: null,
    name: String(fields.name ?? ''),
    idNumber: text(fields.idNumber),
    staffNumber: text(fields.staffNumber),
    memberCardNumber: text(fields.memberCardNumber),
    birthDate: birthDate.success ? birthDate.data : null,
    gender: gender === '男' || gender === '女' ? gender : null,
    phone: text(fields.phone),
  }
}

const nameKey = ({ name }: KnownPerson) => tidyName(name).name
const sameName = (one: KnownPerson, other: KnownPerson) => nameKey(one) === nameKey(other)
const isSame = (one: KnownPerson, other: KnownPerson) => one === other || (one.id !== null && one.id === other.id)

/** Each person once, a member before the records merged into it. */
function unique(persons: readonly KnownPerson[]): readonly KnownPerson[] {
  if (persons.length < 2) return persons
  return [...new Map(persons.toReversed().map((person) => [person.id ?? person, person])).values()].toReversed()
}

function idNumbersDiffer(one: KnownPerson, other: KnownPerson): boolean {
  return one.idNumber !== null && other.idNumber !== null && idKey(one.idNumber) !== idKey(other.idNumber)
}

const samePhone = (one: KnownPerson, other: KnownPerson) => one.phone !== null && one.phone === other.phone

/** A recorded namesake with the same phone, though something differs: a number mistyped, perhaps. */
const isSuspect = (known: KnownPerson, person: KnownPerson) => known.id !== null && samePhone(known, person)

/** Whether namesakes are one person beyond doubt: born on the same day, or reached by the same phone. */
function agree(one: KnownPerson, other: KnownPerson): boolean {
  const sameDay = one.birthDate !== null && one.birthDate.length === 10 && one.birthDate === other.birthDate
  return sameDay || samePhone(one, other)
}

/** Whether something known of both shows two persons of one name. */
function areDifferent(one: KnownPerson, other: KnownPerson): boolean {
  const differ = (left: string | null, right: string | null) => left !== null && right !== null && left !== right
  return (
    idNumbersDiffer(one, other) ||
    differ(one.staffNumber, other.staffNumber) ||
    differ(one.memberCardNumber, other.memberCardNumber) ||
    differ(one.gender, other.gender) ||
    (one.birthDate !== null && other.birthDate !== null && !datesAgree(one.birthDate, other.birthDate))
  )
}

function push(index: Map<string, KnownPerson[]>, key: string, person: KnownPerson): void {
  const known = index.get(key)
  if (known === undefined) index.set(key, [person])
  else known.push(person)
}
