import type Database from 'better-sqlite3'
import { pinyin } from 'pinyin-pro'

/** Letters and digits of a text in lower case, full-width forms made plain, everything else left out. */
function plain(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{M}\p{N}]/gu, '')
}

/** Syllables of a name in lower case, the surname read as a surname: 单晓燕 is shan xiao yan, 吕布 lv bu. */
function nameSyllables(name: string): readonly string[] {
  const options = {
    toneType: 'none',
    type: 'array',
    v: true,
    nonZh: 'consecutive',
    mode: 'surname',
    surname: 'head',
  } as const
  return pinyin(name.normalize('NFKC').toLowerCase(), options).flatMap((part) => part.match(/[\p{L}\p{N}]+/gu) ?? [])
}

/** Every ending of a sequence, so that a search for a beginning finds every part: 张伟明, 伟明, 明. */
function endings(parts: readonly string[]): string {
  return parts.map((_, start) => parts.slice(start).join('')).join(' ')
}

function reversed(text: string): string {
  return Array.from(text).reverse().join('')
}

/** Registers what the triggers of `member_standing` and `member_search` read a name, an ID and a phone number with. */
export function registerSearchFunctions(sqlite: Database.Database): void {
  const options = { deterministic: true }
  const syllables = (pinyin: string) => pinyin.split(' ')
  sqlite.function('name_pinyin', options, (name: string) => nameSyllables(name).join(' '))
  sqlite.function('name_terms', options, (name: string) => endings(Array.from(plain(name))))
  sqlite.function('pinyin_terms', options, (pinyin: string) => endings(syllables(pinyin)))
  sqlite.function('initial_terms', options, (pinyin: string) => endings(syllables(pinyin).map(([first = '']) => first)))
  sqlite.function('id_terms', options, (id: string | null) => reversed(plain(id ?? '')))
  sqlite.function('phone_terms', options, (phone: string | null) => endings(Array.from(plain(phone ?? ''))))
}

/** Brings the members marked by triggers into the search index; the last act of every write and of every step. */
export function refreshSearchIndex(sqlite: Database.Database): void {
  const pending = 'SELECT search_id FROM member_search_pending'
  if (sqlite.prepare(`${pending} LIMIT 1`).get() === undefined) return
  sqlite.exec(`
    DELETE FROM member_search WHERE rowid IN (${pending});
    INSERT INTO member_search (rowid, name, pinyin, initials, id_tail, phone)
      SELECT search_id, name_terms(name), pinyin_terms(pinyin), initial_terms(pinyin), id_terms(id_number),
        phone_terms(phone)
      FROM member_standing JOIN member ON member.id = member_id WHERE search_id IN (${pending});
    DELETE FROM member_search_pending;
  `)
}

function wordQuery(word: string): string {
  if (/^\p{N}+$/u.test(word)) {
    const phone = `phone : "${word}" *`
    return word.length < 4 ? phone : `(${phone} OR id_tail : "${reversed(word)}" *)`
  }
  if (/\p{N}/u.test(word)) return `({name pinyin} : "${word}" * OR id_tail : "${reversed(word)}" *)`
  return `{name pinyin initials} : "${word}" *`
}

/**
 * The full-text expression for `member_search MATCH ?` that finds members by parts of their name, its pinyin or
 * initials, the tail of an ID number (4 or more) or a part of a phone number; several words must all hold. Null when
 * the text holds nothing to search for.
 */
export function searchQuery(text: string): string | null {
  const words = text
    .split(/\s+/)
    .map(plain)
    .filter((word) => word !== '')
  return words.length === 0 ? null : words.map(wordQuery).join(' AND ')
}
