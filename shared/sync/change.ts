import { z } from 'zod'
import { momentSchema } from '../model/date'
import { batchIdSchema, changeIdSchema, incarnationSchema } from '../model/id'

/** Tables whose rows reach the federation, in an order in which parents come before their children. */
export const syncedTableSchema = z.enum([
  'branch',
  'batch',
  'unit',
  'member',
  'membership_event',
  'identity_document',
  'relative',
  'honour',
  'custom_field',
  'custom_value',
  'committee',
  'election_step',
  'candidate',
  'delegate',
  'post',
  'team_role',
  'provider',
  'provider_contract',
  'article',
  'member_merge',
  'not_same_person',
  'dues_rule',
  'dues_basis',
  'dues_exemption',
  'payroll_list',
  'hand_over',
  'dues_entry',
  'dues_receipt',
  'remittance',
  'dues_dispute',
  'arrears_rule',
  'arrears_step',
  'activity',
  'participation',
  'activity_step',
  'activity_budget',
  'fund_entry',
  'fund_share',
  'fund_budget',
  'fund_split_rule',
  'spending_limit',
  'month_closing',
  'directive_answer',
  'member_notice',
  'transfer',
  'transfer_answer',
  'transfer_claim',
  'hardship_file',
  'hardship_person',
  'hardship_assessment',
  'care_gift',
  'request',
  'request_event',
  'legal_case',
  'mutual_aid',
  'mutual_aid_claim',
  'checkup',
])
export type SyncedTable = z.infer<typeof syncedTableSchema>

/** A column's value as SQLite holds it. */
export const columnValueSchema = z.union([z.string(), z.number(), z.null()])
export const columnsSchema = z.record(z.string(), columnValueSchema)
export type Columns = z.infer<typeof columnsSchema>

/** The actor of what was written at this PC by the person who sits there. */
export const LOCAL_ACTOR = 'local'
/** The actor of what only says again what the record holds, since the union above lacks it; histories leave it out. */
export const RESTATING_ACTOR = 'restated'

/** One row change, field by field: the audit trail, the source of undo and the outbox of the sync in one. */
export const changeSchema = z.object({
  id: changeIdSchema,
  incarnation: incarnationSchema,
  /** Gapless within an incarnation, from 1. */
  seq: z.int().positive(),
  /** One local transaction. */
  changeSet: z.uuidv7(),
  table: syncedTableSchema,
  rowId: z.string(),
  operation: z.enum(['insert', 'update', 'delete']),
  /** Changed columns before; empty for an insert. */
  before: columnsSchema,
  /** Changed columns after; empty for a delete. */
  after: columnsSchema,
  /** The entry of this row before this one: the version it is based on; null for the first, not for a row that comes back. */
  base: changeIdSchema.nullable(),
  actor: z.string(),
  at: momentSchema,
  batchId: batchIdSchema.nullable(),
  /** SHA-256 over the previous entry's hash and this entry's content, hex. */
  hash: z.string().regex(/^[0-9a-f]{64}$/),
})
export type Change = z.infer<typeof changeSchema>
