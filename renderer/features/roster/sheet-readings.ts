import type { SheetReading } from '../../../shared/contract/roster'
import type { RosterColumn, RosterField, RosterSheet } from '../../../shared/model/roster'

/** How a sheet is read now, as the starting point for changing it. */
export function readingOf({ name, use, headerRows, hiddenRows, columns }: RosterSheet): SheetReading {
  const fields = columns.flatMap(({ index, field }) => (field === null ? [] : [[String(index), field] as const]))
  return { name, use, headerRows, hiddenRows, fields: Object.fromEntries(fields) }
}

/** The same reading with another field for a column, or none. */
export function withField(reading: SheetReading, column: number, field: RosterField | null): SheetReading {
  const others = Object.entries(reading.fields ?? {}).filter(([index]) => index !== String(column))
  return { ...reading, fields: Object.fromEntries(field === null ? others : [...others, [String(column), field]]) }
}

/** The fields that more than one column of a sheet has. */
export function fieldsTwice({ fields }: SheetReading): readonly RosterField[] {
  const all = Object.values(fields ?? {})
  return [...new Set(all.filter((field, index) => all.indexOf(field) !== index))]
}

/** The columns that a person should look at: those with values of which nothing sure is known. */
export function columnsToCheck({ columns }: RosterSheet): readonly RosterColumn[] {
  return columns.filter(({ confidence, samples }) => confidence === 'unsure' && samples.length > 0)
}

/** Why a reading cannot be previewed yet; null when it can. */
export function readingProblem(readings: readonly SheetReading[]): 'noSheet' | 'noName' | 'fieldTwice' | null {
  const used = readings.filter(({ use }) => use)
  if (used.length === 0) return 'noSheet'
  if (used.some((reading) => fieldsTwice(reading).length > 0)) return 'fieldTwice'
  return used.every(({ fields }) => Object.values(fields ?? {}).includes('name')) ? null : 'noName'
}
