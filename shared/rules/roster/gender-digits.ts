import { cellText, columnLetter } from './cell'
import type { GridRow } from './grid'
import { severityOf } from './issues'
import type { FieldColumn, ReadRow } from './row'
import { squeezeText } from './text'
import { isGenderDigit } from './values'

type Coding = Readonly<Record<string, string>>

/** 1 男 2 女 is GB/T 2261.1; 0 女 1 男 is seen as often. */
const USUAL: Coding = { '1': '男', '2': '女', '0': '女' }
const EXCHANGED: Coding = { '1': '女', '2': '男', '0': '男' }
/** Fewer digits than these among words are slips, no coding of their own. */
const FEWEST = 3

/**
 * Settles bare digits of a gender column: the gender is the one of a good ID number; a digit that contradicts it by
 * the coding most rows of the column follow is `id_gender_mismatch`. Without a good ID the field stays empty.
 */
export function settleGenderDigits(rows: readonly (readonly [GridRow, ReadRow])[], column: FieldColumn): void {
  const digits = rows.flatMap(([source, row]) => {
    const cell = source.cells[column.index] ?? null
    const gender = row.derived.gender
    if (!isGenderDigit(cell) || gender === undefined) return []
    return [{ row, digit: squeezeText(cellText(cell)), gender }]
  })
  const agreeing = digits.filter(({ digit, gender }) => USUAL[digit] === gender).length
  const contradicting = digits.filter(({ digit, gender }) => EXCHANGED[digit] === gender).length
  const coding = contradicting > agreeing && contradicting >= FEWEST ? EXCHANGED : USUAL

  for (const { row, digit, gender } of digits) {
    const place = row.issues.findIndex(({ code }) => code === 'gender_ambiguous')
    row.issues.splice(place, 1)
    row.fields.gender = gender
    delete row.derived.gender
    if (coding[digit] === gender) continue
    const code = 'id_gender_mismatch'
    row.issues.push({
      code,
      severity: severityOf(code),
      field: 'gender',
      cell: `${columnLetter(column.index)}${row.row}`,
      raw: digit,
      withRow: null,
      withSheet: null,
    })
  }
}
