/**
 * Unified social credit code (统一社会信用代码), GB 32100-2015: 18 characters without I, O, S, V, Z; a union's own code
 * starts with `81` (registered by a union, basic-level union).
 */
const CHARACTERS = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28] as const
const SHAPE = /^[1-9AN-Y][0-9A-Y]\d{6}[0-9A-HJ-NPQRTUWXY]{10}$/

/** The check character of the first 17 characters of a code. @throws RangeError on a character outside the alphabet */
export function creditCodeCheckCharacter(code: string): string {
  const sum = WEIGHTS.reduce((total, weight, index) => {
    const value = CHARACTERS.indexOf(code.charAt(index))
    if (value < 0 || code.length < 17) throw new RangeError('17 characters of a credit code expected')
    return total + weight * value
  }, 0)
  return CHARACTERS.charAt((31 - (sum % 31)) % 31)
}

/** Whether the text is a well-formed code with the right check character. */
export function isCreditCode(text: string): boolean {
  return SHAPE.test(text) && /^[^IOSVZ]+$/.test(text) && creditCodeCheckCharacter(text) === text.charAt(17)
}

/** Whether a right code belongs to a basic-level union; some unions still carry older codes, so this only warns. */
export function isUnionCreditCode(code: string): boolean {
  return code.startsWith('81')
}
