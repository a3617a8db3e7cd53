import type Database from 'better-sqlite3'
import { appendOnlyTriggers } from './append-only'
import { changeEntryView, changeLogTriggers } from './change-log'
import { duesReceiptTriggers } from './dues-receipt'
import { duesStandingTriggers } from './dues-standing'
import { memberStandingTriggers } from './member-standing'
import { monthLockTriggers } from './month-lock'

function wantedSchema(): Map<string, string> {
  const triggers = {
    ...changeLogTriggers(),
    ...appendOnlyTriggers(),
    ...memberStandingTriggers(),
    ...duesReceiptTriggers(),
    ...duesStandingTriggers(),
    ...monthLockTriggers(),
  }
  const statements = Object.entries(triggers).map(([name, body]) => [name, `CREATE TRIGGER ${name} ${body}`] as const)
  return new Map([['change_entry', changeEntryView], ...statements])
}

const programmed = `SELECT type, name, sql FROM sqlite_schema WHERE type IN ('view', 'trigger') ORDER BY type`

interface SchemaObject {
  readonly type: 'view' | 'trigger'
  readonly name: string
  readonly sql: string
}

/** Takes every view and trigger away, as a migration needs it: they would fire on, or break, a table being rebuilt. */
export function dropTriggers(sqlite: Database.Database): void {
  for (const { type, name } of sqlite.prepare<[], SchemaObject>(programmed).all()) {
    sqlite.exec(`DROP ${type} IF EXISTS "${name}"`)
  }
}

/** Makes the views and triggers those of this program; writes nothing when they are already. */
export function installTriggers(sqlite: Database.Database): void {
  const wanted = wantedSchema()
  const found = sqlite.prepare<[], SchemaObject>(programmed).all()
  if (found.length === wanted.size && found.every(({ name, sql }) => wanted.get(name) === sql)) return
  dropTriggers(sqlite)
  for (const sql of wanted.values()) sqlite.exec(sql)
}
