import { toHalfWidth } from '../half-width'
import { isMobile } from '../phone'
import { tidyName, tidyText } from '../roster/text'
import { hanWords, isUnitName, type KnownNames } from './pasted-words'

/** Somebody named in a text that was pasted; null for what the text does not say. */
export interface PastedPerson {
  /** 1-based, of the text. */
  readonly line: number
  /** What the text says of the person, as it stands there. */
  readonly text: string
  readonly name: string
  readonly staffNumber: string | null
  readonly idNumber: string | null
  readonly phone: string | null
  readonly department: string | null
  /** What is said besides: 带家属, +1. */
  readonly remark: string | null
  /** Says not to come: 请假, 不参加. */
  readonly declines: boolean
}

export interface PastedNames {
  readonly people: readonly PastedPerson[]
  /** What names nobody: the heading of a 接龙, sums, wishes. Shown, so that nothing of the text is lost. */
  readonly leftOut: readonly { readonly line: number; readonly text: string }[]
}

/**
 * Reads names out of a text as people send them in chats: a 接龙 with its numbers, names in a row, rows of a sheet. Every
 * letter and digit of it belongs to somebody or to what is left out.
 */
export function readPastedNames(text: string, known: KnownNames): PastedNames {
  const people: PastedPerson[] = []
  const leftOut: { line: number; text: string }[] = []
  let columns: readonly Column[] | null = null
  for (const [index, raw] of text.split(/\r\n|\r|\n/).entries()) {
    const line = index + 1
    const plain = plainLine(raw)
    const headings = columnsOf(plain)
    if (headings !== null) columns = headings
    const read =
      headings === null && columns !== null && plain.includes('\t') ? readCells(plain, columns) : readLine(plain, known)
    people.push(...read.people.map((person) => ({ line, ...person })))
    leftOut.push(...read.leftOut.map((rest) => ({ line, text: rest })))
  }
  return { people, leftOut }
}

type Said = Omit<PastedPerson, 'line'>
interface ReadLine {
  readonly people: readonly Said[]
  readonly leftOut: readonly string[]
}

const EMOJI = /[\p{Extended_Pictographic}\u{1F3FB}-\u{1F3FF}\ufe0f\u20e3]/gu
const KEYCAP = /(\d)\ufe0f?\u20e3/gu
const CIRCLED = /[①-⑳⓪㈠-㈩⑴-⒇⒈-⒛❶-❿➀-➓]/gu

function plainLine(raw: string): string {
  const numbered = raw.replace(KEYCAP, ' $1. ').replace(CIRCLED, ' 、')
  return toHalfWidth(tidyText(numbered.replace(EMOJI, ' '))).trimEnd()
}

type Column = 'name' | 'staffNumber' | 'phone' | 'department' | 'idNumber' | 'number' | 'other'

const HEADINGS: readonly (readonly [Column, RegExp])[] = [
  ['number', /^(序号|序號|编号|no\.?)$/i],
  ['name', /^(会员|會員|职工|職工|员工|員工|报名人|真实|真實)?(姓名|名字)$|^name$/i],
  ['staffNumber', /工号|工號|职工号|職工號|员工号|員工編號|staff/i],
  ['phone', /手机|手機|电话|電話|phone|mobile/i],
  ['idNumber', /身份证|身份證|证件号|證件號/],
  ['department', /部门|部門|单位|單位|分会|分會|小组|小組|车间|車間|科室|学院|學院|department/i],
]

/** The columns of rows copied out of a sheet, where this line is their headings. */
function columnsOf(line: string): readonly Column[] | null {
  if (!line.includes('\t')) return null
  const columns = line.split('\t').map((cell): Column => {
    const word = cell.replace(/[\s*]/g, '')
    return HEADINGS.find(([, pattern]) => pattern.test(word))?.[0] ?? 'other'
  })
  return columns.includes('name') && !/\d/.test(line) ? columns : null
}

