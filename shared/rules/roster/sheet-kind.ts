import type { SheetReading } from '../../contract/roster'
import { rosterFieldSchema, type RosterField, type RosterSheet } from '../../model/roster'
import type { RawSheet } from './cell'
import type { ColumnMeaning } from './columns'
import { bareWords } from './headings'

type Fields = readonly (RosterField | null)[]
type Headings = readonly (readonly string[])[]

/** Fields that a payroll deduction list has beside its amounts. */
const DUES_LIST_FIELDS: ReadonlySet<RosterField> = new Set(
  rosterFieldSchema.extract([
    'name',
    'idNumber',
    'department',
    'unionGroup',
    'employer',
    'position',
    'staffNumber',
    'memberCardNumber',
    'wage',
    'duesAmount',
    'remark',
  ]).options,
)

/** Fields that it may have besides where it calls itself one. */
const DUES_BESIDE: ReadonlySet<RosterField> = new Set(
  rosterFieldSchema.extract(['gender', 'phone', 'jobTitle', 'unionPosition', 'employmentStatus', 'skillLevel']).options,
)
const DUES_TITLE = /会费.*(明细|登记|缴纳|收缴|收取|扣缴|代扣|台账|汇总|清单|统计|表)|(代扣|扣缴|收缴).*会费/
const ROSTER_TITLE = /花名册|名册|会员信息|会员名单|会员登记/

/** A list with amounts of dues and hardly anything about the persons is a deduction list. */
export function kindOf(fields: Fields, title: string): RosterSheet['kind'] {
  if (!fields.includes('name')) return 'unknown'
  const about = fields.filter((field) => field !== null)
  const isCalledDues = DUES_TITLE.test(title) && !ROSTER_TITLE.test(title)
  const belongs = (field: RosterField) => DUES_LIST_FIELDS.has(field) || (isCalledDues && DUES_BESIDE.has(field))
  return about.includes('duesAmount') && about.every(belongs) ? 'dues' : 'roster'
}

const MONTH = /^(\d{1,2}|[一二三四五六七八九十]{1,2})月份?$/
const TOTAL = /^(合计|总计|小计|共计|全年|年度)(会费|金额|合计)?$/

/** Amounts of a list that says in its title what they are. */
const AMOUNT =
  /^(本月|当月|\d{1,2}月份?)?(应缴|应交|应扣|实缴|实交|实扣|缴纳|缴费|扣缴|代扣|扣款|扣除)?(金额|款额|额|款|数额)?([(]元[)])?$/

/** Amounts without the word for dues, under a title that has it: what is paid, or of a year by months the total. */
export function withDuesOfTitle(
  meanings: readonly ColumnMeaning[],
  headings: Headings,
  title: string,
): readonly ColumnMeaning[] {
  const words = headings.map((parts) => bareWords(parts.at(-1) ?? ''))
  if (!title.includes('会费') || meanings.some(({ field }) => field === 'duesAmount')) return meanings
  const isByMonth = words.filter((word) => MONTH.test(word)).length >= 3
  const amount = words.findIndex((word, column) =>
    isByMonth ? TOTAL.test(word) : word !== '' && AMOUNT.test(word) && meanings[column]?.field === null,
  )
  return amount < 0
    ? meanings
    : meanings.with(amount, { field: 'duesAmount', confidence: 'likely', reason: 'neighbours' })
}

/** Fields that a list of people who take part, or who were given something, has. */
const ACTIVITY_FIELDS: ReadonlySet<RosterField> = new Set(
  rosterFieldSchema.extract([
    'name',
    'gender',
    'idNumber',
    'phone',
    'department',
    'unionGroup',
    'employer',
    'position',
    'staffNumber',
    'remark',
  ]).options,
)
const ACTIVITY_TITLE = /报名|签到|签领|领取|发放|参赛|参加人员|参会|座次|住宿安排|考勤/
const ACTIVITY_HEADING =
  /^(是否参加|是否参会|参加项目|报名项目|参赛项目|活动项目|签到|签到时间|领取人?(签字|签名)?|领取(数量|时间|日期)|慰问品|物品名称|座位号|桌号|房间号|衣服尺码|尺码)/

/** Whether a list of persons is one of those who take part in something, rather than of members. */
export function isActivityList(fields: Fields, headings: Headings, title: string): boolean {
  const about = fields.filter((field) => field !== null)
  if (!about.includes('name') || !about.every((field) => ACTIVITY_FIELDS.has(field))) return false
  const hasHeading = headings.some((parts) => ACTIVITY_HEADING.test(bareWords(parts.at(-1) ?? '')))
  return ACTIVITY_TITLE.test(title) || (hasHeading && !about.includes('idNumber'))
}

/** Why a sheet is not read unless the user asks, null where it is. */
export function reasonNotToUse(
  raw: RawSheet,
  kind: RosterSheet['kind'],
  reading: SheetReading | null,
  isActivity: boolean,
): RosterSheet['unusedReason'] {
  if (reading !== null) return reading.use ? null : 'choice'
  if (raw.rows.length === 0) return 'empty'
  if (raw.hidden) return 'hidden'
  if (kind === 'unknown') return 'noRoster'
  if (kind === 'dues') return 'duesList'
  return isActivity ? 'activityList' : null
}
