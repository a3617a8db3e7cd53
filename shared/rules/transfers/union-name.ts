import { toHalfWidth } from '../half-width'

/** A union's name as it is compared: half-width, without blanks and brackets, in lower case. */
export function unionKey(name: string): string {
  return toHalfWidth(name)
    .normalize('NFKC')
    .replaceAll(/[\s()（）〔〕【】·.,，。]/g, '')
    .toLowerCase()
}

/** Neighbouring characters of a name, by which names are likened. */
export function bigrams(key: string): string[] {
  const characters = Array.from(key)
  return [...new Set(characters.slice(0, -1).map((character, index) => character + (characters[index + 1] ?? '')))]
}

/** How alike two names are, 0 to 1 (Dice's coefficient over neighbouring characters). */
export function likeness(one: string, other: string): number {
  const [left, right] = [bigrams(one), new Set(bigrams(other))]
  if (left.length + right.size === 0) return one === other ? 1 : 0
  return (2 * left.filter((pair) => right.has(pair)).length) / (left.length + right.size)
}
