import { momentSchema, type Day, type Moment } from '../../model/date'
import type { SheetReading } from '../../contract/roster'
import type { Attendance } from '../../model/activity'
import { REMARK_MAX } from '../../model/participation'
import type { RosterField, RosterSheet } from '../../model/roster'
import { cellText, isEmptyCell, type Cell, type RawSheet } from '../roster/cell'
import { dayOfSerial } from '../roster/dates'
import { gridOf } from '../roster/grid'
import { bareWords, readHeading } from '../roster/headings'
import { squeezeText, termKey, tidyText } from '../roster/text'
import { toHalfWidth } from '../half-width'
import { understandWorkbook } from '../roster/workbook'
import { z } from 'zod'

/** What a column of a sheet about an activity's people holds, besides what names the person. */
export const peopleColumnSchema = z.enum([
  'signedUpAt', // 提交时间
  'comes', // 是否参加
  'attendance', // 是否到场
  'attendedAt', // 签到时间
  'satisfaction', // 满意度
  'remark', // 意见建议, 备注
  'other', // further questions of a sign-up sheet: sizes, family, the way there
])
export type PeopleColumn = z.infer<typeof peopleColumnSchema>

export interface PeopleSheetColumn {
  readonly sheet: string
  readonly index: number
  readonly heading: string
  readonly meaning: PeopleColumn
}

/** Somebody of such a sheet; null for what it does not say. */
export interface PeopleSheetRow {
  readonly sheet: string
  readonly row: number
  readonly name: string | null
  readonly staffNumber: string | null
  readonly idNumber: string | null
  readonly phone: string | null
  readonly department: string | null
  readonly signedUpAt: Moment | null
  readonly declines: boolean
  readonly attendance: Exclude<Attendance, 'signedUp'> | null
  readonly attendedAt: Moment | null
  readonly satisfaction: number | null
  readonly remark: string | null
  /** Cells that could not be read. */
  readonly faults: readonly { readonly heading: string; readonly text: string }[]
}

export interface PeopleSheet {
  readonly columns: readonly PeopleSheetColumn[]
  readonly rows: readonly PeopleSheetRow[]
}

const HEADINGS: readonly (readonly [PeopleColumn, RegExp])[] = [
  ['attendedAt', /(签到|打卡|到场|入场|刷卡)(时间|日期)/],
  [
    'signedUpAt',
    /^(?!.*(开始|所用)).*(提交|报名|答题|作答|填写|填报|完成|结束).*(时间|日期)|^(时间戳|时间|日期时间|submittime|submitted(at)?|timestamp)/,
  ],
  ['remark', /意见|建议|留言|感想|心得|收获|改进|原因|备注|说明|remark|comment/],
  ['satisfaction', /满意|评分|评价|打分|satisf|rating/],
  [
    'attendance',
    /^(是否)?(已)?(签到|到场|到会|出席|出勤|考勤|到岗)(情况|状态|结果|与否)?$|^(attendance|attended|present)$/,
  ],
  ['comes', /^(您|你)?(是否|能否|可否|确认|愿意)?(能|愿意|确认|报名)*(参加|参会|参赛|报名)/],
]

/** What questionnaires add of their own accord. */
const OF_THE_FORM =
  /^(序号|编号|no|index|id)$|所用时间|用时|时长|来源|来自|ip|开始(时间|答题)|浏览器|设备|总分|得分|openid|微信|昵称|头像|答卷|签名|签字|状态|地理位置|年龄|性别|座位|桌号/

/** The words of a question without its number, its politeness and the kind of its answer: 1、请填写您的姓名（必填）*. */
export function plainQuestion(heading: string): string {
  return toHalfWidth(tidyText(heading))
    .replace(/^\*+|\*+$/g, '')
    .replace(/^[Qq第]?\d{1,2}(题|[.、:)）])\s*/, '')
    .replace(/^[Qq]\d{1,2}\s*/, '')
    .replace(/[([【](必填|选填|单选题?|多选题?|填空题?|单选|矩阵.*?|量表题?|打分题?|简答题?)[)\]】]/g, '')
    .replace(/^(请您?)?(如实)?(填写|填入|输入|选择|留下|写下|提供)?(一下)?(您|你)?的?(真实)?(?=.{2})/, '')
    .replace(/[:?*\s]+$/, '')
}

/** How far down headings are looked for, in rows. */
const HEADING_ROWS = 12

/** A questionnaire's questions as the roster reader knows headings. */
function withPlainQuestions(sheet: RawSheet): RawSheet {
  const plain = (cell: Cell): Cell => {
    if (typeof cell !== 'string') return cell
    const question = plainQuestion(cell)
    return question !== cell && readHeading([question]).kind === 'field' ? question : cell
  }
  return {
    ...sheet,
    rows: sheet.rows.map((row, index) => (index < HEADING_ROWS ? { ...row, cells: row.cells.map(plain) } : row)),
  }
}

