/**
 * Citizen ID number (公民身份号码), GB 11643-1999: 17 digits and a check character.
 * Layout: 6 region, 8 birth date (yyyymmdd), 3 sequence (17th digit odd = male), 1 check by ISO 7064 MOD 11-2.
 */
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const
const CHECK_CHARACTERS = '10X98765432'

/**
 * The check character of the first 17 digits of an ID number.
 * @param digits exactly 17 ASCII digits
 * @throws RangeError when `digits` is anything else
 */
export function checkCharacter(digits: string): string {
  if (!/^\d{17}$/.test(digits)) throw new RangeError('17 digits expected')
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(digits[index]), 0)
  return CHECK_CHARACTERS.charAt(sum % 11)
}
