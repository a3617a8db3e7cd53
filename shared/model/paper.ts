import { z } from 'zod'
import { memberIdSchema } from './id'

/** Papers of one member a page 打印材料. */
export const formPaperSchema = z.enum([
  'registration', // 工会会员登记表
  'application', // 入会申请书
  'dataSheet', // 个人信息单: what is kept of a person, for the person to see
])
export type FormPaper = z.infer<typeof formPaperSchema>

/** Every paper; labels 标签 and the sign-in sheet 签到表 hold many members a page. */
export const paperSchema = z.enum([...formPaperSchema.options, 'labels', 'signIn'])
export type Paper = z.infer<typeof paperSchema>

/** Papers of the ledgers, each printed from a page of its own. */
export const ledgerPaperSchema = z.enum([
  'receipt', // 会费收据
  'receiptBook', // 会费收据簿
  'handOverSlip', // 交款单
  'arrearsReminder', // 会费提醒
  'arrearsNotice', // 会费催缴通知
  'arrearsCommitteeList', // 欠缴会费会员名单
  'duesStatement', // 会费明细
  'duesRegister', // 会费收缴登记表
  'roll', // 名册核对
  'memberNotice', // 个人信息处理告知书
  'deductionList', // 代扣清单
  'deductionNote', // 代扣差异说明
  'requestOrder', // 诉求办理单
  'fundStatement', // 收支情况表
  'fundAudit', // 经费审查资料
  'memberTimeline', // 会员经历
  'statistics', // 工会统计表
  'statisticsReport', // 自定义报表
  'hardshipForm', // 困难职工档案表
  'hardshipNotice', // 困难职工认定公示
  'insights', // 分析
  'insightCalendar', // 未来一年到期事项
  'giftSignOff', // 慰问品签领表
  'giftApproval', // 会员日常慰问审批表
  'electionLetter', // 换届公文
  'transferLetter', // 会员关系转移介绍信
  'officerRoster', // 委员会名册、代表名册、队伍名册 ...
])
export type LedgerPaper = z.infer<typeof ledgerPaperSchema>

/** Papers of an activity. */
const activityPaperSchema = z.enum([
  'activityApproval', // 活动审批表
  'activityRecord', // 活动登记表
])

/** Every paper that is printed or saved as a PDF. */
export const printedPaperSchema = z.enum([
  ...paperSchema.options,
  ...ledgerPaperSchema.options,
  ...activityPaperSchema.options,
])
export type PrintedPaper = z.infer<typeof printedPaperSchema>

const paragraphSchema = z.object({
  text: z.string(),
  align: z.enum(['start', 'center', 'end']),
  size: z.enum(['small', 'normal', 'large']),
  /** Begins two characters in, as Chinese paragraphs do. */
  indent: z.boolean(),
  /** Millimetres above it. */
  above: z.number().nonnegative(),
})
export type PaperParagraph = z.infer<typeof paragraphSchema>

const cellSchema = z.object({
  text: z.string(),
  /** `sign` keeps its text at the lower end, for stamp and signature above it. */
  kind: z.enum(['label', 'value', 'sign', 'photo']),
  columns: z.int().positive(),
  rows: z.int().positive(),
})
export type PaperCell = z.infer<typeof cellSchema>

/** A page of paper as data: the window prints it and the Word file is made of it. */
export const paperFormSchema = z.object({
  memberId: memberIdSchema,
  title: z.string(),
  before: z.array(paragraphSchema),
  table: z
    .object({
      /** Of its columns, in millimetres. */
      widths: z.array(z.number().positive()),
      rows: z.array(z.object({ height: z.number().positive(), cells: z.array(cellSchema) })),
    })
    .nullable(),
  after: z.array(paragraphSchema),
  /** JPEG as base64. */
  photo: z.base64().nullable(),
})
export type PaperForm = z.infer<typeof paperFormSchema>

/** A page of paper that is of no member. */
export const paperSheetSchema = paperFormSchema.omit({ memberId: true })
export type PaperSheet = z.infer<typeof paperSheetSchema>
