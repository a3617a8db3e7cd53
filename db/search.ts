import type Database from 'better-sqlite3'
import { pinyin } from 'pinyin-pro'
import type { BranchDatabase } from './branch-database'

/** Letters and digits of a text in lower case, full-width forms made plain, everything else left out. */
function plain(text: string): string {
  if (/^[\da-z]*$/.test(text)) return text
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{M}\p{N}]/gu, '')
    .replaceAll('ü', 'v')
}

/** A part of a text and how it may be spelled, the usual way first: 单 is shan, dan and chan, 吕 lv and lu. */
type Spellings = readonly string[]

/** Rarely more than a handful of characters; a name's are asked for again and again. */
const readings = new Map<string, Spellings>()

function readingsOf(character: string): Spellings {
  const known = readings.get(character)
  if (known !== undefined) return known
  const found = pinyin(character, { toneType: 'none', type: 'array', v: true, multiple: true })
  readings.set(character, found)
  return found
}

const USUAL = { toneType: 'none', type: 'array', v: true, nonZh: 'consecutive', mode: 'normal' } as const
const SURNAME_FIRST = { ...USUAL, mode: 'surname', surname: 'head' } as const
/** What most names are, and what their readings are: neither has anything to be made plain. */
const PLAIN_HAN = /^[\u4E00-\u9FFF]+$/
const PLAIN_SYLLABLE = /^[a-z]+$/

/** Syllables of a text in lower case; the surname of a name is read as one: 单晓燕 is shan xiao yan, 吕布 lv bu. */
function syllablesOf(text: string, mode: 'normal' | 'surname'): readonly string[] {
  const parts = pinyin(
    PLAIN_HAN.test(text) ? text : text.normalize('NFKC').toLowerCase(),
    mode === 'surname' ? SURNAME_FIRST : USUAL,
  )
  if (parts.every((part) => PLAIN_SYLLABLE.test(part))) return parts
  return parts.flatMap((part) => part.match(/[\p{L}\p{N}]+/gu) ?? [])
}

/** How a text may be spelled, syllable by syllable. */
function spellingsOf(text: string, syllables: readonly string[]): readonly Spellings[] {
  const origins = text.normalize('NFKC').matchAll(/\p{Script=Han}|(?:(?!\p{Script=Han})[\p{L}\p{N}])+/gu)
  return syllables.map((usual) => {
    const [origin = ''] = origins.next().value ?? []
    const ways = /\p{Script=Han}/u.test(origin) ? [usual, ...readingsOf(origin)] : [usual]
    return [...new Set([...ways, ...ways.map((way) => way.replace('v', 'u'))])]
  })
}

/** Ways to spell one ending that are kept; what is rarer is found by its characters. */
const WAYS = 12

/** Every ending of a sequence in every spelling, so that a search for a beginning finds every part: 张伟明, 伟明, 明. */
function endings(parts: readonly Spellings[]): string[] {
  let ways = ['']
  const found = new Set<string>()
  for (const spellings of parts.toReversed()) {
    ways = [...new Set(ways.flatMap((rest) => spellings.map((spelling) => spelling + rest)))].slice(0, WAYS)
    for (const way of ways) found.add(way)
  }
  return [...found]
}

const initials = (parts: readonly Spellings[]) =>
  parts.map((spellings) => [...new Set(spellings.map(([first = '']) => first))])

/** Every ending of what is plain of a text: 5678, 678, 78, 8. */
function plainEndings(text: string): string {
  const characters = Array.from(plain(text))
  return characters.map((_, start) => characters.slice(start).join('')).join(' ')
}

function reversed(text: string): string {
  return Array.from(text).reverse().join('')
}

/** Where people begin to type an ID number: region, birth date with its century or without; its end is found as such. */
const ID_BEGINNINGS = [0, 6, 8]

/** Beginnings of a member's numbers: of the ID number's parts, and of staff and card numbers without letters or zeros. */
function numberTerms(id: string | null, staff: string | null, card: string | null): string {
  const plainId = plain(id ?? '')
  const parts = ID_BEGINNINGS.map((start) => plainId.slice(start))
  const numbers = [staff, card].map((number) => plain(number ?? ''))
  const shortened = numbers.flatMap((number) => [number.replace(/^\D+/, ''), number.replace(/^\D*0*(?=\d)/, '')])
  return [...new Set([...parts, ...numbers, ...shortened])].join(' ')
}

/**
 * Registers what the triggers of `member_standing` and the search index read a member with. When what they make
 * changes, a migration empties the index, and it is made anew at the next start.
 */
export function registerSearchFunctions(sqlite: Database.Database): void {
  const options = { deterministic: true }
  // Both the pinyin and the initials of a name are made from them.
  let last: { readonly name: string; readonly spellings: readonly Spellings[] } = { name: '', spellings: [] }
  function spellings(name: string, syllables: string): readonly Spellings[] {
    if (last.name !== name) last = { name, spellings: spellingsOf(name, syllables.split(' ')) }
    return last.spellings
  }
  sqlite.function('name_pinyin', options, (name: string) => syllablesOf(name, 'surname').join(' '))
  sqlite.function('name_terms', options, plainEndings)
  sqlite.function('pinyin_terms', options, (name: string, syllables: string) =>
    endings(spellings(name, syllables)).join(' '),
  )
  sqlite.function('initial_terms', options, (name: string, syllables: string) =>
    endings(initials(spellings(name, syllables))).join(' '),
  )
  sqlite.function('number_terms', options, numberTerms)
  sqlite.function('tail_terms', options, (id: string | null, staff: string | null, card: string | null) =>
    [id, staff, card].map((number) => reversed(plain(number ?? ''))).join(' '),
  )
  sqlite.function('phone_terms', options, (phone: string | null) => plainEndings(phone ?? ''))
}

/** The full-text expression for one of the `searchWords`. */
export function wordQuery(word: string): string {
  const tail = `tails : "${reversed(word)}" *`
  if (/^\p{N}+$/u.test(word)) {
    const beginning = `{numbers phone} : "${word}" *`
    return word.length < 4 ? beginning : `(${beginning} OR ${tail})`
  }
  if (/\p{N}/u.test(word)) return `({name pinyin numbers} : "${word}" * OR ${tail})`
  return `{name pinyin initials} : "${word}" *`
}

/** The words of a search; all of them must hold. */
export function searchWords(text: string): readonly string[] {
  return text
    .split(/\s+/)
    .map(plain)
    .filter((word) => word !== '')
}

/**
 * The full-text expression for `member_search MATCH ?` that finds members by parts of their name, its pinyin in any
 * reading or initials, a part or the tail of an ID, staff or card number, or a part of a phone number; several words
 * must all hold. Null when there is nothing to search for.
 */
export function searchQuery(text: string): string | null {
  const words = searchWords(text)
  return words.length === 0 ? null : words.map(wordQuery).join(' AND ')
}

/** Like `searchQuery`, of members as they are now: whoever was written is brought into the index before. */
export function currentSearchQuery({ searchIndex }: BranchDatabase, text: string): string | null {
  const query = searchQuery(text)
  if (query !== null) searchIndex.complete()
  return query
}

/** Whether a word is a part of a text, of its pinyin or its initials; a single character is too little to tell. */
export function isPartOf(word: string, text: string): boolean {
  if (word.length < 2) return false
  if (plain(text).includes(word)) return true
  const spellings = spellingsOf(text, syllablesOf(text, 'normal'))
  return [...endings(spellings), ...endings(initials(spellings))].some((ending) => ending.startsWith(word))
}
