import { getTableColumns, getTableName } from 'drizzle-orm'
import { getTableConfig } from 'drizzle-orm/sqlite-core'
import { expect, it } from 'vitest'
import * as schema from '../../db/schema'
import { syncedTables } from '../../db/triggers/change-log'
import { syncedTableSchema } from '../../shared/sync/change'
import { tableRules, type SyncedColumn } from '../../shared/sync/tables'

it.each(syncedTableSchema.options)('the hub checks the columns of %s that the branch has', (name) => {
  const table = syncedTables[name]
  const references = new Map(
    getTableConfig(table).foreignKeys.map((key) => {
      const { columns, foreignTable } = key.reference()
      return [columns[0]?.name, getTableName(foreignTable)]
    }),
  )
  const expected = Object.values(getTableColumns(table)).map((column) => {
    const refersTo = references.get(column.name)
    const kind = column.getSQLType() === 'integer' ? 'integer' : 'text'
    const required = column.notNull || column.primary
    return [column.name, { kind, required, ...(refersTo === undefined ? {} : { refersTo }) }]
  })
  const rules: Readonly<Record<string, SyncedColumn>> = tableRules[name].columns
  expect(rules).toEqual(Object.fromEntries(expected))
})

it('knows every table of the branch as synced or as its own', () => {
  const own = [
    'access_event',
    'attachment',
    'change',
    'claim_result',
    'code_list',
    'conflict',
    'correction',
    'device',
    'directive',
    'dues_standing',
    'enrolment',
    'exchange_file',
    'foreign_duplicate',
    'hand_over_draft',
    'incoming_claim',
    'incoming_transfer',
    'late_edit',
    'member_filter',
    'member_photo',
    'member_standing',
    'outgoing_file',
    'passing_choice',
    'payroll_import',
    'payroll_line',
    'recalled_stream',
    'receipt',
    'receiver_profile',
    'roster_answer',
    'roster_import',
    'roster_import_commit',
    'roster_import_file',
    'roster_import_row',
    'roster_mapping',
    'roster_source',
    'sensitive_access',
    'statistics_figure',
    'statistics_template',
    'sync_event',
    'sync_setting',
    'sync_stream',
    'transfer_result',
    'undo_kept',
  ]
  const all = Object.values(schema).map((table) => getTableName(table))
  expect(all.filter((name) => !syncedTableSchema.safeParse(name).success).sort()).toEqual(own)
})
