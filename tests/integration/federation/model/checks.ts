import { eq, sql } from 'drizzle-orm'
import { expect } from 'vitest'
import { conflictQueries } from '../../../../db/queries/conflicts'
import { directiveQueries } from '../../../../db/queries/directives'
import { rebuildFigures } from '../../../../federation/figures/rebuild'
import { figure } from '../../../../federation/schema'
import { passesFigure } from '../../../../federation/uplink/figure-kinds'
import type { Columns } from '../../../../shared/sync/change'
import { passOn, type PassingChoices } from '../../../../shared/sync/passing'
import { wireChangeSchema } from '../../../../shared/sync/wire'
import { syncedState } from '../../../fixtures/random-writes'
import type { TestHub } from '../hub'
import { everything } from './hub-commands'
import type { Model } from './model'
import type { Site } from './site'
import type { World } from './world'

/* What must hold once all is well again. */

export const openCases = ({ db }: Site) => conflictQueries(db).openCount.get() ?? 0

/** Every entry of the branch's log, and every one it was ever told to be stored, is at the hub with one receipt. */
export async function everyEntryHasItsReceipt(at: TestHub, { branchId, db }: Site, acknowledged: ReadonlySet<string>) {
  const logged = db.sqlite.prepare<[], string>('SELECT id FROM change ORDER BY id').pluck().all()
  const rows = await at.rows(sql`SELECT id, (SELECT count(*) FROM receipt
    WHERE receipt.organisation = change.organisation AND change_id = id) AS receipts
    FROM change WHERE organisation = ${branchId}`)
  const receipts = new Map(rows.map(({ id, receipts }) => [String(id), receipts]))
  expect([...logged, ...acknowledged].filter((id) => receipts.get(id) !== 1)).toEqual([])
  expect(rows.filter((row) => row['receipts'] !== 1)).toEqual([])
}

export function theDirectivesAreHere({ db }: Site, { directives, forgotten }: Model): void {
  const here = directiveQueries(db)
    .list.all({ limit: 1000, offset: 0 })
    .filter(({ id }) => !forgotten.has(id))
  const expected = [...directives].map(([id, { isWithdrawn }]) => [id, isWithdrawn] as const)
  expect(new Map(here.map(({ id, withdrawnAt }) => [id, withdrawnAt !== null]))).toEqual(new Map(expected))
}

const withoutNulls = (columns: Columns) =>
  Object.fromEntries(Object.entries(columns).filter(([, value]) => value !== null))

/** What a removal is called stays at the branch, see `withhold`; an undo bears its name. */
const sent = (columns: Columns): Columns =>
  columns['kind'] === 'removal' || columns['kind'] === 'undo' ? { ...columns, title: '' } : columns

async function recordsAt(at: TestHub, branchId: string): Promise<Map<string, unknown>> {
  const rows = await at.rows(sql`SELECT "table", row_id, columns FROM record
    WHERE organisation = ${branchId} AND NOT deleted`)
  return new Map(rows.map((row) => [`${String(row['table'])} ${String(row['row_id'])}`, row['columns']]))
}

/** The hub's records are the branch's, row by row. */
export async function hubHasWhatTheBranchHas(at: TestHub, { branchId, db }: Site): Promise<void> {
  const here = new Map([...syncedState(db)].map(([name, columns]) => [name, sent(withoutNulls(columns))]))
  expect(await recordsAt(at, branchId)).toEqual(here)
}

/** What the hub has and the branch has not, or otherwise, is what a person is asked about. */
export async function differencesAreKnown(at: TestHub, { branchId, db }: Site): Promise<void> {
  const asked = new Set(
    db.sqlite
      .prepare<[], string>("SELECT row_id FROM change JOIN receipt ON change_id = change.id WHERE result <> 'merged'")
      .pluck()
      .all(),
  )
  const rowsOf = (state: ReadonlyMap<string, unknown>) =>
    new Map([...state].filter(([name]) => !name.startsWith('batch ') && !asked.has(name.slice(name.indexOf(' ') + 1))))
  const here = new Map([...syncedState(db)].map(([name, columns]) => [name, withoutNulls(columns)]))
  expect(rowsOf(await recordsAt(at, branchId))).toEqual(rowsOf(here))
}

async function figuresAt(at: TestHub, branchId: string) {
  const found = await at.hub.orm.select().from(figure).where(eq(figure.organisation, branchId))
  const lines = found.map(({ name, period, value }) => [`${name} ${period}`, value] as const)
  return new Map(lines.filter(([, value]) => value !== 0))
}

/** The hub counts as a scan of what it has does. */
export async function figuresAreRight(at: TestHub, { branchId }: Site): Promise<void> {
  const kept = await figuresAt(at, branchId)
  await rebuildFigures(at.hub.orm, branchId)
  expect(kept).toEqual(await figuresAt(at, branchId))
}

