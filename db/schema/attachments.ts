import { blob, index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/** A picture or paper of whatever `shared/model/attachment` names as its owner; stays on this PC. */
export const attachment = sqliteTable(
  'attachment',
  {
    id: text('id').primaryKey(),
    ownerKind: text('owner_kind').notNull(),
    ownerId: text('owner_id').notNull(),
    label: text('label'),
    name: text('name').notNull(),
    mediaType: text('media_type').notNull(),
    size: integer('size').notNull(),
    sha256: text('sha256').notNull(),
    content: blob('content', { mode: 'buffer' }).notNull(),
    addedAt: text('added_at').notNull(),
  },
  (table) => [index('attachment_by_owner').on(table.ownerId)],
)
