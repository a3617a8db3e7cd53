import { noExpiry } from '../../codes'
import type { ValidUntil } from '../../model/date'
import { cellText, type Cell } from './cell'
import { readDate, type DateContext } from './dates'
import { squeezeText } from './text'

/** Both ends of a validity as ID cards print it: 2015.03.02-2035.03.02, 20150302至长期. */
const RANGE = /^(?:\d{8}|\d{4}(?:[-./]\d{1,2}){2}|\d{4}年\d{1,2}月\d{1,2}日)[-—–~～至到]+(.+)$/

/** Until when a document is valid: a date of any precision, 长期, or the end of a range; null where it is none of them. */
export function readValidUntil(cell: Cell, context: DateContext): ValidUntil | null {
  const text = squeezeText(cellText(cell))
  const end = RANGE.exec(text)?.[1] ?? text
  if (/^(长期|長期|永久)(有效)?$/.test(end)) return noExpiry.values[0]
  const reading = readDate(end === text ? cell : end, context)
  return reading.kind === 'date' ? reading.date : null
}
