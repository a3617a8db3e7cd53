import { copyFileSync } from 'node:fs'
import path from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { it } from 'vitest'
import { completed, type BranchDatabase } from '../../db/branch-database'
import { journalling } from '../../db/connection'
import { openBranchDatabase } from '../../db/open'
import { chargeQueries } from '../../db/queries/dues/charges'
import { chargePeriod } from '../../electron/backend/dues/charges/charge'
import { previewCharges } from '../../electron/backend/dues/charges/preview'
import { addRule } from '../../electron/backend/dues/rules/add-rule'
import { monthSchema, now } from '../../shared/model/date'
import { duesEntryIdSchema, newId, type DuesEntryId, type DuesRuleId } from '../../shared/model/id'
import { addMonths, monthsBetween } from '../../shared/rules/date'
import { openTestBranch } from '../fixtures/branch'
import { halfPercent, simpleRule } from '../fixtures/dues-rule'
import { addManyMembers } from './many-members'
import { bothTimes, report } from './measure'
import { reportWaits, waitsDuring } from './ping'

const january = monthSchema.parse('2026-01')
const year = { from: january, until: addMonths(january, 11) }
const months = monthsBetween(year.from, year.until)
const columns = '(id, member_id, kind, amount, month, rule_id, batch_id, recorded_at)'

/** The charges of the year, inserted one by one by one prepared statement. */
function* insertBare(
  db: BranchDatabase,
  table: string,
  ids: readonly DuesEntryId[],
  ruleId: DuesRuleId,
  batchId: string,
): Generator<void, void, void> {
  const insert = db.sqlite.prepare(`INSERT INTO ${table} ${columns} VALUES (?, ?, 'charge', ?, ?, ?, ?, ?)`)
  const recordedAt = now()
  let place = 0
  for (const memberId of chargeQueries(db).memberIds.all()) {
    for (const month of months) insert.run(ids[place++], memberId, 2000, month, ruleId, batchId, recordedAt)
    // What the engine lends to JavaScript is given back between two turns of the process only.
    if (place % 6000 === 0) yield
  }
}

/** `dues_entry` with its columns and indexes, but without triggers. */
function makeCopyWithoutTriggers(db: BranchDatabase): void {
  const statements = db.sqlite
    .prepare<[], string>(
      "SELECT sql FROM sqlite_schema WHERE tbl_name = 'dues_entry' AND type <> 'trigger' AND sql <> ''",
    )
    .pluck()
    .all()
  for (const sql of statements) {
    db.sqlite.exec(sql.replaceAll('dues_entry_', 'bare_entry_').replaceAll(/\bdues_entry\b/g, 'bare_entry'))
  }
}

it.each([10_000, 100_000])(
  'charges %i members for 12 months, against the bare prepared insert of the same rows',
  async (members) => {
    using branch = openTestBranch()
    addManyMembers(branch.db, members)
    branch.db.write(() => branch.db.sqlite.exec('UPDATE member SET wage = 300000 + rowid % 1000 * 500'))
    const { rule } = addRule(branch.db, simpleRule(halfPercent, january))
    branch.db.close()
    const files = ['triggers', 'bare'].map((name) => path.join(branch.folder, `${name}.db`))
    for (const file of files) copyFileSync(branch.file, file)
    const [withTriggers, bare] = files.map((file) => openBranchDatabase({ file, key: branch.key }))
    if (withTriggers === undefined || bare === undefined) throw new Error('A copy is missing')
    const ids = Array.from({ length: members * months.length }, () => newId(duesEntryIdSchema))

    const inserted = await bothTimes(() =>
      completed(
        withTriggers.writeBatchInSteps({ kind: 'charge', title: '2026' }, function* (batchId) {
          yield* insertBare(withTriggers, 'dues_entry', ids, rule.id, batchId)
          return { count: ids.length, result: null }
        }),
      ),
    )
    withTriggers.close()

    makeCopyWithoutTriggers(bare)
    const { batchId } = bare.writeBatch({ kind: 'charge', title: '2026' }, () => ({ count: 0, result: null }))
    journalling(bare.sqlite, 'steps')
    const insertedBare = await bothTimes(async () => {
      bare.sqlite.exec('BEGIN IMMEDIATE')
      for (const _ of insertBare(bare, 'bare_entry', ids, rule.id, batchId)) await setImmediate()
      bare.sqlite.exec('COMMIT')
    })
    bare.close()

    const db = branch.reopen()
    const previewed = await bothTimes(() => previewCharges(db, year))
    let charged = previewed
    const waits = await waitsDuring(async () => {
      charged = await bothTimes(() => chargePeriod(db, year))
    })
    for (const by of ['clock', 'processor'] as const) {
      report(`${by}: charge ${members} members for 12 months, against the same table`, charged[by], inserted[by])
      report(`${by}: the same, against a copy without triggers`, charged[by], insertedBare[by])
      report(`${by}: its preview, against the same table`, previewed[by], inserted[by])
    }
    reportWaits('pings meanwhile', waits)
  },
)