function readCells(line: string, columns: readonly Column[]): ReadLine {
  const cells = line.split('\t').map((cell) => cell.trim())
  const cell = (column: Column) => cells[columns.indexOf(column)] ?? ''
  const text = cells.filter((one) => one !== '').join(' ')
  const { name } = tidyName(cell('name'))
  if (name === '') return { people: [], leftOut: text === '' ? [] : [text] }
  const others = cells.filter((one, index) => one !== '' && (columns[index] ?? 'other') === 'other')
  const person: Said = {
    text,
    name,
    staffNumber: cell('staffNumber') || null,
    idNumber: cell('idNumber') || null,
    phone: cell('phone') || null,
    department: cell('department') || null,
    remark: others.join(' ') || null,
    declines: others.some((other) => DECLINES.test(other)),
  }
  return { people: [person], leftOut: [] }
}

const DECLINES = /不(参加|參加|去|来|來|报|報|能|了)|请假|請假|取消|退出|没空|沒空/

/** A number that a line or a name begins with, not one of a group such as 3班. */
const GROUP = String.raw`(?:班|组|組|车间|車間|部|科|队|隊|室|楼|樓|区|區|厂|廠|分会|分會|分厂|分廠)`
const START_NUMBER = new RegExp(
  String.raw`^\s*(?:\d{1,3}(?=[\s.、,:)]*\p{L})(?!\s*${GROUP})|[一二三四五六七八九十]{1,3}(?=[、.)]))[\s.、,:)]*`,
  'u',
)
const INNER_NUMBER = /(?<=^|[\s,;、/|])[([【]?\d{1,3}(?:[\])】]|[.、:](?!\d))\s*(?=\p{L})/gu
const BRACKETED_START = /^\s*[([【](?:\d{1,3}|[一二三四五六七八九十]{1,3})[\])】]\s*/
/** What somebody says who is named, but not as one who comes. */
const ABOUT = /^\s*(例|示例|样例|格式|联系人|聯絡人|負責人|负责人|组织者|組織者|发起人|發起人|填表人|制表人?)/
const LABELLED =
  /(时间|時間|地点|地點|集合|截止|费用|費用|日期|主题|主題|内容|內容|备注|注意|说明|要求|名额|名額|人数|人數)[^:]{0,6}:/
const SENTENCE = /[。!?…]|^\s*#|^\s*(请|請|各位|大家|通知|关于|關於|温馨|溫馨|为了|為了)|接龙|接龍|截止/

type Token =
  | {
      readonly kind: 'han' | 'word' | 'number' | 'count' | 'time' | 'sum' | 'group'
      readonly text: string
      readonly start: number
    }
  | { readonly kind: 'bracket'; readonly text: string; readonly inner: string; readonly start: number }

const TOKEN = new RegExp(
  [
    String.raw`(?<bracket>\((?<round>[^()]*)\)|\[(?<square>[^\]]*)\]|【(?<thick>[^】]*)】)`,
    String.raw`(?<time>\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?|\d{1,2}月\d{1,2}[日号號]|\d{1,2}:\d{2}(?::\d{2})?)`,
    String.raw`(?<sum>(?:共计?|合计|总计|總計|合計|共計)\s*\d+\s*[人名位个個]?)`,
    String.raw`(?<group>\d{1,3}\s?${GROUP})`,
    String.raw`(?<count>[+x×*]\s*\d+|\+|\d{1,2}\s*[人名位个個大小](?!\p{Script=Han}))`,
    String.raw`(?<number>[A-Za-z]{0,4}-?\d[\dA-Za-z]*(?:-[\dA-Za-z]+)*)`,
    String.raw`(?<han>[\p{Script=Han}〇]+(?:\s?[·.•‧・]\s?[\p{Script=Han}〇]+)*)`,
    String.raw`(?<word>[\p{L}\p{M}\p{N}]+(?:['.-]?[\p{L}\p{M}\p{N}]|\.?[ ](?=\p{Script=Latin}))*)`,
  ].join('|'),
  'gu',
)