/** Reads who signed up, came or answered: all sheets that are not hidden and name people, in the order of the file. */
export function readPeopleSheet(sheets: readonly RawSheet[], today: Day): PeopleSheet {
  const plain = sheets.map(withPlainQuestions)
  const known = understandWorkbook(plain, null, today).sheets
  const answers = plain.flatMap((sheet, index) => {
    const understood = known[index]
    return understood === undefined ? [] : answersReading(sheet, understood)
  })
  const proposed = understandWorkbook(plain, answers, today)
  const columns = new Map(proposed.sheets.map((sheet) => [sheet.name, columnsOf(sheet)]))
  const used = understandWorkbook(plain, proposed.sheets.map(readingOf), today)
  const grids = new Map(plain.map((sheet) => [sheet.name, gridOf(sheet)]))
  const inUse = used.sheets.filter(({ use }) => use).map(({ name }) => name)
  return {
    columns: inUse.flatMap((sheet) => (columns.get(sheet) ?? []).map((column) => ({ sheet, ...column }))),
    rows: used.rows.map(({ sheet, row, fields, issues }) => {
      const text = (field: RosterField) => (fields[field] === undefined ? null : String(fields[field]))
      const isBadId = issues.some(({ field, severity }) => field === 'idNumber' && severity === 'error')
      return {
        sheet,
        row,
        name: text('name'),
        staffNumber: text('staffNumber'),
        idNumber: isBadId ? null : text('idNumber'),
        phone: text('phone'),
        department: text('department'),
        ...readCells(columns.get(sheet) ?? [], grids.get(sheet)?.row(row)?.cells ?? []),
      }
    }),
  }
}

/**
 * The roster reader knows a list of people by two of its headings at least; answers may come with a name and questions
 * that no roster has.
 */
function answersReading(sheet: RawSheet, { columns }: RosterSheet): SheetReading[] {
  if (columns.some(({ field }) => field === 'name')) return []
  const header = sheet.rows.slice(0, HEADING_ROWS).find(({ cells }) => {
    const headings = cells.map((cell) => plainQuestion(cellText(cell)))
    const isAsked = (heading: string) => HEADINGS.some(([, pattern]) => pattern.test(termKey(bareWords(heading))))
    return headings.some((heading) => readHeading([heading]).field === 'name') && headings.some(isAsked)
  })
  if (header === undefined) return []
  return [{ name: sheet.name, use: true, headerRows: [header.row], hiddenRows: true, fields: null }]
}

/** By what somebody of such a sheet is known. */
const PERSON_FIELDS: readonly RosterField[] = ['name', 'staffNumber', 'idNumber', 'phone', 'department']

function readingOf({ name, unusedReason, headerRows, columns }: RosterSheet): SheetReading {
  const persons = columns.flatMap(({ index, field }) =>
    field !== null && PERSON_FIELDS.includes(field) ? [[String(index), field] as const] : [],
  )
  const isShown = unusedReason !== 'hidden' && unusedReason !== 'empty'
  const namesPeople = persons.some(([, field]) => field !== 'department')
  return { name, use: isShown && namesPeople, headerRows, hiddenRows: true, fields: Object.fromEntries(persons) }
}

type ReadColumn = Omit<PeopleSheetColumn, 'sheet'>

function columnsOf({ columns }: RosterSheet): ReadColumn[] {
  const taken = new Set<PeopleColumn>()
  return columns.flatMap(({ index, heading, field, hidden }): ReadColumn[] => {
    if (hidden || heading === '') return []
    const question = plainQuestion(heading.split('/').at(-1) ?? '')
    const words = termKey(bareWords(question))
    const found = HEADINGS.find(([, pattern]) => pattern.test(words))?.[0]
    if (found !== undefined && (field === null || !PERSON_FIELDS.includes(field))) {
      // Of several questions about satisfaction the first is about the whole; the others are kept in words.
      const meaning = taken.has(found) && found !== 'remark' ? 'other' : found
      taken.add(found)
      return [{ index, heading: question, meaning }]
    }
    const isOther = field === null && !OF_THE_FORM.test(words)
    return isOther ? [{ index, heading: question, meaning: 'other' }] : []
  })
}

type ReadCells = Pick<
  PeopleSheetRow,
  'signedUpAt' | 'declines' | 'attendance' | 'attendedAt' | 'satisfaction' | 'remark' | 'faults'
>

const SHOWN_LENGTH = 60

