import { z } from 'zod'
import type { SheetReading } from '../../contract/roster'
import type { Day } from '../../model/date'
import { duesBasisSchema, payItemSchema, type DuesBasis } from '../../model/dues-rule'
import { fenSchema, type Fen } from '../../model/money'
import type { RosterField, RosterSheet } from '../../model/roster'
import { cellText, columnLetter, isEmptyCell, type Cell, type RawSheet } from '../roster/cell'
import { gridOf } from '../roster/grid'
import { bareWords } from '../roster/headings'
import { tidyText, termKey } from '../roster/text'
import { readValue } from '../roster/values'
import { understandWorkbook } from '../roster/workbook'

/** What a column of a pay sheet holds, besides what names the person. */
export const payColumnMeaningSchema = z.enum([...payItemSchema.options, 'memberClass', 'grade'])
type Meaning = z.infer<typeof payColumnMeaningSchema>

export const payColumnSchema = z.object({
  sheet: z.string(),
  letter: z.string(),
  heading: z.string(),
  meaning: payColumnMeaningSchema,
})
export type PayColumn = z.infer<typeof payColumnSchema>

const { memberClass, grade, pay } = duesBasisSchema.shape

/** A person's row of a pay sheet 工资表. */
export const payRowSchema = z.object({
  sheet: z.string(),
  row: z.int(),
  name: z.string().nullable(),
  staffNumber: z.string().nullable(),
  idNumber: z.string().nullable(),
  department: z.string().nullable(),
  memberClass: memberClass.nullable(),
  grade,
  pay,
  /** Cells that could not be read; what stood there before stays. */
  faults: z.array(z.object({ cell: z.string(), meaning: payColumnMeaningSchema, text: z.string() })),
})
export type PayRow = z.infer<typeof payRowSchema>

export interface PaySheet {
  readonly columns: readonly PayColumn[]
  readonly rows: readonly PayRow[]
}

/** Headings by meaning, the surest first; of two columns with one meaning the surer one is read. */
const HEADINGS: Readonly<Record<Meaning, string>> = {
  total:
    '缴费基数 会费基数 会费缴费基数 会费缴纳基数 缴纳基数 计费基数 缴费工资 缴费工资基数 工资基数 月工资基数 工资总额 月工资总额 ' +
    '应发工资 应发合计 应发数 应发金额 应发小计 工资合计 月工资 工资 薪资总额 应发薪资 繳費基數 工資總額 應發工資 wage salary basepay',
  post: '岗位工资 岗位工资标准 职务工资 岗资 职务岗位工资 职务薪资 崗位工資 postpay',
  scale: '薪级工资 薪级工资标准 级别工资 薪级薪资 薪級工資 scalepay',
  basic: '基本工资 基础工资 底薪 月基本工资 基本薪资 基本薪酬 基本工資 basicpay',
  seniority: '工龄工资 工龄津贴 工龄补贴 年功工资 司龄工资 年资工资 年资薪资 工齡工資 senioritypay',
  performance:
    '基础性绩效 基础性绩效工资 基础绩效 基础绩效工资 基础绩效薪资 绩效工资基础部分 基础性绩效工资合计 基礎性績效 基礎性績效工資',
  memberClass:
    '会员类别 人员类别 类别 人员性质 人员类型 职工类别 员工类别 员工类型 用工形式 用工性质 用工类型 编制类型 编制类别 编制性质 编制 ' +
    '身份类别 身份 會員類別 人員類別 類別 memberclass class',
  grade: '职级 岗级 职务职级 岗位等级 岗位级别 行政级别 职等 级别 職級 grade rank',
}

/** Traditional characters are compared as simplified ones; of two ranks of a word the surer one counts. */
const words: ReadonlyMap<string, { readonly meaning: Meaning; readonly rank: number }> = new Map(
  payColumnMeaningSchema.options
    .flatMap((meaning) => HEADINGS[meaning].split(' ').map((word, rank) => [termKey(word), { meaning, rank }] as const))
    .toReversed(),
)

/** What a heading says of its column; the last part counts where it has several. */
export function payHeading(heading: string): { readonly meaning: Meaning; readonly rank: number } | null {
  // A bar within brackets, as in 元/月, parts nothing.
  const leaf = bareWords(heading.split(/\/(?![^(（]*[)）])/).at(-1) ?? '')
  const bare = leaf.replace(/\([^()]*\)/g, '').replace(/元$/, '')
  return words.get(leaf) ?? words.get(bare) ?? words.get(leaf.replace(/[()]/g, '')) ?? null
}

const CLASS_WORDS: readonly (readonly [RegExp, DuesBasis['memberClass']])[] = [
  [/试用|见习|實習|試用|probation/, 'probation'],
  [/临时|短期|臨時|temporary/, 'temporary'],
  [/编外|非在?编|未入编|合同|聘用|人事代理|派遣|外聘|劳务|約聘|约聘|編外|contract/, 'contract'],
  [/在编|入编|编内|正式|事业编|行政编|固定工|在職|編制內|regular/, 'regular'],
]

