import { sql } from 'drizzle-orm'
import { integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'

/** The branch whose record this file is; exactly one row. */
export const branch = sqliteTable(
  'branch',
  {
    id: text('id').primaryKey(),
    unionName: text('union_name').notNull(),
    creditCode: text('credit_code'),
    parentUnion: text('parent_union'),
    /** What the organisation sheet 工会组织信息 asks for beside the above; a test holds it against `shared/model/branch`. */
    employerName: text('employer_name'),
    employerCreditCode: text('employer_credit_code'),
    employerAddress: text('employer_address'),
    region: text('region'),
    employerNature: text('employer_nature'),
    economicType: text('economic_type'),
    industry: text('industry'),
    staffCount: integer('staff_count'),
    foundedOn: text('founded_on'),
    unionType: text('union_type'),
    chairName: text('chair_name'),
    phone: text('phone'),
    isSample: integer('is_sample', { mode: 'boolean' }).notNull(),
  },
  () => [uniqueIndex('branch_single').on(sql`(1)`)],
)
