import { getTableName } from 'drizzle-orm'
import { getTableConfig } from 'drizzle-orm/sqlite-core'
import type { KeptFor } from '../../shared/contract/batches'
import { syncedTableSchema, type Columns, type SyncedTable } from '../../shared/sync/change'
import { perDatabase } from '../branch-database'
import { columnNames, syncedTables } from '../triggers/change-log'

/** A column of `table` that holds the id of a row of `parent`. */
interface Reference<Table extends KeptFor = SyncedTable> {
  readonly table: Table
  readonly column: string
  readonly parent: SyncedTable
  /** The column that tells rows of `table` apart. */
  readonly id: string
}

/** Every foreign key between synced tables. */
const references: readonly Reference[] = syncedTableSchema.options.flatMap((table) =>
  getTableConfig(syncedTables[table]).foreignKeys.flatMap((key) => {
    const { columns, foreignTable } = key.reference()
    const parent = syncedTableSchema.parse(getTableName(foreignTable))
    return columns.map(({ name }) => ({ table, column: name, parent, id: 'id' }))
  }),
)

/** A photo stays on this PC, but would go with its member. */
const photo: Reference<'member_photo'> = {
  table: 'member_photo',
  column: 'member_id',
  parent: 'member',
  id: 'member_id',
}

/** Rows of synced tables by the names that the change log gives their columns. */
export const syncedRows = perDatabase(({ sqlite }) => {
  function rowsOf(table: SyncedTable) {
    const columns = columnNames(table)
    const list = columns.map((column) => `"${column}"`).join(', ')
    const marks = columns.map(() => '?').join(', ')
    const insert = sqlite.prepare(`INSERT OR IGNORE INTO ${table} (${list}) VALUES (${marks})`)
    const remove = sqlite.prepare<[string]>(`DELETE FROM ${table} WHERE id = ?`)
    return {
      get: sqlite.prepare<[string], Columns>(`SELECT * FROM ${table} WHERE id = ?`),
      /** Whether the row could be added; a row of the same identity may stand in its way. */
      insert: (row: Columns) => insert.run(columns.map((column) => row[column] ?? null)).changes === 1,
      /** Whether the columns could be set. */
      set(id: string, values: Columns): boolean {
        const assignments = Object.keys(values).map((column) => `"${column}" = ?`)
        const update = sqlite.prepare(`UPDATE OR IGNORE ${table} SET ${assignments.join(', ')} WHERE id = ?`)
        return update.run(...Object.values(values), id).changes === 1
      },
      remove: (id: string) => remove.run(id),
      references: references.filter((reference) => reference.table === table),
      /** Where rows refer to a row of this table, with their ids. */
      referrers: [...references, photo]
        .filter((reference) => reference.parent === table)
        .map(({ table: child, column, id }) => ({
          table: child,
          column,
          ids: sqlite.prepare<[string], string>(`SELECT "${id}" FROM ${child} WHERE "${column}" = ?`).pluck(),
        })),
    }
  }
  return {
    branch: rowsOf('branch'),
    batch: rowsOf('batch'),
    unit: rowsOf('unit'),
    member: rowsOf('member'),
    membership_event: rowsOf('membership_event'),
    identity_document: rowsOf('identity_document'),
    relative: rowsOf('relative'),
    honour: rowsOf('honour'),
    custom_field: rowsOf('custom_field'),
    custom_value: rowsOf('custom_value'),
    post: rowsOf('post'),
    member_merge: rowsOf('member_merge'),
    not_same_person: rowsOf('not_same_person'),
    dues_rule: rowsOf('dues_rule'),
    dues_entry: rowsOf('dues_entry'),
    activity: rowsOf('activity'),
    participation: rowsOf('participation'),
    dues_basis: rowsOf('dues_basis'),
    dues_exemption: rowsOf('dues_exemption'),
    payroll_list: rowsOf('payroll_list'),
    hand_over: rowsOf('hand_over'),
    dues_receipt: rowsOf('dues_receipt'),
    remittance: rowsOf('remittance'),
    dues_dispute: rowsOf('dues_dispute'),
    arrears_rule: rowsOf('arrears_rule'),
    arrears_step: rowsOf('arrears_step'),
    fund_entry: rowsOf('fund_entry'),
    fund_share: rowsOf('fund_share'),
    fund_budget: rowsOf('fund_budget'),
    fund_split_rule: rowsOf('fund_split_rule'),
    spending_limit: rowsOf('spending_limit'),
    month_closing: rowsOf('month_closing'),
    activity_step: rowsOf('activity_step'),
    activity_budget: rowsOf('activity_budget'),
    committee: rowsOf('committee'),
    election_step: rowsOf('election_step'),
    candidate: rowsOf('candidate'),
    delegate: rowsOf('delegate'),
    team_role: rowsOf('team_role'),
    provider: rowsOf('provider'),
    provider_contract: rowsOf('provider_contract'),
    article: rowsOf('article'),
    directive_answer: rowsOf('directive_answer'),
    member_notice: rowsOf('member_notice'),
    transfer: rowsOf('transfer'),
    transfer_answer: rowsOf('transfer_answer'),
    transfer_claim: rowsOf('transfer_claim'),
    hardship_file: rowsOf('hardship_file'),
    hardship_person: rowsOf('hardship_person'),
    hardship_assessment: rowsOf('hardship_assessment'),
    care_gift: rowsOf('care_gift'),
    request: rowsOf('request'),
    request_event: rowsOf('request_event'),
    legal_case: rowsOf('legal_case'),
    mutual_aid: rowsOf('mutual_aid'),
    mutual_aid_claim: rowsOf('mutual_aid_claim'),
    checkup: rowsOf('checkup'),
  } satisfies Record<SyncedTable, unknown>
})
