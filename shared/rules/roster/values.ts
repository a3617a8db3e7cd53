import { isMobileOrLandline, normalisePhone } from '../phone'
import { memberFieldDeclarations } from '../../model/member'
import { rosterFieldSchema, type RosterField, type RosterIssueCode } from '../../model/roster'
import { cellText, type Cell } from './cell'
import { readDate, type DateContext } from './dates'
import { codeValue, isCodeField } from './code-values'
import { squeezeText, tidyName, tidyText } from './text'
import { readValidUntil } from './valid-until'

/** Longest text of a field as the record keeps it, and those of fields with a limit of their own. */
const TEXT_MAX = 200
const OWN_MAX: Partial<Record<RosterField, number>> = { remark: 2000, membershipChangeReason: 100 }
const NAME_MAX = 60

/** What a cell says of its field; no value where it cannot be read with certainty. Money is in fen. */
export interface ValueReading {
  readonly value: string | number | null
  readonly issues: readonly RosterIssueCode[]
}

const NOTHING: ValueReading = { value: null, issues: [] }
const refused = (code: RosterIssueCode): ValueReading => ({ value: null, issues: [code] })
const read = (value: string | number): ValueReading => ({ value, issues: [] })

type Kind = 'name' | 'text' | 'code' | 'date' | 'validUntil' | 'phone' | 'money' | 'idNumber'

function declaredKind(field: RosterField): Kind {
  if (field === 'name') return 'name'
  if (field === 'duesAmount') return 'money'
  if (field === 'membershipChangeDate') return 'date'
  if (field === 'membershipChangeReason') return 'text'
  if (isCodeField(field) || field === 'membershipChangeType') return 'code'
  const { kind } = memberFieldDeclarations[field]
  return kind === 'partialDate' ? 'date' : kind
}

const KINDS = new Map(rosterFieldSchema.options.map((field) => [field, declaredKind(field)]))

/** How the values of a roster field are written. */
export function fieldKind(field: RosterField): Kind {
  return KINDS.get(field) ?? 'text'
}

/** Reads a cell of any field but `idNumber`, which needs the type beside it, see `readIdNumber`. */
export function readValue(field: RosterField, cell: Cell | undefined, context: DateContext): ValueReading {
  if (cell === null || cell === undefined || tidyText(cellText(cell)) === '') return NOTHING
  if (typeof cell === 'object' && cell.kind === 'uncalculated') return refused('formula_not_calculated')
  if (typeof cell === 'object' && cell.kind === 'error') return refused('value_unknown')
  switch (fieldKind(field)) {
    case 'name':
      return readName(cell)
    case 'code':
      return readCode(field, cell)
    case 'date':
      return readDateValue(cell, context)
    case 'validUntil':
      return readValidity(cell, context)
    case 'phone':
      return readPhone(cell)
    case 'money':
      return readMoney(cell)
    case 'text':
    case 'idNumber':
      return readText(field, cell)
  }
}

/** Stars and the like beside a name, by which lists point to a note, and numbers by which they count. */
const NAME_MARKS = /^\d{1,4}[.．、]\s*(?=\p{Script=Han}{2})|^[*＊★☆▲△●◆◎※#＃]+|[*＊★☆▲△●◆◎※#＃]+$/gu

function readName(cell: Cell): ValueReading {
  const text = tidyText(cellText(cell))
  const bare = text.replace(NAME_MARKS, '')
  const { name, spacesRemoved } = tidyName(bare)
  if (name.length > NAME_MAX) return refused('text_too_long')
  if (name === '') return NOTHING
  const infos: RosterIssueCode[] = spacesRemoved ? ['name_spaces_removed'] : []
  return { value: name, issues: bare === text ? infos : [...infos, 'name_mark_removed'] }
}

function readCode(field: RosterField, cell: Cell): ValueReading {
  const value = codeValue(field, cellText(cell))
  if (value !== undefined) return read(value)
  return refused(field === 'gender' && isGenderDigit(cell) ? 'gender_ambiguous' : 'value_unknown')
}

/** Bare digits for a gender: 1 is a man nearly everywhere, women are 2 or 0, and nobody says so in the sheet. */
export function isGenderDigit(cell: Cell): boolean {
  return /^[0129]$/.test(squeezeText(cellText(cell)))
}

function readDateValue(cell: Cell, context: DateContext): ValueReading {
  const reading = readDate(cell, context)
  if (reading.kind === 'invalid') return refused('date_invalid')
  if (reading.kind === 'unsure') return refused('date_partial')
  return { value: reading.date, issues: reading.date.length < 10 ? ['date_partial'] : [] }
}

function readValidity(cell: Cell, context: DateContext): ValueReading {
  const value = readValidUntil(cell, context)
  return value === null ? refused('date_invalid') : read(value)
}

function readPhone(cell: Cell): ValueReading {
  // Numbers that a program wrote into a text file: 13812345678.0.
  const text = squeezeText(cellText(cell)).replace(/(?<=^\d{11})\.0$/, '')
  const phone = normalisePhone(text.replace(/^\((\d{3,4})\)-?/, '$1-'))
  return isMobileOrLandline(phone) ? read(phone) : refused('phone_invalid')
}

/** Amounts in yuan, made fen. A number cell may carry the noise or the unrounded end of a formula; a text may not. */
function readMoney(cell: Cell): ValueReading {
  const fen = typeof cell === 'number' ? fenOfNumber(cell) : fenOfText(squeezeText(cellText(cell)))
  return fen === null || Math.abs(fen) > FEN_MAX ? refused('number_invalid') : read(fen)
}

const FEN_MAX = 1e12

const fenOfNumber = (yuan: number) => Math.sign(yuan) * Math.round(Math.abs(yuan) * 100 + 1e-6)

function fenOfText(text: string): number | null {
  const bare = text
    .replace(/^[−–—]/, '-')
    .replace(/[¥￥,]|人民币|^(RMB|CNY)|元?整?([/每]月)?$/gi, '')
    .replace(/^\((.+)\)$/, '-$1')
  if (/^\d+(\.\d+)?E\+?\d{1,2}$/i.test(bare)) return fenOfNumber(Number(bare))
  const amount = /^(-?)(\d{1,12})(?:\.(\d{1,2})0*)?$/.exec(bare)
  if (amount === null) return null
  const fen = Number(amount[2]) * 100 + Number((amount[3] ?? '').padEnd(2, '0'))
  return amount[1] === '-' ? -fen : fen
}

/** Texts are kept as written; a long number that was typed as one has lost its last digits. */
function readText(field: RosterField, cell: Cell): ValueReading {
  const text = tidyText(cellText(cell))
  if (typeof cell === 'number' && hasLostDigits(cell)) return refused('number_invalid')
  const plain =
    field === 'staffNumber' || field === 'memberCardNumber' ? squeezeText(text) : text.replace(/^'(?=\d)/, '')
  if (plain.length > (OWN_MAX[field] ?? TEXT_MAX)) return refused('text_too_long')
  return plain === '' ? NOTHING : read(plain)
}

/** Excel keeps 15 digits of a number; what is longer ends in invented zeros. */
export function hasLostDigits(value: number): boolean {
  return Math.abs(value) >= 1e15
}
