import type { RosterField } from '../../model/roster'
import { parseIdNumber } from '../id-number'
import { isMobile } from '../phone'
import { cellText, type Cell } from './cell'
import { codeValue } from './code-values'
import { squeezeText, tidyName, tidyText } from './text'

type Shape = (value: Cell) => boolean

const ID_NUMBER: Shape = (value) => /^(\d{15}|\d{17}[\dX])$/i.test(squeezeText(cellText(value)))
const GOOD_ID_NUMBER: Shape = (value) => parseIdNumber(squeezeText(cellText(value)).toUpperCase()).ok
const MOBILE: Shape = (value) => isMobile(squeezeText(cellText(value)))
const NAME: Shape = (value) =>
  /^\p{Script=Han}{2,4}$|^\p{Script=Han}+·[\p{Script=Han}·]+$/u.test(tidyName(cellText(value)).name)
const EMAIL: Shape = (value) => /^[\w.+-]+@[\w-]+(\.[\w-]+)+$/.test(tidyText(cellText(value)))

/** Whether a column looks like ID numbers or mobile phones: what no other table than one of persons holds. */
export function looksPersonal(values: readonly Cell[]): boolean {
  return share(values, ID_NUMBER) >= MOST || share(values, MOBILE) >= MOST
}

/** What a column holds whatever it is called: ID numbers with right check characters, or mobile phones. */
export function personalShape(values: readonly Cell[]): 'idNumber' | 'phone' | null {
  if (share(values, ID_NUMBER) >= MOST && share(values, GOOD_ID_NUMBER) >= HALF) return 'idNumber'
  return share(values, MOBILE) >= MOST ? 'phone' : null
}

/** Code lists whose words belong to one field only; 三级 and 城镇 are said of other things as well. */
const TELLING_LISTS = [
  'gender',
  'ethnicity',
  'politicalStatus',
  'education',
  'maritalStatus',
  'idType',
] as const satisfies readonly RosterField[]

/** The field of a column that no heading explains, by its values; null where they leave it open. */
export function fieldByShape(values: readonly Cell[], taken: ReadonlySet<RosterField>): RosterField | null {
  const shape = personalShape(values)
  if (shape !== null) return taken.has(shape) ? null : shape
  if (values.length < FEWEST) return null
  const list = TELLING_LISTS.find(
    (field) => !taken.has(field) && share(values, (value) => codeValue(field, cellText(value)) !== undefined) >= NEARLY,
  )
  if (list !== undefined) return list
  return !taken.has('email') && share(values, EMAIL) >= MOST ? 'email' : null
}

const UNIT: Shape = (value) => /(部|科|室|处|车间|工段|班|组|分会|学院|系|公司)$/.test(cellText(value).trim())

/** Names hardly repeat, other words of two to four characters do, or end as those of units do. */
export function isNames(values: readonly Cell[]): boolean {
  return (
    share(values, NAME) >= MOST &&
    share(values, UNIT) < HALF &&
    new Set(values.map(cellText)).size > values.length * 0.7
  )
}

const HALF = 0.5
const MOST = 0.8
const NEARLY = 0.9
/** Fewer values than these are no evidence for a list. */
const FEWEST = 3

/** The part of the values that have a shape; 0 of none. */
function share(values: readonly Cell[], shape: Shape): number {
  return values.length === 0 ? 0 : values.filter(shape).length / values.length
}
