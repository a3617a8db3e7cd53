import { createRouterClient } from '@orpc/server'
import { batches } from '../../../electron/backend/batches'
import { federation } from '../../../electron/backend/federation'
import { hubLinkOf } from '../../../electron/backend/federation/hub-link'
import { home } from '../../../electron/backend/home'
import { members } from '../../../electron/backend/members'
import type { BranchDatabase } from '../../../db/branch-database'
import { openTestBranch } from '../../fixtures/branch'
import { testHost } from '../../fixtures/host'
import type { TestHub } from './hub'

/** A branch with a name of its own, enrolled; `using` closes it. */
export async function openUnion(hub: TestHub, unionName: string) {
  const branch = openTestBranch()
  branch.db.write(() => branch.db.sqlite.prepare('UPDATE branch SET union_name = ?').run(unionName))
  await hubLinkOf(branch.db).enrol(hub.server.address, await hub.code())
  await sync(branch.db)
  return branch
}

/** What the window asks of a branch. */
export function clientOf(db: BranchDatabase) {
  const context = { context: { session: { db }, host: testHost().client } }
  return {
    batches: createRouterClient(batches, context),
    home: createRouterClient(home, context),
    members: createRouterClient(members, context),
    transfers: createRouterClient(federation, context).transfers,
  }
}

/** Exchanges everything, also what came of what came down. */
export async function sync(...branches: readonly BranchDatabase[]): Promise<void> {
  for (const db of branches) {
    await hubLinkOf(db).syncNow()
    await hubLinkOf(db).syncNow()
  }
}

/** Members by name with their standing. */
export function roll(db: BranchDatabase): Record<string, string> {
  const rows = db.sqlite
    .prepare<[], { name: string; status: string }>(
      'SELECT name, status FROM member JOIN member_standing ON member_id = member.id ORDER BY name',
    )
    .all()
  return Object.fromEntries(rows.map(({ name, status }) => [name, status]))
}