function tokensOf(line: string): Token[] {
  return [...line.matchAll(TOKEN)].map((match): Token => {
    const { groups = {}, index: start } = match
    const [text] = match
    if (groups.bracket !== undefined) {
      return { kind: 'bracket', text, inner: groups.round ?? groups.square ?? groups.thick ?? '', start }
    }
    const kinds = ['time', 'sum', 'group', 'count', 'number', 'han'] as const
    return { kind: kinds.find((kind) => groups[kind] !== undefined) ?? 'word', text, start }
  })
}

/** Characters of a name with blanks between them: 张 三, 欧 阳 锋; a name with its last one apart only where it is known. */
function joined(line: string, tokens: readonly Token[], { isName }: KnownNames): Token[] {
  const result: Token[] = []
  for (const token of tokens) {
    const last = result.at(-1)
    const gap = last === undefined ? null : line.slice(last.start + last.text.length, token.start)
    if (last?.kind === 'han' && token.kind === 'han' && gap !== null && /^ +$/.test(gap)) {
      const whole = last.text + token.text
      const isWhole = isName(whole) && !(isName(last.text) && isName(token.text))
      const single = last.text.length === 1 && token.text.length <= 2 && !/^[男女]$/.test(token.text)
      const isThird = token.text.length === 1 && /^.\s.$/u.test(last.text)
      if (isWhole || single || isThird) {
        result.splice(-1, 1, { ...last, text: line.slice(last.start, token.start) + token.text })
        continue
      }
    }
    result.push(token)
  }
  return result
}

/** What a line says piece by piece. */
type Piece = { readonly start: number; readonly end: number } & (
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'department' | 'number' | 'note' | 'rest'; readonly text: string }
)

function readLine(plain: string, known: KnownNames): ReadLine {
  if (plain.trim() === '') return { people: [], leftOut: [] }
  const bare = plain.replace(BRACKETED_START, '').replace(START_NUMBER, '')
  const isNumbered = bare !== plain
  const line = bare.replace(INNER_NUMBER, (number) => ' '.repeat(number.length - 1) + ';')
  const pieces = piecesOf(line, known)
  const names = pieces.filter((piece) => piece.kind === 'name')
  const knows = names.some(({ name }) => known.isName(name))
  const explains = LABELLED.test(line) || SENTENCE.test(line)
  if ((ABOUT.test(line) && !isNumbered) || (explains && !isNumbered && !knows)) {
    return { people: [], leftOut: [plain.trim()] }
  }
  return gathered(line, isNumbered && names.length === 0 ? pieces.map(asName) : pieces)
}

/** Whatever stands alone behind a number is somebody, also 张卫所. */
function asName(piece: Piece, index: number, all: readonly Piece[]): Piece {
  const isAlone = all.length === 1 && piece.kind === 'department' && piece.text.length <= 4
  return isAlone ? { kind: 'name', name: piece.text, start: piece.start, end: piece.end } : piece
}

