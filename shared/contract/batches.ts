import { z } from 'zod'
import { momentSchema } from '../model/date'
import { batchIdSchema, memberIdSchema, rosterImportIdSchema } from '../model/id'
import { pageOf, pageSchema } from '../model/page'
import { rosterPlaceSchema } from '../model/roster'
import { syncedTableSchema } from '../sync/change'
import { procedure } from './errors'

export const batchKindSchema = z.enum([
  'import', // 导入
  'removal', // 删除
  'edit', // 批量修改 of one field of many members
  'merge', // 合并 of two records of one person
  'distinction', // 判定 that two records are of two persons
  'charge', // 计费
  'payment', // 收款
  'reversal', // 冲销 of a single line; not undone, but charged or paid anew
  'participants', // 报名
  'move', // 调动 of members between units
  'organisation', // 组织调整: units made, renamed, moved, closed
  'revocation', // 撤销会籍变化 of a single event; not undone, but recorded anew
  'rule', // 设定会费标准
  'basis', // 缴费基数
  'exemption', // 免缴
  'refund', // 退还会费
  'waiver', // 减免会费
  'handOver', // 交款
  'receipt', // 开收据 for payments that had none
  'payroll', // 代扣入账
  'remittance', // 代扣到账
  'dispute', // 会费争议
  'arrears', // 催缴
  'fund', // 收支登记
  'budget', // 预算
  'limit', // 支出标准
  'closing', // 结账
  'plan', // 活动安排: planned, changed, repeated, settled
  'attendance', // 签到 of many at once
  'gift', // 慰问登记
  'hardship', // 困难档案
  'request', // 诉求
  'service', // 服务登记: legal aid, mutual aid, check-ups
  'committee', // 委员会, 换届, 代表
  'team', // 信息员, 志愿者 ...
  'provider', // 外部服务单位与合同
  'article', // 投稿
  'correction', // 上级更正 taken over from the union above
  'recall', // 取回 of what another copy of this record had sent
  'settling', // 冲突处理 of records that differ from those above
  'transfer', // 转会 asked for, answered, carried out
  'notice', // 告知 of members and their consent
  'undo', // 撤销
])
export type BatchKind = z.infer<typeof batchKindSchema>

/** What these wrote are lines of the dues ledger: never deleted, but reversed. */
export const ledgerBatchKinds = [
  'charge',
  'payment',
  'refund',
  'waiver',
  'handOver',
  'payroll',
  'fund',
] as const satisfies readonly BatchKind[]

export const batchSchema = z.object({
  id: batchIdSchema,
  kind: batchKindSchema,
  /** What it was about in its own words: a file name, a month, an activity's title. */
  title: z.string(),
  /** Records it touched. */
  count: z.int().nonnegative(),
  at: momentSchema,
  /** Null also for what was undone and brought back since. */
  undoneAt: momentSchema.nullable(),
  /** The undo. */
  undoneBy: batchIdSchema.nullable(),
  /** Whether it can be taken back now. An undo can, once: that brings back what it took away. */
  undoable: z.boolean(),
  /** The kind of the batch that an undo took back; null for other batches. */
  undoes: batchKindSchema.nullable(),
})
export type Batch = z.infer<typeof batchSchema>

/** Why something of a batch is not taken back. */
export const keptReasonSchema = z.enum([
  'edited', // the field has another value by now
  'editedRecord', // so that a record which the batch added stays whole
  'inUse', // something recorded later needs it: a payment, a sign-up, a later event
  'gone', // the record was removed meanwhile
  'ledger', // lines of the dues ledger are reversed, never deleted
  'reversed', // the line was reversed by itself before
  'blocked', // what it belongs to is gone, or something else stands in its place
])
export type KeptReason = z.infer<typeof keptReasonSchema>

/** Tables that can hold something recorded later. */
export const keptForSchema = z.enum([...syncedTableSchema.options, 'member_photo'])
export type KeptFor = z.infer<typeof keptForSchema>