/** Members by standing and the sums of the ledger by month are the same at the branch and the hub. */
export async function countsAgree(at: TestHub, { branchId, db }: Site): Promise<void> {
  const counted = db.sqlite
    .prepare<[], { name: string; value: number }>(
      `SELECT 'members.' || status || ' ' AS name, count(*) AS value FROM member_standing GROUP BY 1
      UNION ALL SELECT 'duesReceived ' || substr(paid_on, 1, 7), -sum(amount) FROM dues_entry
      WHERE paid_on IS NOT NULL GROUP BY 1`,
    )
    .all()
  const here = new Map(counted.map(({ name, value }) => [name, value] as const).filter(([, value]) => value !== 0))
  const there = [...(await figuresAt(at, branchId))].filter(([name]) => /^(members\.|duesReceived)/.test(name))
  expect(new Map(there)).toEqual(here)
}

/** The parent has no more of a branch than what was let through at one time or another. */
export async function parentHasNoMoreThan(
  { parent }: World,
  { branchId }: Site,
  widest: PassingChoices,
): Promise<void> {
  const [entry] = await parent.at.rows(sql`SELECT * FROM change WHERE organisation = ${branchId} LIMIT 1`)
  if (entry === undefined) return
  for (const [name, columns] of await recordsAt(parent.at, branchId)) {
    const [table = '', rowId = ''] = name.split(' ')
    const said = { table, rowId, operation: 'insert', before: {}, after: columns, base: null, batchId: null }
    const whole = wireChangeSchema.parse({ ...said, ...idsOf(entry) })
    expect([name, passOn(whole, widest).after]).toEqual([name, columns])
  }
}

/** What every entry has and nobody looks at here. */
const idsOf = (entry: Record<string, unknown>) => ({
  id: entry['id'],
  incarnation: entry['incarnation'],
  seq: entry['seq'],
  changeSet: entry['change_set'],
  actor: entry['actor'],
  at: entry['at'],
  hash: entry['hash'],
})

/**
 * With everything let through, the parent has the hub's entries with a receipt each, its records and its figures. What a
 * hub forgot with its restore stays at the parent.
 */
export async function parentHasWhatTheHubHas({ hub, parent }: World, { branchId }: Site, hasForgotten: boolean) {
  const entriesOf = (at: TestHub) =>
    at.rows(sql`SELECT id, row_id, (SELECT count(*) FROM receipt
      WHERE organisation = ${branchId} AND change_id = id) AS receipts
      FROM change WHERE organisation = ${branchId} ORDER BY id`)
  const [above, here] = [await entriesOf(parent.at), await entriesOf(hub.at)]
  const known = new Set(here.map(({ id }) => id))
  const beyond = hasForgotten ? above.filter(({ id }) => !known.has(id)) : []
  // What the hub did not accept goes on as a place-holder, without its row.
  const named = (entries: typeof here) => entries.map(({ id, receipts }) => [id, receipts])
  expect(named(above.filter((entry) => !beyond.includes(entry)))).toEqual(named(here))

  const rows = new Set(beyond.map((entry) => String(entry['row_id'])))
  const comparable = async (at: TestHub) =>
    new Map([...(await recordsAt(at, branchId))].filter(([name]) => !rows.has(name.slice(name.indexOf(' ') + 1))))
  expect(await comparable(parent.at)).toEqual(await comparable(hub.at))
  const passed = [...(await figuresAt(hub.at, branchId))].filter(([name]) =>
    passesFigure(name.split(' ')[0] ?? '', everything),
  )
  const there = [...(await figuresAt(parent.at, branchId))].filter(([name]) => !/^(entries|attention)/.test(name))
  expect(new Map(there)).toEqual(new Map(passed))
}

/** Every member is in good standing in exactly one branch, and whoever asked and was asked see it as the hub does. */
export async function everybodyHasOnePlace({ hub, sites }: World): Promise<void> {
  const places = new Map<string, string[]>()
  for (const { db, unionName } of sites) {
    const members = db.sqlite
      .prepare<[], { id: string; status: string }>(
        'SELECT member.id, status FROM member JOIN member_standing ON member_id = member.id',
      )
      .all()
    for (const { id, status } of members) {
      const isHere = status === 'active' || status === 'kept'
      places.set(id, [...(places.get(id) ?? []), ...(isHere ? [unionName] : [])])
    }
  }
  expect([...places].filter(([, unions]) => unions.length !== 1)).toEqual([])

  const transfers = await hub.at.rows(sql`SELECT transfer, from_organisation, to_organisation, state FROM transfer`)
  for (const { transfer, from_organisation: from, to_organisation: to, state } of transfers) {
    const said = sites.flatMap(({ branchId, db }) => {
      const one = (query: string) => db.sqlite.prepare<[unknown], string>(query).pluck().all(transfer)
      return [
        ...(branchId === from ? one("SELECT body ->> '$.state' FROM transfer_result WHERE transfer_id = ?") : []),
        ...(branchId === to ? one("SELECT body ->> '$.request.state' FROM incoming_transfer WHERE id = ?") : []),
      ]
    })
    expect([transfer, ...said]).toEqual([transfer, ...said.map(() => state)])
  }
}
