import { sql } from 'drizzle-orm'
import { check, index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'

/** The change log; written by triggers alone, append-only, chained by hash. Shapes in `shared/sync/change`. */
export const change = sqliteTable(
  'change',
  {
    /** Position in this file; the gapless number within an incarnation is `seq`. */
    position: integer('position').primaryKey({ autoIncrement: true }),
    id: text('id').notNull(),
    incarnation: text('incarnation').notNull(),
    seq: integer('seq').notNull(),
    changeSet: text('change_set').notNull(),
    table: text('table').notNull(),
    rowId: text('row_id').notNull(),
    operation: text('operation').notNull(),
    before: text('before').notNull(),
    after: text('after').notNull(),
    base: text('base'),
    actor: text('actor').notNull(),
    at: text('at').notNull(),
    batchId: text('batch_id'),
    hash: text('hash').notNull(),
  },
  (table) => [
    uniqueIndex('change_by_id').on(table.id),
    uniqueIndex('change_by_seq').on(table.incarnation, table.seq),
    index('change_by_row').on(table.rowId, table.position),
    index('change_by_batch').on(table.batchId),
    /** What members were before a moment. */
    index('change_of_member_by_at')
      .on(table.at)
      .where(sql`"table" = 'member' AND operation <> 'insert'`),
    /** What a member had once: participations taken back, events undone. */
    index('change_deleted_by_member')
      .on(sql`("before" ->> 'member_id')`)
      .where(sql`operation = 'delete'`),
    check('change_operation', sql`operation IN ('insert', 'update', 'delete')`),
  ],
)
