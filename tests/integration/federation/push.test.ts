import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { hubLinkOf } from '../../../electron/backend/federation/hub-link'
import { insertMember, openTestBranch, type TestBranch } from '../../fixtures/branch'
import { openLine } from './faulty-line'
import { startHub, type TestHub } from './hub'

let hub: TestHub
beforeAll(async () => {
  hub = await startHub()
})
afterAll(async () => {
  expect(hub.errors).toEqual([])
  await hub[Symbol.asyncDispose]()
})

function addMembers(branch: TestBranch, ...names: string[]): void {
  branch.db.write(() => {
    for (const name of names) insertMember(branch.db, { name })
  })
}

async function memberNames(branch: TestBranch): Promise<unknown[]> {
  const rows = await hub.rows(sql`SELECT columns->>'name' AS name FROM record
    WHERE organisation = ${branch.branchId} AND "table" = 'member' AND NOT deleted ORDER BY rev`)
  return rows.map(({ name }) => name)
}

describe('pushing', () => {
  it('brings everything recorded before and after the enrolment to the hub, once', async () => {
    using branch = openTestBranch()
    const link = hubLinkOf(branch.db)
    addMembers(branch, '张伟', '李娜')
    expect(await link.enrol(hub.server.address, await hub.code())).toMatchObject({
      state: 'enrolled',
      hubName: '云溪区总工会',
    })
    expect(await link.syncNow()).toMatchObject({ link: 'synced', waiting: 0, problem: null, attention: 0 })
    addMembers(branch, '王强')
    expect(link.state()).toMatchObject({ link: 'waiting', waiting: 2 })
    expect(await link.syncNow()).toMatchObject({ link: 'synced', waiting: 0 })
    expect(await memberNames(branch)).toEqual(['张伟', '李娜', '王强'])
    const [receipts] =
      await hub.rows(sql`SELECT count(*) AS entries, count(*) FILTER (WHERE outcome->>'result' = 'applied')
      AS applied FROM receipt WHERE organisation = ${branch.branchId}`)
    expect(receipts).toEqual({ entries: 7, applied: 7 })
  })
})
