import type { RosterField } from '../../model/roster'
import { cellText, type Cell } from './cell'
import { codeValue } from './synonyms'
import { squeezeText, tidyName } from './text'

type Shape = (value: Cell) => boolean

const ID_NUMBER: Shape = (value) => /^(\d{15}|\d{17}[\dX])$/i.test(squeezeText(cellText(value)))
const MOBILE: Shape = (value) => /^1[3-9]\d{9}$/.test(squeezeText(cellText(value)))
const NAME: Shape = (value) =>
  /^\p{Script=Han}{2,4}$|^\p{Script=Han}+·[\p{Script=Han}·]+$/u.test(tidyName(cellText(value)).name)
const GENDER: Shape = (value) => codeValue('gender', cellText(value)) !== undefined

/** Whether a column looks like ID numbers or mobile phones: what no other table than one of persons holds. */
export function looksPersonal(values: readonly Cell[]): boolean {
  return mostly(values, ID_NUMBER) || mostly(values, MOBILE)
}

/**
 * The fields of a table without any header, by the shapes of its values: a name and an ID number or a phone must be
 * there, or nothing is said. Shown to the user like every other mapping.
 */
export function fieldsByShape(width: number, samples: (column: number) => readonly Cell[]): (RosterField | null)[] {
  const fields = Array.from({ length: width }, (): RosterField | null => null)
  const claim = (field: RosterField, shape: Shape) => {
    const column = fields.findIndex((known, index) => known === null && mostly(samples(index), shape))
    if (column >= 0) fields[column] = field
  }
  claim('idNumber', ID_NUMBER)
  claim('phone', MOBILE)
  claim('gender', GENDER)
  const names = fields.findIndex((known, index) => known === null && isNames(samples(index)))
  if (names < 0 || (!fields.includes('idNumber') && !fields.includes('phone'))) return fields.fill(null)
  fields[names] = 'name'
  return fields
}

/** Names hardly repeat, other words of two to four characters do. */
function isNames(values: readonly Cell[]): boolean {
  return mostly(values, NAME) && new Set(values.map(cellText)).size > values.length * 0.7
}

function mostly(values: readonly Cell[], shape: Shape): boolean {
  return values.length > 0 && values.filter(shape).length >= values.length * 0.8
}
