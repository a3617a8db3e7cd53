import { editDistance } from '../roster/distance'
import { termKey } from '../roster/text'

/** A name of the record, and how it is spelled in Latin letters. */
export interface SpelledName {
  readonly name: string
  readonly pinyin: string
}

/**
 * How far a name is from one that is looked for; null where it is another one. The same sound comes first, as people
 * write each other's names by ear, then a character more, less or otherwise, then the same ones in another order.
 */
export function nameDistance(wanted: SpelledName, { name, pinyin }: SpelledName): number | null {
  const [one, other] = [termKey(wanted.name), termKey(name)]
  if (one === '' || other === '' || Math.abs(one.length - other.length) > 1) return null
  const sounds = wanted.pinyin !== '' && wanted.pinyin === pinyin
  if (sounds) return one === other ? 0 : 1
  const characters = Array.from(one)
  const shared = characters.filter((character) => other.includes(character)).length
  if (shared === 0) return null
  if (shared === characters.length && one.length === other.length) return 3
  if (Math.min(one.length, other.length) < 2 || editDistance(one, other) > 1) return null
  // Of two characters one is not enough, unless the other one sounds alike.
  if (one.length === 2 && other.length === 2) return alike(wanted.pinyin, pinyin) ? 3 : null
  return 2
}

/** 张炜 and 张卫国 no; zhangwei and zhangwen, or zhangweng: confused in many dialects, and by fingers. */
function alike(one: string, other: string): boolean {
  return one !== '' && other !== '' && editDistance(bare(one), bare(other)) <= 1
}

const bare = (pinyin: string) => pinyin.replace(/([zcs])h/g, '$1').replace(/ng(?=[^aeiouv]|$)/g, 'n')
