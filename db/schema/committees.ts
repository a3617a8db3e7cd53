import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { member } from './members'
import { unit } from './organisation'

/** A committee of one term 届; its members are the posts that name it. */
export const committee = sqliteTable(
  'committee',
  {
    id: text('id').primaryKey(),
    kind: text('kind').notNull(),
    unitId: text('unit_id').references(() => unit.id),
    term: integer('term').notNull(),
    electedOn: text('elected_on'),
    years: integer('years').notNull(),
    approvedOn: text('approved_on'),
    approvalDocument: text('approval_document'),
    postponedTo: text('postponed_to'),
    postponementDocument: text('postponement_document'),
    endedOn: text('ended_on'),
    delegateQuota: integer('delegate_quota'),
    note: text('note'),
  },
  (table) => [index('committee_by_kind').on(table.kind, table.unitId)],
)

/** A step of the election 换届 of a committee that was done. */
export const electionStep = sqliteTable(
  'election_step',
  {
    id: text('id').primaryKey(),
    committeeId: text('committee_id')
      .notNull()
      .references(() => committee.id),
    kind: text('kind').notNull(),
    on: text('on').notNull(),
    document: text('document'),
    expected: integer('expected'),
    present: integer('present'),
    issued: integer('issued'),
    returned: integer('returned'),
    valid: integer('valid'),
    note: text('note'),
  },
  (table) => [index('election_step_by_committee').on(table.committeeId)],
)

export const candidate = sqliteTable(
  'candidate',
  {
    id: text('id').primaryKey(),
    committeeId: text('committee_id')
      .notNull()
      .references(() => committee.id),
    memberId: text('member_id')
      .notNull()
      .references(() => member.id),
    title: text('title').notNull(),
    votes: integer('votes'),
    isElected: integer('is_elected').notNull(),
  },
  (table) => [index('candidate_by_committee').on(table.committeeId), index('candidate_by_member').on(table.memberId)],
)

export const delegate = sqliteTable(
  'delegate',
  {
    id: text('id').primaryKey(),
    committeeId: text('committee_id')
      .notNull()
      .references(() => committee.id),
    memberId: text('member_id')
      .notNull()
      .references(() => member.id),
    unitId: text('unit_id').references(() => unit.id),
    electedOn: text('elected_on'),
    endedOn: text('ended_on'),
    note: text('note'),
  },
  (table) => [index('delegate_by_committee').on(table.committeeId), index('delegate_by_member').on(table.memberId)],
)
