import type { PartialDate } from '../model/date'
import type { DuplicateReason } from '../model/duplicate'
import type { MemberId } from '../model/id'
import { datesAgree } from './date'
import { idKey } from './id-number'

/** What tells whether two records may be of one person. */
export interface RecordedPerson {
  readonly id: MemberId
  readonly name: string
  /** Syllables of the name, as `member_standing` has them. */
  readonly pinyin: string
  /** Of the record and of further documents. */
  readonly idNumbers: readonly string[]
  readonly birthDate: PartialDate | null
  readonly phone: string | null
  readonly staffNumber: string | null
}

/** Two records that may be of one person; `one` was recorded first. */
export interface DuplicatePair {
  readonly one: MemberId
  readonly other: MemberId
  /** The surest first. */
  readonly reasons: readonly DuplicateReason[]
}

/** A group of the same key that is larger than this says nothing: a shared office phone, a placeholder. */
const GROUP_MAX = 200

/**
 * Finds records that may be of one person, all at once: persons are gathered under keys of which duplicates share at
 * least one, so that the time grows with the number of persons and not with its square.
 */
export class DuplicateFinder {
  readonly #groups = new Map<string, RecordedPerson[]>()

  add(person: RecordedPerson): void {
    for (const key of new Set(keysOf(person))) {
      const group = this.#groups.get(key)
      if (group === undefined) this.#groups.set(key, [person])
      else group.push(person)
    }
  }

  /** The surest pairs first, then by name. */
  pairs(): readonly DuplicatePair[] {
    const found = new Map<string, DuplicatePair & { readonly name: string }>()
    for (const group of this.#groups.values()) {
      if (group.length > GROUP_MAX) continue
      group.forEach((person, index) => {
        for (const other of group.slice(index + 1)) {
          const [one, two] = person.id < other.id ? [person, other] : [other, person]
          const key = pairKey(one.id, two.id)
          if (found.has(key)) continue
          const reasons = reasonsFor(one, two)
          if (reasons.length > 0) found.set(key, { one: one.id, other: two.id, reasons, name: one.pinyin })
        }
      })
    }
    return [...found.values()].sort((a, b) => rank(a) - rank(b) || (a.name < b.name ? -1 : 1))
  }
}

/** Two ids in either order as one key. */
export function pairKey(one: MemberId, other: MemberId): string {
  return one < other ? `${one} ${other}` : `${other} ${one}`
}

function keysOf({ pinyin, idNumbers, birthDate, phone, staffNumber }: RecordedPerson): string[] {
  const numbers = idNumbers.map(idKey)
  return [
    ...numbers,
    // A mistake in one place leaves one half of the number as it is.
    ...numbers.flatMap((number) => [`${pinyin} ${number.slice(0, 9)}`, `${pinyin} ${number.slice(9)}`]),
    ...(birthDate === null ? [] : [`${pinyin} ${birthDate.slice(0, 4)}`]),
    ...(phone === null ? [] : [`${pinyin} ${phone}`]),
    ...(staffNumber === null ? [] : [`${pinyin} #${staffNumber}`]),
  ]
}

const ORDER: readonly DuplicateReason[] = [
  'idNumber',
  'idNumberTypo',
  'nameAndStaffNumber',
  'nameAndPhone',
  'nameAndBirth',
  'soundAndPhone',
  'soundAndBirth',
]

const rank = ({ reasons }: DuplicatePair) => ORDER.indexOf(reasons[0] ?? 'soundAndBirth')

/** Why two records may be of one person; none where their ID numbers show two persons and nothing else speaks for one. */
export function reasonsFor(one: RecordedPerson, other: RecordedPerson): readonly DuplicateReason[] {
  const pairs = one.idNumbers.flatMap((left) => other.idNumbers.map((right) => [idKey(left), idKey(right)] as const))
  const sameId = pairs.some(([left, right]) => left === right)
  const sameName = one.name === other.name
  const typo = one.pinyin === other.pinyin && pairs.some(([left, right]) => isOneMistakeAway(left, right))
  const twoPersons = pairs.length > 0 && !sameId && !typo
  const birthAgrees =
    one.birthDate !== null && other.birthDate !== null && datesAgree(one.birthDate, other.birthDate) && !twoPersons
  const samePhone = one.phone !== null && one.phone === other.phone
  const found: Readonly<Record<DuplicateReason, boolean>> = {
    idNumber: sameId,
    idNumberTypo: typo,
    nameAndStaffNumber: sameName && one.staffNumber !== null && one.staffNumber === other.staffNumber,
    nameAndPhone: sameName && samePhone,
    nameAndBirth: sameName && birthAgrees,
    soundAndPhone: !sameName && one.pinyin === other.pinyin && samePhone,
    soundAndBirth: !sameName && one.pinyin === other.pinyin && birthAgrees && one.birthDate.length === 10,
  }
  return ORDER.filter((reason) => found[reason])
}

/** One character differs, or two neighbours are exchanged. */
function isOneMistakeAway(one: string, other: string): boolean {
  if (one.length !== other.length || one === other) return false
  const places = Array.from(one, (_, place) => place).filter((place) => one[place] !== other[place])
  const [first = 0, second = -1] = places
  if (places.length === 1) return true
  return places.length === 2 && second === first + 1 && one[first] === other[second] && one[second] === other[first]
}
