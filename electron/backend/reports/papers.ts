import path from 'node:path'
import { activityQueries } from '../../../db/queries/activities/plan'
import { logAccess } from '../../../db/queries/access'
import { memberQueries } from '../../../db/queries/members'
import { reportQueries } from '../../../db/queries/reports'
import type { BranchDatabase } from '../../../db/branch-database'
import type { BackendClient } from '../../../shared/contract'
import { failure } from '../../../shared/contract/errors'
import type { HostClient } from '../../../shared/contract/host'
import { NAMES_MAX, nameRowSchema, PAPERS_MAX, type PaperRequest, type People } from '../../../shared/contract/reports'
import type { MemberId } from '../../../shared/model/id'
import type { PaperForm, PrintedPaper } from '../../../shared/model/paper'
import { dayOf } from '../../../shared/rules/date'
import { maskCustomValue } from '../../../shared/rules/custom-value'
import { maskIdNumber, maskPhone } from '../../../shared/rules/mask'
import { paperForm, paperTitles, type PaperSubject } from '../../../shared/rules/reports/papers'
import { TRANSFER_LETTER_TITLE } from '../../../shared/rules/transfers/letter'
import { masked } from '../members/masking'
import { writeBytes } from '../whole-file'
import { idsOf, requireOrganisation } from './people'

/** How papers are called in the access log. */
const TITLES: Readonly<Record<PrintedPaper, string>> = {
  ...paperTitles,
  labels: '标签',
  signIn: '签到表',
  receipt: '会费收据',
  receiptBook: '会费收据簿',
  handOverSlip: '交款单',
  arrearsReminder: '会费提醒',
  arrearsNotice: '会费催缴通知',
  arrearsCommitteeList: '欠缴会费会员名单',
  duesStatement: '会费明细',
  duesRegister: '会费收缴登记表',
  roll: '名册核对',
  memberNotice: '个人信息处理告知书',
  giftSignOff: '慰问品签领表',
  giftApproval: '会员日常慰问审批表',
  deductionList: '会费代扣清单',
  deductionNote: '会费代扣差异说明',
  requestOrder: '诉求办理单',
  fundStatement: '收支情况表',
  fundAudit: '经费审查资料',
  memberTimeline: '会员经历',
  statistics: '工会统计表',
  statisticsReport: '自定义报表',
  electionLetter: '换届公文',
  transferLetter: TRANSFER_LETTER_TITLE,
  officerRoster: '队伍名册',
  hardshipForm: '困难职工档案表',
  hardshipNotice: '困难职工认定公示',
  insights: '参与和服务情况分析',
  insightCalendar: '未来一年到期事项',
  activityApproval: '活动审批表',
  activityRecord: '活动登记表',
}

/**
 * The papers of the people chosen, the first ones where there are too many; ID and phone numbers in full when a native
 * dialog confirms it, written to the access log. Throws NOT_CONFIRMED.
 */
export async function papersOf(
  db: BranchDatabase,
  host: HostClient,
  request: PaperRequest,
): Promise<{ readonly forms: PaperForm[]; readonly total: number }> {
  const ids = idsOf(db, request.people)
  const shown = ids.slice(0, PAPERS_MAX)
  const { clear } = request
  if (clear.clear) {
    if (!(await host.confirm({ act: 'paperClear', count: shown.length }))) throw failure('NOT_CONFIRMED')
    logAccess(db, { kind: 'reveal', subject: TITLES[request.paper], count: shown.length, reason: clear.reason })
  }
  return { forms: formsOf(db, request, shown), total: ids.length }
}

