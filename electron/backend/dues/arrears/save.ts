import type { BranchDatabase } from '../../../../db/branch-database'
import type { Debtor, DebtorFilter } from '../../../../shared/contract/dues/arrears'
import { failure } from '../../../../shared/contract/errors'
import type { HostClient } from '../../../../shared/contract/host'
import type { ArrearsDue, ArrearsStepKind } from '../../../../shared/model/arrears'
import type { Day } from '../../../../shared/model/date'
import type { Fen } from '../../../../shared/model/money'
import type { LedgerColumn, LedgerGroup } from '../../ledger-sheet'
import type { Progress } from '../../roster/progress'
import { saveLedger } from '../save-ledger'
import { debtorsOf } from './debtors'

const TITLE = '会费欠缴名单'

const STEPS: Readonly<Record<ArrearsStepKind, string>> = {
  reminder: '提醒',
  notice: '催缴通知',
  talk: '谈话',
  committeeList: '提交名单',
  decision: '决定',
}
const DUE: Readonly<Record<ArrearsDue, string>> = { ...STEPS, withdrawal: '办理退会', exemption: '登记免缴' }

const columns: readonly LedgerColumn[] = [
  { heading: '序号', width: 6, kind: 'count' },
  { heading: '姓名', width: 12, kind: 'text' },
  { heading: '部门（分会）', width: 22, kind: 'text' },
  { heading: '工会小组', width: 18, kind: 'text' },
  { heading: '最早欠缴月份', width: 13, kind: 'text' },
  { heading: '欠缴月数', width: 10, kind: 'count' },
  { heading: '连续未缴月数', width: 13, kind: 'count' },
  { heading: '欠缴金额（元）', width: 15, kind: 'money', isSummed: true },
  { heading: '已办', width: 24, kind: 'text' },
  { heading: '待办', width: 12, kind: 'text' },
]

/** Saves the list of a filter, see the contract. Throws NOTHING_TO_REPORT, EXPORT_NOT_WRITTEN, DISK_FULL. */
export async function* saveDebtors(
  db: BranchDatabase,
  host: HostClient,
  filter: DebtorFilter,
  today: Day,
  signal: AbortSignal | undefined,
): AsyncGenerator<Progress<{ fileName: string; rows: number } | null>, void, void> {
  const debtors = await debtorsOf(db, filter, today)
  if (debtors.length === 0) throw failure('NOTHING_TO_REPORT')
  const sheet = {
    name: TITLE,
    title: TITLE,
    lines: [`截至 ${today}`],
    columns,
    groups: groupsOf(debtors),
    rowCount: debtors.length,
    total: '合计',
    notes: ['制表人：          审核人：          日期：'],
  }
  yield* saveLedger(db, host, `${TITLE}-${today}`, sheet, signal)
}

/** By 分会, largest amount first within each. */
function groupsOf(debtors: readonly (Debtor & { readonly amount: Fen })[]): LedgerGroup[] {
  const groups = new Map<string, (Debtor & { readonly amount: Fen })[]>()
  for (const debtor of debtors) {
    const department = debtor.department ?? ''
    groups.set(department, [...(groups.get(department) ?? []), debtor])
  }
  let number = 0
  return [...groups]
    .sort(([left], [right]) => Number(left === '') - Number(right === '') || left.localeCompare(right, 'zh-CN'))
    .map(([department, members]) => ({
      title: groups.size === 1 ? null : `${department === '' ? '未分部门' : department} 小计`,
      rows: members.map(({ name, unionGroup, since, months, row, amount, last, due }) => [
        ++number,
        name,
        department,
        unionGroup ?? '',
        since ?? '',
        months,
        row,
        amount,
        last === null ? '' : `${last.on} ${STEPS[last.kind]}`,
        due === null ? '' : DUE[due],
      ]),
    }))
}
