import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { BranchDatabase } from '../../../db/branch-database'
import { issueDirective, withdrawDirective } from '../../../federation/directives'
import { keptForEver, removals, removeWhatIsOver } from '../../../federation/service/retention'
import { openTestBranch } from '../../fixtures/branch'
import { addMembers, copyOf, enrol } from './branch'
import { hubLinkOf } from '../../../electron/backend/federation/hub-link'
import { startHub, type TestHub } from './hub'

const DAY = 86_400_000
const inDays = (days: number) => new Date(Date.now() + days * DAY)

let hub: TestHub
beforeAll(async () => {
  hub = await startHub()
})
afterAll(async () => {
  expect(hub.errors).toEqual([])
  await hub[Symbol.asyncDispose]()
})

const count = async (table: string) => {
  const [row] = await hub.rows(sql`SELECT count(*)::integer AS rows FROM ${sql.raw(table)}`)
  return row?.['rows']
}

describe('what is kept at the hub', () => {
  it('is said of each kind, with its reason', () => {
    const rules = [...keptForEver, ...removals]
    expect(new Set(rules.map(({ what }) => what)).size).toBe(rules.length)
    for (const { reason, since } of rules) expect([reason.length > 20, since]).toEqual([true, '2026-11-24'])
  })

  it('is removed when its time is over and not before, entries never', async () => {
    using branch = openTestBranch()
    addMembers(branch.db, '张伟')
    await enrol(branch.db, hub)
    await hub.code()
    await hub.hub.orm.execute(sql`INSERT INTO session (organisation, token_hash, is_confirmed, browser)
      VALUES (${hub.hub.identity.id}, 'x', true, '')`)
    const [codes, entries] = [await count('enrolment_code'), await count('change')]
    await removeWhatIsOver(hub.hub, inDays(6))
    expect([await count('enrolment_code'), await count('session')]).toEqual([codes, 1])
    await removeWhatIsOver(hub.hub, inDays(8))
    expect([await count('enrolment_code'), await count('session')]).toEqual([codes, 0])
    await removeWhatIsOver(hub.hub, inDays(3_000))
    expect([await count('enrolment_code'), await count('change')]).toEqual([0, entries])
  })

  it('goes down whole to a branch that comes back from an old backup', async () => {
    using branch = openTestBranch()
    const link = await enrol(branch.db, hub)
    using backup = copyOf(branch)
    const draft = { title: '上报人数', text: '', dueOn: null, asks: 'acknowledgement', unit: null } as const
    const directive = await issueDirective(hub.seen, draft, [branch.branchId])
    await issueDirective(hub.seen, { ...draft, title: '另一个' }, [branch.branchId])
    await withdrawDirective(hub.seen, directive.id)
    await link.syncNow()
    const before = await count('downward')
    await removeWhatIsOver(hub.hub, inDays(89))
    expect(await count('downward')).toBe(before)
    await removeWhatIsOver(hub.hub, inDays(91))
    expect(await count('downward')).toBe(Number(before) - 1)
    link.stop()

    const again = hubLinkOf(backup)
    await again.takeOver()
    expect(again.state()).toMatchObject({ link: 'synced', problem: null })
    const kept = (db: BranchDatabase) => db.sqlite.prepare('SELECT * FROM directive ORDER BY id').all()
    expect(kept(backup)).toHaveLength(2)
    expect(kept(backup)).toEqual(kept(branch.db))
    again.stop()
  })

  it('is removed once, however many processes think of it at the same time', async () => {
    await Promise.all([removeWhatIsOver(hub.hub, inDays(200)), removeWhatIsOver(hub.hub, inDays(200))])
    expect(await count('change')).not.toBe(0)
  })
})
