const DIGITS = '〇一二三四五六七八九'

function digit(character: string): string {
  return String(DIGITS.indexOf(character))
}

/** `十二` as 12; a single numeral as its digit. */
function numeral(text: string): string {
  if (!text.includes('十')) return digit(text)
  const [tens = '', ones = ''] = text.split('十')
  return (tens === '' ? '1' : digit(tens)) + (ones === '' ? '0' : digit(ones))
}

/** What a name says, whatever its width, blanks, signs and numerals: `第 十二车间（东）` is `第12车间东`. */
export function spellingKey(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '')
    .replaceAll('零', '〇')
    .replaceAll(/[一二三四五六七八九]?十[一二三四五六七八九]?|[〇一二三四五六七八九]/g, numeral)
}

/** Characters that alone tell one unit from another: 东区 and 西区, A班 and B班, 1车间 and 2车间. */
const TELLING = /[\p{N}a-z东西南北中上下左右前后内外甲乙丙丁戊男女老新早晚白夜大小]/u

/** The one character by which two texts differ, on either side; null when they differ by none or by more. */
function oneEdit(left: string, right: string): string | null {
  const [short, long] = left.length <= right.length ? [left, right] : [right, left]
  if (long.length - short.length > 1 || short === long) return null
  let start = 0
  while (start < short.length && short[start] === long[start]) start += 1
  const rest = short.length === long.length ? start + 1 : start
  if (short.slice(rest) !== long.slice(start + 1)) return null
  return short.slice(start, rest) + long.slice(start, start + 1)
}

/** Whether two names may be one with a slip of the pen: a character more, less or another, which tells nothing. */
export function areSimilar(left: string, right: string): boolean {
  const [one, other] = [spellingKey(left), spellingKey(right)]
  const edit = oneEdit(one, other)
  if (edit === null || TELLING.test(edit)) return false
  return Math.max(one.length, other.length) >= (one.length === other.length ? 4 : 3)
}

export interface CountedSpelling {
  readonly text: string
  readonly count: number
}

/** Spellings of one name, the most used first. */
export interface SpellingGroup {
  readonly name: string
  readonly spellings: readonly CountedSpelling[]
}

/** Puts together the spellings that say the same name; the most used names first. */
export function groupSpellings(counted: readonly CountedSpelling[]): readonly SpellingGroup[] {
  const byKey = new Map<string, CountedSpelling[]>()
  for (const spelling of counted) {
    // A text of signs alone has no key; it stands for itself.
    const key = spellingKey(spelling.text) || spelling.text
    byKey.set(key, [...(byKey.get(key) ?? []), spelling])
  }
  const total = (spellings: readonly CountedSpelling[]) => spellings.reduce((sum, { count }) => sum + count, 0)
  return [...byKey.values()]
    .map((spellings) => spellings.toSorted((a, b) => b.count - a.count))
    .sort((a, b) => total(b) - total(a))
    .map((spellings) => ({ name: spellings[0]?.text.trim() ?? '', spellings }))
}