function piecesOf(line: string, known: KnownNames): Piece[] {
  const tokens = joined(line, tokensOf(line), known)
  return tokens.flatMap((token, index): Piece[] => {
    const place = { start: token.start, end: token.start + token.text.length }
    switch (token.kind) {
      case 'han':
        return hanWords(tidyName(token.text).name, known).map((word): Piece => ({ ...word, ...place }))
      case 'word': {
        const isLatinName = /^\p{L}[\p{L}\p{M}'. -]+$/u.test(token.text)
        return [
          isLatinName
            ? { kind: 'name', name: token.text.trim(), ...place }
            : { kind: 'note', text: token.text, ...place },
        ]
      }
      case 'number':
        return [{ kind: token.text.length > 2 ? 'number' : 'note', text: token.text, ...place }]
      case 'group':
        return [{ kind: 'department', text: token.text, ...place }]
      case 'count':
        return [{ kind: 'note', text: token.text, ...place }]
      case 'time':
      case 'sum':
        return [{ kind: 'rest', text: token.text, ...place }]
      case 'bracket': {
        const before = tokens[index - 1]
        const inner = piecesOf(token.inner, known).map((piece): Piece => ({ ...piece, ...place }))
        const names = inner.filter((piece) => piece.kind === 'name')
        // 机电学院（张三、李四）: whoever a unit has in brackets comes; what stands behind a name is said of that person.
        const ofUnit = before?.kind === 'han' && (isUnitName(before.text) || known.isDepartment(before.text))
        if (
          names.length > 0 &&
          (ofUnit ||
            before === undefined ||
            names.some(({ name }) => known.isName(name) && !/代|替|家属|家屬/.test(token.inner)))
        )
          return inner
        const [only] = inner
        if (inner.length === 1 && (only?.kind === 'department' || only?.kind === 'number')) return inner
        return token.inner.trim() === '' ? [] : [{ kind: 'note', text: token.inner.trim(), ...place }]
      }
    }
  })
}

interface Gathering {
  name: string
  start: number
  end: number
  department: string | null
  numbers: string[]
  notes: string[]
}

/** Gives every piece of a line to the person it is said of. */
function gathered(line: string, pieces: readonly Piece[]): ReadLine {
  const firstName = pieces.findIndex(({ kind }) => kind === 'name')
  const leads = (kind: Piece['kind']) => {
    const first = pieces.findIndex((piece) => piece.kind === kind)
    return first >= 0 && first < firstName
  }
  const [departmentLeads, numberLeads] = [leads('department'), leads('number')]
  const lastName = pieces.findLastIndex(({ kind }) => kind === 'name')
  const isBehindAll = (piece: Piece) => pieces.indexOf(piece) > lastName
  const people: Gathering[] = []
  const leftOut: string[] = []
  let department: string | null = null
  /** Numbers that stand before the name they belong to. */
  const waiting: { text: string; start: number }[] = []
  for (const piece of pieces) {
    const current = people.at(-1)
    switch (piece.kind) {
      case 'name':
        people.push({
          name: piece.name,
          start: Math.min(piece.start, ...waiting.map(({ start }) => start)),
          end: piece.end,
          department,
          numbers: waiting.splice(0).map(({ text }) => text),
          notes: [],
        })
        break
      case 'department':
        if (firstName < 0 || (departmentLeads && isBehindAll(piece))) leftOut.push(piece.text)
        else if (departmentLeads) department = piece.text
        else if (current !== undefined) {
          if (current.department === null) current.department = piece.text
          else current.notes.push(piece.text)
          current.end = piece.end
        }
        break
      case 'number':
        if (firstName < 0) leftOut.push(piece.text)
        else if (numberLeads && !isBehindAll(piece)) {
          waiting.push({ text: piece.text, start: piece.start })
        } else if (current !== undefined) {
          current.numbers.push(piece.text)
          current.end = piece.end
        }
        break
      case 'note':
        if (current === undefined) leftOut.push(piece.text)
        else {
          current.notes.push(piece.text)
          current.end = piece.end
        }
        break
      case 'rest':
        leftOut.push(piece.text)
        break
    }
  }
  return {
    people: people.map((person) => said(line, person)),
    leftOut: leftOut.length === 0 ? [] : [leftOut.join(' ')],
  }
}

function said(line: string, { name, start, end, department, numbers, notes }: Gathering): Said {
  const idNumber = numbers.find((number) => /^(\d{15}|\d{17}[\dXx])$/.test(number)) ?? null
  const phone = numbers.find((number) => isMobile(number)) ?? null
  const others = numbers.filter((number) => number !== idNumber && number !== phone)
  const [staffNumber = null, ...more] = others
  const remark = [...notes, ...more].join(' ')
  return {
    text: line.slice(start, end).trim(),
    name,
    staffNumber,
    idNumber,
    phone,
    department,
    remark: remark === '' ? null : remark,
    declines: DECLINES.test(remark),
  }
}