/** Saves papers as a Word file. Throws NOT_CONFIRMED, NOTHING_TO_REPORT, EXPORT_NOT_WRITTEN, DISK_FULL. */
export async function saveDocument(
  db: BranchDatabase,
  host: HostClient,
  request: PaperRequest,
): Promise<{ readonly fileName: string } | null> {
  const { forms } = await papersOf(db, host, request)
  if (forms.length === 0) throw failure('NOTHING_TO_REPORT')
  const suggestedName = `${TITLES[request.paper]}-${dayOf(new Date())}`
  // Its library is loaded with the first document, for the memory that it takes.
  const { wordDocument } = await import('./document')
  return saveAs(db, host, request.paper, forms.length, `${suggestedName}.docx`, () => wordDocument(forms))
}

type Output = Parameters<BackendClient['reports']['output']>[0]

/** Prints the page of the window, or saves it as a PDF. Throws EXPORT_NOT_WRITTEN, DISK_FULL. */
export async function outputPage(
  db: BranchDatabase,
  host: HostClient,
  { to, paper, count, landscape, suggestedName }: Output,
): Promise<{ readonly fileName: string | null } | null> {
  if (to === 'pdf') {
    const name = `${suggestedName.replace(/[\\/:*?"<>|]/g, '_')}.pdf`
    return saveAs(db, host, paper, count, name, async () => Buffer.from(await host.pageAsPdf({ landscape }), 'base64'))
  }
  if (!(await host.printPage({ landscape }))) return null
  logAccess(db, { kind: 'paper', subject: TITLES[paper], count })
  return { fileName: null }
}

async function saveAs(
  db: BranchDatabase,
  host: HostClient,
  paper: PrintedPaper,
  count: number,
  suggestedName: string,
  content: () => Promise<Uint8Array>,
): Promise<{ readonly fileName: string } | null> {
  const chosen = await host.chooseSavePath({ suggestedName })
  if (chosen === null) return null
  const extension = path.extname(suggestedName)
  const file = path.extname(chosen).toLowerCase() === extension ? chosen : `${chosen}${extension}`
  await writeBytes(file, await content())
  logAccess(db, { kind: 'paper', subject: TITLES[paper], count })
  return { fileName: path.basename(file) }
}

function formsOf(db: BranchDatabase, { paper, clear }: PaperRequest, ids: readonly MemberId[]): PaperForm[] {
  const { get, events } = memberQueries(db)
  const { relatives, photo } = reportQueries(db)
  const { unionName } = requireOrganisation(db).organisation
  const today = dayOf(new Date())
  return ids.flatMap((id) => {
    const member = get.get(id)
    if (member === undefined) return []
    return paperForm(paper, {
      member: clear.clear ? member : { ...member, ...masked(member) },
      events: events.all(id),
      relatives: relatives.all(id).map((relative) => ({
        ...relative,
        phone: clear.clear || relative.phone === null ? relative.phone : maskPhone(relative.phone),
      })),
      others: othersOf(db, id, clear.clear),
      photo: photo.get(id)?.toString('base64') ?? null,
      unionName,
      today,
    })
  })
}

function othersOf(db: BranchDatabase, id: MemberId, clear: boolean): PaperSubject['others'] {
  const { documents, others } = reportQueries(db)
  return [
    ...documents.all(id).map(({ type, number }) => ({
      name: '其他证件',
      text: `${type} ${clear ? number : maskIdNumber(number)}`,
    })),
    ...others.all({ id }).map(({ name, text, kind, isMasked }) => ({
      name,
      text: kind === null ? text : maskCustomValue({ kind, isMasked: isMasked === 1 && !clear }, text),
    })),
  ]
}

/** Names for labels and sign-in sheets. */
export function namesOf(db: BranchDatabase, people: People) {
  const ids = idsOf(db, people)
  const { get } = memberQueries(db)
  return {
    rows: ids.slice(0, NAMES_MAX).flatMap((id) => {
      const member = get.get(id)
      return member === undefined ? [] : [nameRowSchema.parse(masked(member))]
    }),
    total: ids.length,
    activity: people.by === 'activity' ? (activityQueries(db).get.get(people.activityId) ?? null) : null,
  }
}
