import type { BranchDatabase } from '../../../db/branch-database'
import { receiptQueries } from '../../../db/queries/dues/receipts'
import type { Day, Month } from '../../../shared/model/date'
import { handOverIdSchema, newId, type MemberId } from '../../../shared/model/id'
import { fenSchema } from '../../../shared/model/money'
import { addDays, addMonths, monthOf } from '../../../shared/rules/date'
import { sumOf } from '../../../shared/rules/dues/ledger'
import { chargePeriod } from '../dues/charges/charge'
import { addExemptions } from '../dues/exemptions/exemptions'
import { postHandOver } from '../dues/hand-overs/posting'
import { recordPayments } from '../dues/payments/record'
import { requirePayer } from '../dues/payments/plan'
import { deductionsOf } from '../dues/payroll/deductions'
import { postList } from '../dues/payroll/post'
import { storeRead } from '../dues/payroll/read-list'
import { remit } from '../dues/payroll/remittances'
import { voidReceipt } from '../dues/receipts/voiding'
import { addRule } from '../dues/rules/add-rule'
import { addSampleBases, addSampleRaise, sampleDuesRule } from './dues-bases'

/** Signs receipts and collects cash. */
const TREASURER = '李示例'

/** Dues of two months: one deducted from pay, one paid by phone or to the group leader; some pay neither. */
export async function addSampleDues(db: BranchDatabase, today: Day, members: readonly MemberId[]): Promise<void> {
  const [twoAgo, oneAgo] = [addMonths(monthOf(today), -2), addMonths(monthOf(today), -1)]
  await addSampleBases(db, members, twoAgo)
  addRule(db, sampleDuesRule(twoAgo))
  await chargePeriod(db, { from: twoAgo, until: twoAgo })
  const payers = members.filter((_, index) => index % 12 !== 5)
  await deductFromPay(db, today, payers, twoAgo)
  await chargePeriod(db, { from: oneAgo, until: oneAgo })
  const paying = members.filter((_, index) => index % 12 !== 5 && index % 4 !== 1)
  await handOverCash(db, today, paying.slice(0, 12))
  await recordPayments(
    db,
    { memberIds: paying.slice(12), amount: null, paidOn: addDays(today, -12), method: 'wechat', note: null },
    today,
  )
  await addSampleRaise(db, members, oneAgo)
  await exempt(db, today, members)
}

/** A deduction list of the finance office, of which the employer paid over the larger half. */
async function deductFromPay(db: BranchDatabase, today: Day, payers: readonly MemberId[], month: Month): Promise<void> {
  const deductions = (await deductionsOf(db, { from: month, until: month })).filter(({ memberId }) =>
    payers.includes(memberId),
  )
  const [year, number] = month.split('-').map(Number)
  const title = `示例：${String(year)}年${String(number)}月代扣会费名单`
  const total = sumOf(deductions)
  const id = storeRead(db, {
    fileName: `${title}.xlsx`,
    fileHash: 'sample',
    from: month,
    until: month,
    deductedOn: addDays(today, -45),
    stated: total,
    sheets: [],
    rows: deductions.flatMap(({ name, department, staffNumber, amount }, index) =>
      department === null || staffNumber === null
        ? []
        : {
            sheet: title,
            row: index + 2,
            fields: { name, department, staffNumber, duesAmount: amount },
            derived: {},
            issues: [],
          },
    ),
    replaced: null,
    isChosen: false,
  })
  await postList(db, id)
  const received = fenSchema.parse(Math.ceil(total * 0.6))
  remit(db, { id, amount: received, receivedOn: addDays(today, -30), note: '示例：先到一部分，其余下月补' })
}

/** Cash brought by a group leader, with receipts, one of them void. */
async function handOverCash(db: BranchDatabase, today: Day, payers: readonly MemberId[]): Promise<void> {
  const rows = payers.flatMap((memberId) => {
    const { balance } = requirePayer(db, memberId)
    return balance > 0 ? [{ memberId, amount: balance }] : []
  })
  const sheet = {
    collector: '示例：第一小组组长',
    declaredCount: rows.length,
    declaredTotal: sumOf(rows),
    receivedOn: addDays(today, -10),
    note: null,
    rows,
    receipts: { issuer: TREASURER },
  }
  const { batchId } = await postHandOver(db, newId(handOverIdSchema), sheet, today)
  const [first] = receiptQueries(db).ofBatch.all(batchId)
  if (first !== undefined) voidReceipt(db, first, '示例：卡纸')
}

async function exempt(db: BranchDatabase, today: Day, members: readonly MemberId[]): Promise<void> {
  const from = monthOf(today)
  await addExemptions(db, {
    memberIds: members.slice(35, 36),
    from,
    until: addMonths(from, 5),
    reason: '示例：长期病假，生活困难',
    decision: '示例：第三届工会委员会第五次会议',
    decidedOn: addDays(today, -8),
  })
}
