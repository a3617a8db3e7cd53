import { getTableColumns } from 'drizzle-orm'
import type { SQLiteTable } from 'drizzle-orm/sqlite-core'
import { syncedTableSchema, type SyncedTable } from '../../shared/sync/change'
import * as schema from '../schema'

/** The drizzle table of every synced table. */
export const syncedTables: Readonly<Record<SyncedTable, SQLiteTable>> = {
  branch: schema.branch,
  batch: schema.batch,
  unit: schema.unit,
  member: schema.member,
  membership_event: schema.membershipEvent,
  identity_document: schema.identityDocument,
  relative: schema.relative,
  honour: schema.honour,
  custom_field: schema.customField,
  custom_value: schema.customValue,
  post: schema.post,
  member_merge: schema.memberMerge,
  not_same_person: schema.notSamePerson,
  dues_rule: schema.duesRule,
  dues_entry: schema.duesEntry,
  activity: schema.activity,
  participation: schema.participation,
  dues_basis: schema.duesBasis,
  dues_exemption: schema.duesExemption,
  payroll_list: schema.payrollList,
  hand_over: schema.handOver,
  dues_receipt: schema.duesReceipt,
  remittance: schema.remittance,
  dues_dispute: schema.duesDispute,
  arrears_rule: schema.arrearsRule,
  arrears_step: schema.arrearsStep,
  fund_entry: schema.fundEntry,
  fund_share: schema.fundShare,
  fund_budget: schema.fundBudget,
  fund_split_rule: schema.fundSplitRule,
  spending_limit: schema.spendingLimit,
  month_closing: schema.monthClosing,
  activity_step: schema.activityStep,
  activity_budget: schema.activityBudget,
  committee: schema.committee,
  election_step: schema.electionStep,
  candidate: schema.candidate,
  delegate: schema.delegate,
  team_role: schema.teamRole,
  provider: schema.provider,
  provider_contract: schema.providerContract,
  article: schema.article,
  directive_answer: schema.directiveAnswer,
  member_notice: schema.memberNotice,
  transfer: schema.transfer,
  transfer_answer: schema.transferAnswer,
  transfer_claim: schema.transferClaim,
  hardship_file: schema.hardshipFile,
  hardship_person: schema.hardshipPerson,
  hardship_assessment: schema.hardshipAssessment,
  care_gift: schema.careGift,
  request: schema.request,
  request_event: schema.requestEvent,
  legal_case: schema.legalCase,
  mutual_aid: schema.mutualAid,
  mutual_aid_claim: schema.mutualAidClaim,
  checkup: schema.checkup,
}

/** Names of a synced table's columns as SQLite has them, in the order of `canonicalColumns`. */
export function columnNames(table: SyncedTable): string[] {
  return Object.values(getTableColumns(syncedTables[table]))
    .map((column) => column.name)
    .sort((a, b) => (a < b ? -1 : 1))
}

/** SQL of a JSON object that holds the columns of `row` for which `condition` is true, as `canonicalColumns` does. */
function columnsJson(columns: readonly string[], row: 'OLD' | 'NEW', condition: (column: string) => string): string {
  const members = columns.map(
    (column) => `CASE WHEN ${condition(column)} THEN '"${column}":' || json_quote(${row}."${column}") END`,
  )
  return `'{' || concat_ws(',', ${members.join(', ')}) || '}'`
}

function logEntry(table: SyncedTable, operation: string, rowId: string, before: string, after: string): string {
  return `INSERT INTO change_entry (id, "table", row_id, operation, "before", "after")
  VALUES (change_id(), '${table}', ${rowId}, '${operation}', ${before}, ${after});`
}

function triggersOf(table: SyncedTable): readonly (readonly [name: string, body: string])[] {
  const columns = columnNames(table)
  const isSet = (row: 'OLD' | 'NEW') => (column: string) => `${row}."${column}" IS NOT NULL`
  const differs = (column: string) => `OLD."${column}" IS NOT NEW."${column}"`
  return [
    [
      `${table}_insert_logged`,
      `AFTER INSERT ON ${table} BEGIN
  ${logEntry(table, 'insert', 'NEW.id', `'{}'`, columnsJson(columns, 'NEW', isSet('NEW')))}
END`,
    ],
    [
      `${table}_update_logged`,
      `AFTER UPDATE ON ${table} WHEN ${columns.map(differs).join(' OR ')} BEGIN
  SELECT RAISE(ABORT, 'the id of a ${table} never changes') WHERE OLD.id IS NOT NEW.id;
  ${logEntry(table, 'update', 'NEW.id', columnsJson(columns, 'OLD', differs), columnsJson(columns, 'NEW', differs))}
END`,
    ],
    [
      `${table}_delete_logged`,
      `AFTER DELETE ON ${table} BEGIN
  ${logEntry(table, 'delete', 'OLD.id', columnsJson(columns, 'OLD', isSet('OLD')), `'{}'`)}
END`,
    ],
  ]
}

/** Where the triggers of the tables hand in their entries; `change_entry_sealed` numbers, chains and stores them. */
export const changeEntryView = `CREATE VIEW change_entry AS
SELECT id, "table", row_id, operation, "before", "after" FROM change`

/**
 * The limits in `FROM` are there for speed: a subquery without one is merged into its outer query and reckoned anew
 * wherever its columns are named.
 */
const seal = `INSTEAD OF INSERT ON change_entry BEGIN
  INSERT INTO change (id, incarnation, seq, change_set, "table", row_id, operation, "before", "after", base, actor, at,
    batch_id, hash)
  SELECT NEW.id, incarnation, seq, write_change_set(), NEW."table", NEW.row_id, NEW.operation, NEW."before",
    NEW."after", base, write_actor(), write_at(), write_batch(), change_hash(previous, NEW.id, incarnation, seq,
    NEW."table", NEW.row_id, NEW.operation, NEW."before", NEW."after", base)
  FROM (
    SELECT device.incarnation, coalesce(last.hash, '') AS previous,
      1 + coalesce(CASE WHEN last.incarnation = device.incarnation THEN last.seq
        ELSE (SELECT max(seq) FROM change WHERE change.incarnation = device.incarnation) END, 0) AS seq,
      (SELECT id FROM change WHERE row_id = NEW.row_id ORDER BY position DESC LIMIT 1) AS base
    FROM device LEFT JOIN (SELECT incarnation, seq, hash FROM change ORDER BY position DESC LIMIT 1) AS last
    LIMIT 1
  );
  -- An outer INSERT OR IGNORE would let an entry that breaks a constraint be left out without a word.
  SELECT RAISE(ABORT, 'the change log refused an entry') WHERE changes() = 0;
END`

/**
 * What puts every change of a synced table into the change log. An insert's `after` and a delete's `before` hold the
 * columns that are not null. `base` is the previous entry of the same row, also for a row that comes back after its
 * deletion.
 */
export function changeLogTriggers(): Record<string, string> {
  return { change_entry_sealed: seal, ...Object.fromEntries(syncedTableSchema.options.flatMap(triggersOf)) }
}
