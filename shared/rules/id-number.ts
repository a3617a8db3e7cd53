import type { gender } from '../codes'
import { daySchema, type Day } from '../model/date'
import { toHalfWidth } from './half-width'

/**
 * Citizen ID number (公民身份号码), GB 11643-1999: 17 digits and a check character.
 * Layout: 6 region, 8 birth date (yyyymmdd), 3 sequence (17th digit odd = male), 1 check by ISO 7064 MOD 11-2.
 * Residence permits of Hong Kong, Macao and Taiwan and the permanent residence IDs issued since December 2023 follow
 * the same layout.
 */
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const
const CHECK_CHARACTERS = '10X98765432'

/** First two digits of GB/T 2260 codes; county codes below them retire too often to be checked. */
const PROVINCES = /^(1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3])/

/** What is wrong with an ID number; `date` means a right check character over a day that does not exist. */
export type IdNumberFault = 'length' | 'characters' | 'checksum' | 'date'

export interface IdNumber {
  /** 18 characters, upper case. */
  readonly number: string
  /** Region code of 6 digits. */
  readonly region: string
  readonly birthDate: Day
  readonly gender: (typeof gender.values)[number]
  /** Made from a number of 15 digits, which stopped being valid in 2013. */
  readonly converted: boolean
}

export type IdNumberResult =
  { readonly ok: true; readonly id: IdNumber } | { readonly ok: false; readonly fault: IdNumberFault }

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

/** A document number as it is kept: half-width, upper case, without blanks. */
export function normaliseIdNumber(text: string): string {
  return toHalfWidth(text).replace(/\s/g, '').toUpperCase()
}

/** A number of 15 digits (first generation, births of 19yy) in its form of 18 characters. */
export function convertFirstGeneration(digits: string): string {
  const longer = `${digits.slice(0, 6)}19${digits.slice(6)}`
  return longer + checkCharacter(longer)
}

/**
 * Reads an ID number of 18 characters or, converting it, of 15 digits.
 * @param text a normalised number, see `normaliseIdNumber`
 */
export function parseIdNumber(text: string): IdNumberResult {
  if (text.length !== 18 && text.length !== 15) return { ok: false, fault: 'length' }
  if (!/^\d{17}[\dX]$|^\d{15}$/.test(text)) return { ok: false, fault: 'characters' }
  const converted = text.length === 15
  const number = converted ? convertFirstGeneration(text) : text
  if (checkCharacter(number.slice(0, 17)) !== number.charAt(17)) return { ok: false, fault: 'checksum' }
  const birthDate = daySchema.safeParse(`${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`)
  if (!birthDate.success || !/^(18|19|20)/.test(birthDate.data)) return { ok: false, fault: 'date' }
  const male = Number(number.charAt(16)) % 2 === 1
  return {
    ok: true,
    id: {
      number,
      region: number.slice(0, 6),
      birthDate: birthDate.data,
      gender: male ? '男' : '女',
      converted,
    },
  }
}

/** Whether a region code lies in a province that exists; an unknown one only warns. */
export function isKnownProvince(region: string): boolean {
  return PROVINCES.test(region)
}

/** A document number as it is compared: 15 digits and the 18 made of them are one. */
export function idKey(number: string): string {
  return /^\d{15}$/.test(number) ? convertFirstGeneration(number) : number
}
