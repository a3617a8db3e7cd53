import type { SkippedRowReason } from '../../model/roster'
import { cellText, type MergedRange } from './cell'
import { filledCells, type FilledCells, type GridRow } from './grid'
import { repeatsHeader } from './header'
import { toSimplified } from './simplified'
import { squeezeText } from './text'

/** What a row below the header is judged by. */
export interface TableLayout {
  /** Words of each column's heading, by `bareWords`, to know it again further down. */
  readonly headingWords: readonly ReadonlySet<string>[]
  /** Columns with a field; empty cells there make a row blank. */
  readonly fieldColumns: ReadonlySet<number>
  readonly nameColumn: number | null
  readonly idColumn: number | null
  /** Merges by their top row, only those wider than one column. */
  readonly wideMerges: ReadonlyMap<number, MergedRange>
  readonly firstDataRow: number
}

const TOTAL = new RegExp(
  [
    '^(.{0,12}(小计|合计|总计|共计|累计|页计)|(小|合|总|共|累)\\s+计)(人数|金额)?([:：(（].*|\\d.*|[人元].*)?$',
    '^(承前页|过次页|接上页|转下页|(grand|sub)?-?total)[:：]?$',
    '^(共计?|合计|总计)?\\d+人$',
    '^(总人数|人数|会员总数|会员人数|合计人数)[:：]?\\d+人?$',
  ].join('|'),
  'i',
)
const NOTE_WORDS =
  /^[(（【[]?(填表说明|填报说明|填写说明|说明|注意事项|注意|注|备注|附注|制表人?|制单人?|审核人?|审批人?|复核人?|填表人?|填报人?|填报单位|经办人?|负责人|单位负责人|部门负责人|联系人|联系电话|主管|分管领导|领导签字|签字|签名|盖章|单位[(（]?(盖章|公章)|会计主管|财务主管|会计|出纳|打印(日期|时间)|制表(日期|时间|单位)|填表(日期|时间)|填报(日期|时间)|报送(单位|日期|时间)|日期|工会主席|主席签字|数据来源|截止(日期|时间)?|以上|本表|此表|第\d+页|共\d+页|请|温馨提示|提示|填写要求|填报要求|要求)/
/** A line to sign on, whoever signs: 分会主席（签字）： */
const SIGNATURE = /(签字|签名|签章|盖章|公章)[)）]?[:：]?$|^\D{2,12}[:：]$/
const LABEL = /^[^:：\d]{0,11}\p{Script=Han}[:：]/u
/** 部门：生产部 and 财务处： name the group of rows below them. */
const UNIT_LABEL =
  /^(所[属在])?(部门|科室|车间|班组|分会|分工会|支会|工会小组|小组|二级单位|学院)[:：].|^\p{Script=Han}{2,12}[:：]$/u
const NUMBERED = /^([(（]?[一二三四五六七八九十]{1,3}[)）、.．]|[(（]\d{1,2}[)）]|\d{1,2}[、．]\s*\D)/
const EXAMPLE =
  /^[(（【]?(示例|样例|范例|例如|举例|填写示例|填写样例|必填|选填|非必填|格式|例\d?[)）】:：]?$)|[(（【](示例|样例|范例|例)[)）】]|^(文本|数字|数值|日期|字符|下拉选择)$/
/** Rows below the header among which templates show how to fill them. */
const EXAMPLE_ROWS = 3
const UNIT_NAME =
  /(部|科|室|处|车间|工段|班|组|分会|工会|支部|学院|系|公司|中心|队|站|所|院|厂|局|馆|委员会|办公室)(会员)?(名单|名册|花名册)?([(（].{0,12}[)）])?[:：]?$/
/** Labels, what lists call themselves, days, remarks in brackets: nobody's name. */
const NO_NAME =
  /[:：]|必填|(名单|名册|花名册|登记表|信息表|统计表|明细表|一览表)([(（].{0,12}[)）])?[:：]?$|^\d{4}年|^[(（].*[)）]$|[(（]共?\d+人[)）][:：]?$/

const NAME = /^\p{Script=Han}{2,4}$|^\p{Script=Han}+·[\p{Script=Han}·]+$/u
const ID_NUMBER = /^(\d{15}|\d{17}[\dXx])$/

/** Why a row below the header is no member's, null for a member's row. Anything in doubt is a member's. */
export function skipReason(row: GridRow, layout: TableLayout): SkippedRowReason | null {
  const mayBeExample = row.row < layout.firstDataRow + EXAMPLE_ROWS
  const hasIdNumber = layout.idColumn !== null && ID_NUMBER.test(squeezeText(cellText(row.own[layout.idColumn])))
  if (hasIdNumber && !mayBeExample) return null
  const filled = filledCells(row)
  const first = filled[0]
  if (first === undefined) return 'blank'
  if (repeatsHeader(filled, layout.headingWords)) return 'repeatedHeader'
  const name = textAt(filled, layout.nameColumn)
  if (mayBeExample && (EXAMPLE.test(first.text) || EXAMPLE.test(name) || isLegend(filled))) return 'note'
  // A name merged over several rows belongs to each of them.
  const namedAbove = layout.nameColumn !== null && row.fromAbove.has(layout.nameColumn)
  if (hasIdNumber || namedAbove || filled.some(({ text }) => text === '男' || text === '女')) return null
  if (isTotal(filled, name)) return 'total'
  if (isNote(filled, name)) return 'note'
  if (isSectionTitle(row, filled, layout)) return isSentence(first.text) ? 'note' : 'sectionTitle'
  // Template rows numbered in advance and never filled in.
  return filled.some(({ column }) => layout.fieldColumns.has(column)) ? null : 'blank'
}

function textAt(filled: FilledCells, column: number | null): string {
  return filled.find((cell) => cell.column === column)?.text ?? ''
}

/** What columns hold, in brackets, or their numbers: （汉字）（18位）, 1 2 3. */
function isLegend(filled: FilledCells): boolean {
  const numbers = filled.filter(({ text }) => /^\d+$/.test(text))
  const areColumns = numbers.length > 2 && numbers.every(({ text }, index) => text === String(index + 1))
  const areRemarks = filled.length > 1 && filled.every(({ text }) => /^[(（].*[)）]$/.test(text))
  return areRemarks || (areColumns && filled.length - numbers.length < 2)
}

/** A total names itself in its first text or under the name; a member's row has a name of its own. */
function isTotal(filled: FilledCells, name: string): boolean {
  const words = (text: string) => toSimplified(text.replace(/\s/g, ''))
  if (TOTAL.test(words(name))) return true
  // A remark may stand first: 共2人.
  if (filled.length > 3 && NAME.test(words(name))) return false
  return TOTAL.test(words(filled.find(({ text }) => !/^[\d.,]+$/.test(text))?.text ?? ''))
}

/** Notes and signature lines fill few cells; words alone could be a name (注 is a family name nowhere, 主管 no name). */
function isNote(filled: FilledCells, name: string): boolean {
  const text = filled[0]?.text ?? ''
  const words = toSimplified(text.replace(/\s/g, ''))
  if (filled.length > 6) return false
  const namesUnit = UNIT_LABEL.test(words) || UNIT_NAME.test(words)
  if (filled.length === 1 && namesUnit && !NOTE_WORDS.test(words)) return false
  // No name has a colon in it: 主席：王五.
  const isLabelled = LABEL.test(words) && (name === '' || name === text || LABEL.test(name))
  if (isLabelled || (name === '' && SIGNATURE.test(words))) return true
  if (!NOTE_WORDS.test(words)) return false
  const isLabel = /[:：]/.test(text) || words.length > 6 || NOTE_WORDS.exec(words)?.[0] === words
  return isLabel && (name === '' || name === text || /[:：]/.test(text))
}

/** What explains, rather than names a group of rows. */
const isSentence = (text: string) => text.length > 30 || /[。；;！]/.test(text)

/** A heading of a group of rows: alone in its row, merged across it or outside the name column, or a unit's name. */
function isSectionTitle(row: GridRow, filled: FilledCells, layout: TableLayout): boolean {
  const only = filled.length === 1 ? filled[0] : undefined
  if (only === undefined) return false
  if (NUMBERED.test(only.text) || layout.wideMerges.has(row.row)) return true
  if (/^[\d.,]+$/.test(only.text)) return false
  if (only.column !== layout.nameColumn) return true
  return only.text.length > 12 || NO_NAME.test(only.text) || (only.text.length > 2 && UNIT_NAME.test(only.text))
}