/** The class that a cell names in its own words; null where it names none that rules tell apart. */
export function readClass(text: string): DuesBasis['memberClass'] | null {
  const key = termKey(text)
  return CLASS_WORDS.find(([pattern]) => pattern.test(key))?.[1] ?? null
}

/**
 * Reads a pay sheet of a finance office: all sheets that are not hidden and name people beside items of pay. Rows of
 * totals are left out, as by the roster reader.
 */
export function readPaySheet(sheets: readonly RawSheet[], today: Day): PaySheet {
  const proposed = understandWorkbook(sheets, null, today)
  const columns = new Map(proposed.sheets.map((sheet) => [sheet.name, payColumnsOf(sheet)]))
  const used = understandWorkbook(
    sheets,
    proposed.sheets.map((sheet) => readingOf(sheet, (columns.get(sheet.name) ?? []).length > 0)),
    today,
  )
  const grids = new Map(sheets.map((sheet) => [sheet.name, gridOf(sheet)]))
  return {
    columns: used.sheets.flatMap((sheet) =>
      sheet.use
        ? (columns.get(sheet.name) ?? []).map(({ index, heading, meaning }) => ({
            sheet: sheet.name,
            letter: columnLetter(index),
            heading,
            meaning,
          }))
        : [],
    ),
    rows: used.rows.map(({ sheet, row, fields }) => {
      const text = (field: RosterField) => (fields[field] === undefined ? null : String(fields[field]))
      return {
        sheet,
        row,
        name: text('name'),
        staffNumber: text('staffNumber'),
        idNumber: text('idNumber'),
        department: text('department'),
        ...readCells(columns.get(sheet) ?? [], row, grids.get(sheet)?.row(row)?.cells ?? []),
      }
    }),
  }
}

interface ReadColumn {
  readonly index: number
  readonly heading: string
  readonly meaning: Meaning
}

function payColumnsOf({ columns }: RosterSheet): ReadColumn[] {
  const found = columns.flatMap(({ index, heading, hidden }) => {
    const said = hidden ? null : payHeading(heading)
    return said === null ? [] : [{ index, heading, ...said }]
  })
  const surest = (column: (typeof found)[number]) =>
    found.every(
      (other) =>
        other.meaning !== column.meaning ||
        other.rank > column.rank ||
        (other.rank === column.rank && other.index >= column.index),
    )
  return found.filter(surest)
}

/** By what somebody of a pay sheet is known. */
const PERSON_FIELDS: readonly RosterField[] = ['name', 'staffNumber', 'idNumber', 'department']

function readingOf({ name, unusedReason, headerRows, columns }: RosterSheet, hasPay: boolean): SheetReading {
  const persons = columns.flatMap(({ index, field }) =>
    field !== null && PERSON_FIELDS.includes(field) ? [[String(index), field] as const] : [],
  )
  const isShown = unusedReason !== 'hidden' && unusedReason !== 'empty'
  const namesPeople = persons.some(([, field]) => field !== 'department')
  return {
    name,
    use: isShown && hasPay && namesPeople,
    headerRows,
    hiddenRows: true,
    fields: Object.fromEntries(persons),
  }
}

const SHOWN_LENGTH = 40

function readCells(
  columns: readonly ReadColumn[],
  row: number,
  cells: readonly Cell[],
): Pick<PayRow, 'memberClass' | 'grade' | 'pay' | 'faults'> {
  const read: Pick<PayRow, 'memberClass' | 'grade' | 'faults'> & { pay: DuesBasis['pay'] } = {
    memberClass: null,
    grade: null,
    pay: {},
    faults: [],
  }
  for (const { index, meaning } of columns) {
    const cell = cells[index]
    if (isEmptyCell(cell)) continue
    const text = tidyText(cellText(cell))
    if (meaning === 'memberClass') read.memberClass = readClass(text)
    else if (meaning === 'grade') read.grade = text.length <= 30 ? text : null
    else {
      const amount = readPay(cell)
      if (amount !== null) read.pay[meaning] = amount
    }
    const isRead = meaning === 'memberClass' || meaning === 'grade' ? read[meaning] !== null : meaning in read.pay
    if (!isRead) {
      const place = `${columnLetter(index)}${String(row)}`
      read.faults.push({ cell: place, meaning, text: text.slice(0, SHOWN_LENGTH) })
    }
  }
  return read
}

function readPay(cell: Cell | undefined): Fen | null {
  const { value } = readValue('wage', cell, { typed: true, trustsTenths: false })
  return typeof value === 'number' && value >= 0 ? fenSchema.parse(value) : null
}