/** One thing that an undo leaves as it is; masked fields carry masked values. */
export const keptItemSchema = z.object({
  table: syncedTableSchema,
  /** Whose record it is part of; null for what belongs to nobody, or to somebody who is not there any more. */
  memberId: memberIdSchema.nullable(),
  /** Of the member, or of the thing itself. */
  name: z.string(),
  reason: keptReasonSchema,
  /** The field edited since, what the batch had written there, and what stands there. */
  field: z.string().nullable(),
  written: z.string().nullable(),
  current: z.string().nullable(),
  /** What needs it. */
  usedBy: keptForSchema.nullable(),
})
export type KeptItem = z.infer<typeof keptItemSchema>

/** How many of the kept items an answer lists at most; the rest is found in the log of the undo. */
export const KEPT_LISTED = 100
const keptSchema = z.object({ total: z.int().nonnegative(), rows: z.array(keptItemSchema) })

/** What a batch did to a record as a whole. */
export const batchEffectSchema = z.enum(['added', 'changed', 'removed'])
export type BatchEffect = z.infer<typeof batchEffectSchema>

/** A batch with what it did, in numbers of records. */
export const batchDetailSchema = batchSchema.extend({
  effects: z.record(batchEffectSchema, z.int().nonnegative()),
  /** Who did it. */
  actor: z.string(),
  /** The roster import that it committed. */
  importId: rosterImportIdSchema.nullable(),
})
export type BatchDetail = z.infer<typeof batchDetailSchema>

/** What a batch did to one record: a member with all that belongs to the member, or a thing of its own. */
export const recordEffectSchema = z.object({
  recordId: z.string(),
  /** The member, while there is one. */
  memberId: memberIdSchema.nullable(),
  name: z.string(),
  effect: batchEffectSchema,
  /** The rows of the imported file that it was written from. */
  places: z.array(rosterPlaceSchema),
  /** Masked fields carry masked values. */
  entries: z.array(
    z.object({
      table: syncedTableSchema,
      operation: z.enum(['insert', 'update', 'delete']),
      changes: z.array(z.object({ field: z.string(), before: z.string().nullable(), after: z.string().nullable() })),
    }),
  ),
})
export type RecordEffect = z.infer<typeof recordEffectSchema>

const batchInputSchema = z.object({ id: batchIdSchema })

/** Acts that touched many records at once, and taking them back. */
export const batches = {
  list: procedure.input(pageSchema).output(pageOf(batchSchema)),
  get: procedure.input(batchInputSchema).output(batchDetailSchema),
  /** Record by record what it did, in its order; `search` is a part of a member's name. */
  effects: procedure
    .input(
      batchInputSchema.extend({
        ...pageSchema.shape,
        effect: batchEffectSchema.nullable(),
        search: z.string().trim().max(60).default(''),
      }),
    )
    .output(pageOf(recordEffectSchema)),
  /** What `undo` would do as things stand: records that go, change back or come back, and what would be kept. */
  undoPreview: procedure.input(batchInputSchema).output(
    z.object({
      additions: z.int().nonnegative(),
      changes: z.int().nonnegative(),
      removals: z.int().nonnegative(),
      kept: keptSchema,
    }),
  ),
  /**
   * Takes a batch back: `undone` counts the records of which something was taken back. Fields edited since keep their
   * newer value, and what later things need stays. The undo is a batch too. Errors NOT_FOUND, BATCH_NOT_UNDOABLE,
   * NOT_CONFIRMED, BUSY.
   */
  undo: procedure
    .input(batchInputSchema)
    .output(z.object({ batchId: batchIdSchema, undone: z.int().nonnegative(), kept: keptSchema })),
  /** What an undo did not take back, in the order of the batch it undid. */
  kept: procedure.input(batchInputSchema.extend(pageSchema.shape)).output(pageOf(keptItemSchema)),
}
