import { copyFileSync } from 'node:fs'
import path from 'node:path'
import { sql } from 'drizzle-orm'
import type { BranchDatabase } from '../../../db/branch-database'
import { openBranchDatabase } from '../../../db/open'
import { hubLinkOf } from '../../../electron/backend/federation/hub-link'
import { insertMember, type TestBranch } from '../../fixtures/branch'
import type { TestHub } from './hub'

/** Records members by name in one change set; each makes two entries. */
export function addMembers(db: BranchDatabase, ...names: string[]): void {
  db.write(() => {
    for (const name of names) insertMember(db, { name })
  })
}

/** Gives the member of this name another phone number. */
export function setPhone(db: BranchDatabase, name: string, phone: string): void {
  db.write(() => db.sqlite.prepare('UPDATE member SET phone = ? WHERE name = ?').run(phone, name))
}

/** Enrols a branch and brings everything to the hub; `address` is a line to it if not its own. */
export async function enrol(db: BranchDatabase, hub: TestHub, address = hub.server.address) {
  const link = hubLinkOf(db)
  await link.enrol(address, await hub.code())
  await link.syncNow()
  return link
}

/** Copies a branch's file as somebody would by hand, and opens the copy; the branch itself stays open. */
export function copyOf(branch: TestBranch): BranchDatabase & Disposable {
  const file = path.join(branch.folder, `copy-${Math.random()}.db`)
  branch.db.sqlite.pragma('wal_checkpoint(TRUNCATE)')
  copyFileSync(branch.file, file)
  const db = openBranchDatabase({ file, key: branch.key })
  return { ...db, [Symbol.dispose]: () => db.close() }
}

/** The members of a branch as the hub has them, in the order in which it got them. */
export async function membersAtHub(hub: TestHub, branchId: string): Promise<{ name: unknown; phone: unknown }[]> {
  const rows = await hub.rows(sql`SELECT columns->>'name' AS name, columns->>'phone' AS phone FROM record
    WHERE organisation = ${branchId} AND "table" = 'member' AND NOT deleted ORDER BY row_id`)
  return rows.map(({ name, phone }) => ({ name, phone }))
}

/** How many entries of a branch the hub has, how many receipts, and the results of these. */
export async function receiptsAtHub(hub: TestHub, branchId: string) {
  const rows = await hub.rows(sql`SELECT outcome->>'result' AS result, count(*) AS entries FROM change
    JOIN receipt ON receipt.organisation = change.organisation AND change_id = id
    WHERE change.organisation = ${branchId} GROUP BY 1`)
  return Object.fromEntries(rows.map(({ result, entries }): [string, unknown] => [String(result), entries]))
}