function readCells(columns: readonly ReadColumn[], cells: readonly Cell[]): ReadCells {
  const read: { -readonly [Key in keyof Omit<ReadCells, 'remark' | 'faults'>]: ReadCells[Key] } = {
    signedUpAt: null,
    declines: false,
    attendance: null,
    attendedAt: null,
    satisfaction: null,
  }
  const remarks: string[] = []
  const faults: { heading: string; text: string }[] = []
  for (const { index, heading, meaning } of columns) {
    const cell = cells[index]
    if (isEmptyCell(cell) || cell === undefined) continue
    const text = tidyText(cellText(cell))
    const fault = () => faults.push({ heading, text: text.slice(0, SHOWN_LENGTH) })
    switch (meaning) {
      case 'signedUpAt':
      case 'attendedAt': {
        const moment = readMoment(cell)
        read[meaning] = moment
        if (moment === null) fault()
        else if (meaning === 'attendedAt') read.attendance ??= 'present'
        break
      }
      case 'comes':
        read.declines = saysNo(text)
        break
      case 'attendance':
        read.attendance = readAttendance(text)
        if (read.attendance === null) fault()
        break
      case 'satisfaction':
        read.satisfaction = readSatisfaction(text)
        if (read.satisfaction === null) fault()
        break
      case 'remark':
        if (!/^(无|没有|暂无|没|无意见|无建议|\/|-|no|none)[。.]?$/i.test(text)) remarks.push(text)
        break
      case 'other':
        remarks.push(`${heading}:${text}`)
        break
    }
  }
  const remark = remarks.join('；').slice(0, REMARK_MAX)
  return { ...read, remark: remark === '' ? null : remark, faults }
}

const saysNo = (text: string) =>
  /^(否|不|没|無|无|n$|no|×|✗|x$|请假|缺|未)/i.test(squeezeText(text).replace(/^[a-d][.、:]/i, ''))

function readAttendance(text: string): PeopleSheetRow['attendance'] {
  const word = squeezeText(text)
  if (saysNo(word) || word === '0') return 'absent'
  return /^(是|有|已|到|出席|出勤|参加|签到|正常|迟到|早退|补签|√|✓|✔|☑|y$|yes|present|1$|o$|●)/i.test(word)
    ? 'present'
    : null
}

const SATISFIED: readonly (readonly [RegExp, number])[] = [
  [/^(非常|很|极|十分|极其|极度|特别)不满意|^(很差|非常差|差评)/, 1],
  [/不太满意|较不满意|不满意|^(较差|差)$/, 2],
  [/一般|基本满意|尚可|中等|还行|^中$/, 3],
  [/(非常|很|十分|特别|极其|完全)满意|^(非常好|很好|优秀|优)/, 5],
  [/满意|^(较好|好|良好|良)/, 4],
]

/** 1 to 5: as a number, as stars, or in words; null for other scales, which nobody converts unasked. */
export function readSatisfaction(text: string): number | null {
  const word = squeezeText(text).replace(/^[a-e][.、:)]/i, '')
  const stars = /^([★⭐]{1,5})☆*$/u.exec(word)
  if (stars?.[1] !== undefined) return Array.from(stars[1]).length
  const number = /^([1-5])(\.0+)?(分|星)?$/.exec(word)
  if (number?.[1] !== undefined) return Number(number[1])
  return SATISFIED.find(([pattern]) => pattern.test(word))?.[1] ?? null
}

const SERIAL = /^\d{5}(\.\d+)?$/

/** A day with its time of day, by the clock of this PC, as the people who wrote it have the same. */
function readMoment(cell: Cell): Moment | null {
  const text = toHalfWidth(tidyText(cellText(cell)))
  if (SERIAL.test(text)) {
    const minutes = Math.round((Number(text) % 1) * 24 * 60)
    return momentOf(dayOfSerial(Number(text)).split('-').map(Number), [Math.floor(minutes / 60), minutes % 60, 0])
  }
  const found =
    /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[\sT]*(上午|下午|AM|PM)?\s*(\d{1,2})[:时](\d{1,2})(?:[:分](\d{1,2})(?:\.\d+)?)?秒?分?)?/i.exec(
      text,
    )
  if (found === null) return null
  const [, year, month, day, half, hour = '0', minute = '0', second = '0'] = found
  const isAfternoon = /下午|PM/i.test(half ?? '') && Number(hour) < 12
  return momentOf(
    [Number(year), Number(month), Number(day)],
    [Number(hour) + (isAfternoon ? 12 : 0), Number(minute), Number(second)],
  )
}

function momentOf(
  [year = NaN, month = NaN, day = NaN]: readonly number[],
  [hour = 0, minute = 0, second = 0]: readonly number[],
): Moment | null {
  const date = new Date(year, month - 1, day, hour, minute, second)
  const isReal = date.getMonth() === month - 1 && date.getDate() === day && hour < 24
  return isReal ? momentSchema.parse(date.toISOString()) : null
}
