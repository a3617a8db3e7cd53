import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/** A report designed by the branch and kept under a name 报表模板; stays on this PC. */
export const statisticsTemplate = sqliteTable('statistics_template', {
  id: text('id').primaryKey(),
  name: text('name').notNull().unique(),
  /** JSON of `shared/model/statistics` templateDesignSchema. */
  design: text('design').notNull(),
})

/** A figure of the statistics that a person typed in for a period; stays on this PC. */
export const statisticsFigure = sqliteTable(
  'statistics_figure',
  {
    key: text('key').notNull(),
    from: text('from').notNull(),
    until: text('until').notNull(),
    number: integer('number'),
    day: text('day'),
    source: text('source'),
    statedOn: text('stated_on'),
  },
  (table) => [primaryKey({ columns: [table.key, table.from, table.until] })],
)
