import { checkIdDocument, type IdType } from '../id-document'
import { parseIdNumber, type IdNumber } from '../id-number'
import type { RosterIssueCode } from '../../model/roster'
import { cellText, type Cell } from './cell'
import { squeezeText, tidyText } from './text'
import { hasLostDigits } from './values'

export interface IdCellReading {
  /** As the record keeps it; null where it is empty or cannot be trusted. */
  readonly number: string | null
  /** The type that the number gives away. */
  readonly recognised: IdType | null
  readonly holder: Pick<IdNumber, 'birthDate' | 'gender'> | null
  readonly issues: readonly RosterIssueCode[]
}

const EMPTY: IdCellReading = { number: null, recognised: null, holder: null, issues: [] }
const refused = (code: RosterIssueCode): IdCellReading => ({ ...EMPTY, issues: [code] })

const FAULTS = {
  length: 'id_length',
  characters: 'id_checksum',
  checksum: 'id_checksum',
  date: 'id_date_invalid',
} as const

/**
 * Reads the number of an identity document. Digits that Excel has lost are never completed, even where what is left
 * happens to pass.
 * @param type of the document as the row states it; null where it does not
 * @param expectsCitizenId the column's heading speaks of citizen IDs (身份证), so that other numbers of digits are wrong
 */
export function readIdNumber(cell: Cell | undefined, type: IdType | null, expectsCitizenId: boolean): IdCellReading {
  if (cell === null || cell === undefined || tidyText(cellText(cell)) === '') return EMPTY
  if (typeof cell === 'object' && cell.kind === 'uncalculated') return refused('formula_not_calculated')
  if (typeof cell === 'object' && cell.kind === 'error') return refused('value_unknown')
  if (typeof cell === 'number' && hasLostDigits(cell)) return refused('id_lost_precision')
  const text = repaired(squeezeText(cellText(cell)).toUpperCase())
  if (/^\d+(\.\d+)?E\+?\d+$|^\d{16,}\.0+$/.test(text)) return refused('id_lost_precision')

  const check = checkIdDocument(type, text)
  if (!check.ok) {
    const lost = check.fault === 'checksum' && /000$/.test(text)
    return refused(lost ? 'id_lost_precision' : FAULTS[check.fault])
  }
  if (check.number.length > ID_NUMBER_MAX) return refused('id_length')
  // So many digits are an ID number with something wrong in or beside it.
  if (check.recognised === null && type === null && digitsIn(check.number) >= 14) {
    return refused(check.number.length === 18 ? 'id_checksum' : 'id_length')
  }
  if (check.recognised === null && type === null && !looksLikeNumber(check.number, expectsCitizenId)) {
    return refused('id_length')
  }
  const { number, recognised, holder, remarks } = check
  const issues = remarks.map((remark) => REMARKS[remark])
  return { number, recognised, holder, issues: [...new Set(issues)] }
}

/**
 * What was typed for an X, and hyphens between the parts: taken for what they are where the check character proves it.
 */
function repaired(text: string): string {
  if (/^[\dX]+$/.test(text)) return text
  const bare = text.replace(/[-‐-―−.·]/g, '').replace(/[×ХΧ✕✖*╳]$/u, 'X')
  return /^\d{17}[\dX]$/.test(bare) && parseIdNumber(bare).ok ? bare : text
}

/** Longest number the record keeps. */
const ID_NUMBER_MAX = 40

const REMARKS = {
  converted: 'id_converted',
  typeMismatch: 'id_type_mismatch',
  unusualShape: 'id_type_mismatch',
  provinceUnknown: 'id_region_unknown',
} as const

const digitsIn = (text: string) => text.replace(/\D/g, '').length

/** Documents of no stated type have five characters or more, digits among them; words (见档案) are no number. */
function looksLikeNumber(number: string, expectsCitizenId: boolean): boolean {
  if (/^\d+X?$/.test(number)) return !expectsCitizenId && number.length >= 5
  return number.length >= 5 && /\d{4}/.test(number)
}
