import type { BranchDatabase } from '../../../db/branch-database'
import type { InsightPerson } from '../../../shared/contract/insights/people'
import { failure } from '../../../shared/contract/errors'
import type { HostClient } from '../../../shared/contract/host'
import type { Day } from '../../../shared/model/date'
import type { PeopleFilter, QualityFault } from '../../../shared/model/insights'
import { saveLedger } from '../dues/save-ledger'
import type { LedgerColumn, LedgerValue } from '../ledger-sheet'
import type { Progress } from '../roster/progress'
import { peopleOf } from './people'

const FAULTS: Readonly<Record<QualityFault, string>> = {
  idMissing: '缺证件号码',
  idWrong: '证件号码有误',
  idTwice: '证件号码重复',
  gender: '缺性别',
  birthDate: '缺出生日期',
  ethnicity: '缺民族',
  idType: '缺证件类别',
  phone: '缺手机号',
}

interface Column extends LedgerColumn {
  readonly value: (person: InsightPerson) => LedgerValue
}

const who: readonly Column[] = [
  { heading: '姓名', width: 12, kind: 'text', value: ({ name }) => name },
  { heading: '部门（分会）', width: 20, kind: 'text', value: ({ department }) => department },
  { heading: '工会小组', width: 14, kind: 'text', value: ({ unionGroup }) => unionGroup },
  { heading: '入会时间', width: 12, kind: 'text', value: ({ since }) => since },
]

const byKind: Readonly<Record<PeopleFilter['of'], readonly Column[]>> = {
  participation: [
    { heading: '可参加次数', width: 11, kind: 'count', value: ({ open }) => open },
    { heading: '报名次数', width: 10, kind: 'count', value: ({ signedUp }) => signedUp },
    { heading: '到场次数', width: 10, kind: 'count', value: ({ came }) => came },
    {
      heading: '最近一次到场',
      width: 30,
      kind: 'text',
      value: ({ lastCame }) => (lastCame === null ? null : `${lastCame.on} ${lastCame.title}`),
    },
    { heading: '报了名没到的', width: 30, kind: 'text', value: ({ invited }) => invited.join('、') },
  ],
  gifts: [
    { heading: '次数', width: 8, kind: 'count', value: ({ gifts }) => gifts },
    { heading: '金额（元）', width: 12, kind: 'money', isSummed: true, value: ({ amount }) => amount },
  ],
  withoutBirthdayGift: [{ heading: '出生日期', width: 12, kind: 'text', value: ({ on }) => on }],
  quality: [
    { heading: '问题', width: 36, kind: 'text', value: ({ faults }) => faults.map((one) => FAULTS[one]).join('、') },
  ],
  due: [{ heading: '日期', width: 12, kind: 'text', value: ({ on }) => on }],
}

/** Saves the people behind a figure, see the contract. Throws NOTHING_TO_REPORT, EXPORT_NOT_WRITTEN, DISK_FULL. */
export async function* savePeople(
  db: BranchDatabase,
  host: HostClient,
  { filter, title }: { readonly filter: PeopleFilter; readonly title: string },
  today: Day,
  signal: AbortSignal | undefined,
): AsyncGenerator<Progress<{ fileName: string; rows: number } | null>, void, void> {
  const { count, rows } = await peopleOf(db, filter, today)
  if (count === 0) throw failure('NOTHING_TO_REPORT')
  const columns = [...who, ...byKind[filter.of]]
  const sheet = {
    name: '名单',
    title,
    lines: [`截至 ${today}，共 ${count} 人`],
    columns: [{ heading: '序号', width: 6, kind: 'count' as const }, ...columns],
    groups: [{ title: null, rows: linesOf(count, rows, columns) }],
    rowCount: count,
    total: columns.some(({ isSummed }) => isSummed === true) ? '合计' : null,
    notes: ['仅供工会工作使用，请妥善保管。'],
  }
  yield* saveLedger(db, host, `${title}-${today}`, sheet, signal)
}

function* linesOf(
  count: number,
  rows: (from: number, until: number) => InsightPerson[],
  columns: readonly Column[],
): Generator<LedgerValue[], void, void> {
  let number = 0
  for (let from = 0; from < count; from += 200) {
    for (const person of rows(from, from + 200)) yield [++number, ...columns.map(({ value }) => value(person))]
  }
}
