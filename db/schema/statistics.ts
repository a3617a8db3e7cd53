import { sqliteTable, text } from 'drizzle-orm/sqlite-core'

/** A report designed by the branch and kept under a name 报表模板; stays on this PC. */
export const statisticsTemplate = sqliteTable('statistics_template', {
  id: text('id').primaryKey(),
  name: text('name').notNull().unique(),
  /** JSON of `shared/model/statistics` templateDesignSchema. */
  design: text('design').notNull(),
})
