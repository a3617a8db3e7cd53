import type { BranchDatabase } from '../../../db/branch-database'
import { closingQueries } from '../../../db/queries/funds/closing'
import { calendarQueries, type DueCount, type DueLine } from '../../../db/queries/insights/calendar'
import { CALENDAR_MONTHS, type Due } from '../../../shared/contract/insights/calendar'
import { failure } from '../../../shared/contract/errors'
import type { HostClient } from '../../../shared/contract/host'
import type { CommitteeKind } from '../../../shared/model/committee'
import type { Day, Month } from '../../../shared/model/date'
import { dueKindSchema, type DueKind, type InsightPeriod } from '../../../shared/model/insights'
import { addMonths, monthOf, monthsBetween } from '../../../shared/rules/date'
import { birthdaysIn, retirementsIn } from '../../../shared/rules/insights/people'
import { electionDueOn } from '../../../shared/rules/officers/terms'
import { saveLedger } from '../dues/save-ledger'
import type { LedgerColumn } from '../ledger-sheet'
import type { Progress } from '../roster/progress'
import { daysOf } from './people'
import { recordedOf } from './recorded'

/** What comes due in the next twelve months, the earliest first; see the contract. */
export async function calendarOf(db: BranchDatabase, today: Day): Promise<{ months: Month[]; due: Due[] }> {
  const period = { from: monthOf(today), until: addMonths(monthOf(today), CALENDAR_MONTHS - 1) }
  const due = [...fromTables(db, period, today), ...(await fromMembers(db, period, today)), ...ofMonths(db, period)]
  const order = (kind: DueKind) => dueKindSchema.options.indexOf(kind)
  return {
    months: monthsBetween(period.from, period.until),
    due: due.sort(
      (left, right) =>
        left.month.localeCompare(right.month) ||
        (left.on ?? '').localeCompare(right.on ?? '') ||
        order(left.kind) - order(right.kind),
    ),
  }
}

const nothing = { on: null, title: null, committee: null, people: null, id: null, isOverdue: false }

function fromTables(db: BranchDatabase, period: InsightPeriod, today: Day): Due[] {
  const queries = calendarQueries(db)
  const days = { ...daysOf(period), from: today }
  const line =
    (kind: DueKind) =>
    ({ id, title, on }: DueLine): Due => ({
      ...nothing,
      kind,
      id,
      title,
      on,
      // What is overdue is to be done now.
      month: on < today ? monthOf(today) : monthOf(on),
      isOverdue: on < today,
    })
  const count =
    (kind: DueKind) =>
    ({ month, people }: DueCount): Due => ({ ...nothing, kind, month, people })
  const wholeMonths = daysOf(period)
  return [
    ...queries.activities.all(days).map(line('activity')),
    ...queries.contracts.all(days).map(line('contract')),
    ...queries.requests.all(days).map(line('request')),
    ...queries.committees.all().flatMap(({ id, title, kind, term, ...rest }) => {
      const on = electionDueOn(rest)
      if (on === null || on > days.until) return []
      return { ...line('election')({ id, title, on }), committee: { kind, term } }
    }),
    ...queries.covers.all(wholeMonths).map(count('cover')),
    ...queries.reviews.all(wholeMonths).map(count('hardshipReview')),
    ...queries.exemptions.all(period).map(count('exemption')),
    ...queries.idDocuments.all(wholeMonths).map(count('idDocument')),
    ...queries.checkups.all(wholeMonths).map(count('checkup')),
  ]
}

async function fromMembers(db: BranchDatabase, period: InsightPeriod, today: Day): Promise<Due[]> {
  const recorded = await recordedOf(db)
  const now = monthOf(today)
  const retirements = retirementsIn(recorded, period.from, period.until, now)
  return monthsBetween(period.from, period.until).flatMap((month) => {
    const birthdays = birthdaysIn(recorded, month, now).length
    const retiring = retirements.filter((found) => found.month === month).length
    return [
      ...(birthdays > 0 ? [{ ...nothing, kind: 'birthday' as const, month, people: birthdays }] : []),
      ...(retiring > 0 ? [{ ...nothing, kind: 'retirement' as const, month, people: retiring }] : []),
    ]
  })
}

/** What is done month by month: the books of the month before are closed, the dues of the month charged. */
function ofMonths(db: BranchDatabase, period: InsightPeriod): Due[] {
  const closed = closingQueries(db).latestClosed.get() ?? null
  const isCharging = calendarQueries(db).hasDuesRule.get() === 1
  return monthsBetween(period.from, period.until).flatMap((month) => {
    const toClose = addMonths(month, -1)
    return [
      ...(closed !== null && closed < toClose ? [{ ...nothing, kind: 'closing' as const, month, title: toClose }] : []),
      ...(isCharging ? [{ ...nothing, kind: 'charge' as const, month }] : []),
    ]
  })
}

const KINDS: Readonly<Record<DueKind, string>> = {
  activity: '活动',
  birthday: '生日',
  retirement: '到退休年龄',
  election: '换届',
  contract: '服务合同到期',
  cover: '互助保障到期',
  hardshipReview: '困难档案年度复核',
  request: '诉求到期',
  exemption: '会费免缴到期',
  idDocument: '证件到期',
  checkup: '体检复查',
  closing: '结账',
  charge: '会费计费',
}
const COMMITTEES: Readonly<Record<CommitteeKind, string>> = {
  committee: '工会委员会',
  audit: '经费审查委员会',
  women: '女职工委员会',
}

const columns: readonly LedgerColumn[] = [
  { heading: '月份', width: 10, kind: 'text' },
  { heading: '日期', width: 12, kind: 'day' },
  { heading: '事项', width: 18, kind: 'text' },
  { heading: '内容', width: 40, kind: 'text' },
  { heading: '人数', width: 8, kind: 'count' },
  { heading: '办理情况', width: 20, kind: 'text' },
]

/** Saves the calendar, see the contract. Throws NOTHING_TO_REPORT, EXPORT_NOT_WRITTEN, DISK_FULL. */
export async function* saveCalendar(
  db: BranchDatabase,
  host: HostClient,
  today: Day,
  signal: AbortSignal | undefined,
): AsyncGenerator<Progress<{ fileName: string; rows: number } | null>, void, void> {
  const { due } = await calendarOf(db, today)
  if (due.length === 0) throw failure('NOTHING_TO_REPORT')
  const sheet = {
    name: '未来一年',
    title: '未来一年到期事项',
    lines: [`从 ${today} 起`],
    columns,
    groups: [
      {
        title: null,
        rows: due.map(({ kind, month, on, title, committee, people, isOverdue }) => [
          month,
          on,
          KINDS[kind],
          committee === null ? title : `${title ?? ''}${COMMITTEES[committee.kind]}（第${String(committee.term)}届）`,
          people,
          isOverdue ? '已过期，未办' : '',
        ]),
      },
    ],
    rowCount: due.length,
    total: null,
    notes: ['女职工到退休年龄按 50 岁、55 岁两档都列出，以人事部门核定为准。'],
  }
  yield* saveLedger(db, host, `未来一年到期事项-${today}`, sheet, signal)
}
