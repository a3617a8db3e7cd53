import { createRouterClient } from '@orpc/server'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { federation } from '../../../electron/backend/federation'
import { hubLinkOf } from '../../../electron/backend/federation/hub-link'
import { correct } from '../../../federation/corrections'
import { branchAnswers, issueDirective } from '../../../federation/directives'
import { makeCode } from '../../../federation/enrolment'
import { issueCodeList } from '../../../federation/codes/issue'
import { moveNode } from '../../../federation/tree/tree'
import { enrolAbove, Uplink } from '../../../federation/uplink'
import { setPolicy } from '../../../federation/uplink/policy'
import { uplinkStanding } from '../../../federation/uplink/standing'
import type { BranchDatabase } from '../../../db/branch-database'
import { readCodes } from '../../../shared/rules/code-list'
import { usualBranchChoices, usualHubChoices, type PassingChoices } from '../../../shared/sync/passing'
import { openTestBranch, type TestBranch } from '../../fixtures/branch'
import { testHost } from '../../fixtures/host'
import { addMembers, membersAtHub, setPhone } from './branch'
import { openLine, type FaultyLine } from './faulty-line'
import { startHub, type TestHub } from './hub'
import { backUpHub, restoreHub } from './model/hub-backup'

/** Everything goes on. */
const everything: PassingChoices = { ...usualBranchChoices, care: 'all' }

/** A hub with its way to the one above. */
interface Level extends TestHub {
  uplink: Uplink
}

let nation: Level
let city: Level
let district: Level
/** The way from the city to the nation. */
let line: FaultyLine

async function level(name: string): Promise<Level> {
  const hub = await startHub(null, { name })
  return Object.assign(hub, { uplink: new Uplink(hub.hub, (error) => hub.errors.push(error)) })
}

async function enrolHub(below: Level, above: Level, address = above.server.address) {
  await enrolAbove(below.hub, address, await makeCode(above.hub, null, { kind: 'hub' }))
}

beforeAll(async () => {
  ;[nation, city, district] = await Promise.all([level('全国总工会'), level('江城市总工会'), level('云溪区总工会')])
  line = await openLine(nation.server.address)
  await enrolHub(city, nation, line.address)
  await enrolHub(district, city)
}, 120_000)
afterAll(async () => {
  for (const hub of [district, city, nation]) {
    await hub.uplink.stop()
    expect(hub.errors).toEqual([])
  }
  await line[Symbol.asyncDispose]()
  for (const hub of [district, city, nation]) await hub[Symbol.asyncDispose]()
})

/** Goes back to a backup, as the administrator of a hub does it. */
async function restoreFrom(hub: Level, backup: string) {
  await hub.down()
  await hub.uplink.stop()
  await restoreHub(hub.hub, backup)
  await hub.up(true)
  hub.uplink = new Uplink(hub.hub, (error) => hub.errors.push(error))
}

/** Brings everything that waits at the two lower hubs up. */
async function passUp() {
  for (const hub of [district, city]) expect(await hub.uplink.run()).toBeNull()
}

/** Brings down what the nation and the city have for those below. */
async function passDown() {
  for (const hub of [city, district]) expect(await hub.uplink.run()).toBeNull()
}

async function allow(choices: PassingChoices) {
  for (const { hub } of [district, city]) await setPolicy(hub, choices, '管理员')
}

async function enrolBranch(db: BranchDatabase, hub: TestHub) {
  const link = hubLinkOf(db)
  await link.enrol(hub.server.address, await hub.code())
  await link.syncNow()
  return link
}

function entriesAt(hub: TestHub, { branchId }: TestBranch) {
  return hub.rows(sql`SELECT id, "table", row_id, operation, before, after, hash FROM change
    WHERE organisation = ${branchId} ORDER BY position`)
}

async function figureAt(hub: TestHub, { branchId }: TestBranch, name: string): Promise<unknown> {
  const [found] = await hub.rows(sql`SELECT value FROM figure WHERE organisation = ${branchId} AND name = ${name}`)
  return found?.['value']
}

function clientOf({ db }: TestBranch) {
  const context = { context: { session: { db }, host: testHost().client } }
  return createRouterClient(federation, context)
}

const page = { offset: 0, limit: 50 }

describe('three levels of hubs', () => {
  it('bring what a branch records to the top whole, once and in order, when all of it may go on', async () => {
    await allow(everything)
    using branch = openTestBranch()
    addMembers(branch.db, '张伟', '李娜')
    await enrolBranch(branch.db, district)
    setPhone(branch.db, '李娜', '13800138000')
    await hubLinkOf(branch.db).syncNow()
    await passUp()
    await passUp()
    expect(await membersAtHub(nation, branch.branchId)).toEqual([
      { name: '张伟', phone: null },
      { name: '李娜', phone: '13800138000' },
    ])
    expect(await entriesAt(nation, branch)).toEqual(await entriesAt(district, branch))
    const [node] = await nation.rows(sql`SELECT union_name, path, via FROM organisation
      WHERE organisation = ${branch.branchId}`)
    expect(node).toMatchObject({
      path: [city.hub.identity.id, district.hub.identity.id, branch.branchId],
      via: city.hub.identity.id,
    })
  })

  it('pass on figures only where no record may go on, and the same ones at every level', async () => {
    await allow({ ...usualHubChoices, members: 'figures' })
    using branch = openTestBranch()
    addMembers(branch.db, '张伟', '李娜', '王强')
    await enrolBranch(branch.db, district)
    await passUp()
    expect(await membersAtHub(city, branch.branchId)).toEqual([])
    expect(JSON.stringify(await entriesAt(nation, branch))).not.toContain('张伟')
    for (const hub of [district, city, nation]) expect(await figureAt(hub, branch, 'members.active')).toBe(3)
  })

  it('name nobody as usual, and complete what was sent when the policy is widened', async () => {
    await allow(usualHubChoices)
    using branch = openTestBranch()
    addMembers(branch.db, '张伟', '李娜')
    const link = await enrolBranch(branch.db, district)
    setPhone(branch.db, '李娜', '13800138000')
    await link.syncNow()
    await passUp()
    const unnamed = { name: '', phone: null }
    expect(await membersAtHub(nation, branch.branchId)).toEqual([unnamed, unnamed])

    await setPolicy(district.hub, everything, '管理员')
    await setPolicy(city.hub, { ...usualHubChoices, members: 'all' }, '管理员')
    setPhone(branch.db, '李娜', '13900139000')
    await link.syncNow()
    await passUp()
    expect(await membersAtHub(city, branch.branchId)).toEqual([
      { name: '张伟', phone: null },
      { name: '李娜', phone: '13900139000' },
    ])
    expect(await membersAtHub(nation, branch.branchId)).toEqual([
      { name: '张伟', phone: null },
      { name: '李娜', phone: null },
    ])
    // Less takes nothing back.
    await allow({ ...usualHubChoices, members: 'nothing' })
    addMembers(branch.db, '王强')
    await link.syncNow()
    await passUp()
    expect(await membersAtHub(nation, branch.branchId)).toHaveLength(2)
    await allow(everything)
    await passUp()
    expect(await entriesAt(nation, branch)).toEqual(await entriesAt(district, branch))
    expect((await membersAtHub(nation, branch.branchId)).at(-1)).toEqual({ name: '王强', phone: null })
    const refused = await nation.rows(sql`SELECT outcome FROM receipt WHERE organisation = ${branch.branchId}
      AND outcome->>'result' <> 'applied'`)
    expect(refused).toEqual([])
  })

  it('complete a record that was made anew with what it says since then only', async () => {
    await allow(usualHubChoices)
    using branch = openTestBranch()
    const { db } = branch
    addMembers(db, '张伟')
    setPhone(db, '张伟', '13800138000')
    const again = 'INSERT OR REPLACE INTO member (id, name) SELECT id, name FROM member'
    db.write(() => db.sqlite.prepare(again).run())
    await enrolBranch(db, district)
    await passUp()
    await allow(everything)
    await passUp()
    for (const hub of [district, city, nation]) {
      expect(await membersAtHub(hub, branch.branchId)).toEqual([{ name: '张伟', phone: null }])
    }
  })

  it('bring a directive of the nation to the branch, and its answer to the nation', async () => {
    await allow(usualHubChoices)
    using branch = openTestBranch()
    const link = await enrolBranch(branch.db, district)
    await passUp()
    const draft = { title: '三季度活动', text: '请填报。', dueOn: null, asks: 'figure', unit: '场' } as const
    const { id } = await issueDirective(nation.seen, draft, null)
    await passDown()
    await link.syncNow()
    const client = clientOf(branch)
    expect((await client.directives.list(page)).rows).toMatchObject([{ id, title: '三季度活动' }])
    await client.directives.answer({ id, answer: { figure: 700, text: null, by: '李静' } })
    await link.syncNow()
    await passUp()
    const answers = await branchAnswers(nation.seen, id)
    expect(answers.find(({ organisation }) => organisation === branch.branchId)).toMatchObject({ figure: 700 })
    // What comes down twice changes nothing.
    await city.hub.orm.execute(sql`UPDATE uplink SET cursor = NULL`)
    await passDown()
    await link.syncNow()
    expect((await client.directives.list(page)).total).toBe(1)
  })
})

describe('a bad way up', () => {
  it('does no harm: what waited long, lost answers and requests that arrive twice', async () => {
    await allow(everything)
    using branch = openTestBranch()
    const link = await enrolBranch(branch.db, district)
    await passUp()
    await city.down()
    for (let index = 0; index < 3; index += 1) {
      addMembers(branch.db, `会员${index}`)
      await hubLinkOf(branch.db).syncNow()
      expect(await district.uplink.run()).toBe('HUB_UNREACHABLE')
    }
    await city.up()
    expect(await district.uplink.run()).toBeNull()
    line.fault = (path) => (path === '/v1/relay' ? 'dropReply' : null)
    expect(await city.uplink.run()).toBe('HUB_UNREACHABLE')
    line.fault = (path) => (path.startsWith('/v1/relay') ? 'duplicate' : null)
    setPhone(branch.db, '会员1', '13800138000')
    await link.syncNow()
    await city.uplink.run()
    await district.uplink.run()
    line.fault = () => null
    await passUp()
    expect(await entriesAt(nation, branch)).toEqual(await entriesAt(district, branch))
    expect(await membersAtHub(nation, branch.branchId)).toContainEqual({ name: '会员1', phone: '13800138000' })
  })
})

describe('an organisation that belongs to another hub', () => {
  it('is refused to the hub that names it, put down in the audit, and holds back itself only', async () => {
    await allow(everything)
    using ofCity = openTestBranch()
    await enrolBranch(ofCity.db, city)
    using branch = openTestBranch()
    await enrolBranch(branch.db, district)
    // The same branch enrolls with the district too, as after a move by hand.
    addMembers(ofCity.db, '张伟')
    await hubLinkOf(ofCity.db).leave()
    await enrolBranch(ofCity.db, district)
    addMembers(branch.db, '李娜')
    await hubLinkOf(branch.db).syncNow()
    await passUp()
    expect(await membersAtHub(city, branch.branchId)).toEqual([{ name: '李娜', phone: null }])
    expect(await membersAtHub(city, ofCity.branchId)).toEqual([])
    const [node] = await city.rows(sql`SELECT via, parent FROM organisation WHERE organisation = ${ofCity.branchId}`)
    expect(node).toEqual({ via: null, parent: null })
    const [refused] = await city.rows(sql`SELECT by, about FROM audit WHERE event = 'tree.relayRefused'`)
    expect(refused).toEqual({ by: '云溪区总工会', about: ofCity.branchId })
    expect(await uplinkStanding(district.hub)).toMatchObject({ refused: [{ problem: 'notBelow' }] })

    // Once the hub above has moved it there, it goes on whole.
    expect(await moveNode(city.hub, ofCity.branchId, district.hub.identity.id)).toMatchObject({ viaBefore: null })
    await passUp()
    await passUp()
    expect(await membersAtHub(nation, ofCity.branchId)).toEqual([{ name: '张伟', phone: null }])
    expect(await entriesAt(city, ofCity)).toEqual(await entriesAt(district, ofCity))
  })
})

describe('a hub restored from its backup', () => {
  it('below another one passes on again what it gets again, and nothing is lost or doubled above', async () => {
    await allow(everything)
    using branch = openTestBranch()
    const link = await enrolBranch(branch.db, district)
    await passUp()
    await backUpHub(district.hub, 'backup')
    addMembers(branch.db, '张伟')
    await link.syncNow()
    await passUp()
    await restoreFrom(district, 'backup')
    expect(await membersAtHub(city, branch.branchId)).toHaveLength(1)
    await link.syncNow()
    addMembers(branch.db, '李娜')
    await link.syncNow()
    await passUp()
    await passUp()
    expect(await membersAtHub(nation, branch.branchId)).toEqual([
      { name: '张伟', phone: null },
      { name: '李娜', phone: null },
    ])
    expect(await entriesAt(city, branch)).toEqual(await entriesAt(district, branch))
    expect(await uplinkStanding(district.hub)).toMatchObject({ waiting: 0, problem: null })
  })

  it('above others gets everything again, and hands down what stands', async () => {
    await allow(everything)
    using branch = openTestBranch()
    const link = await enrolBranch(branch.db, district)
    await passUp()
    await backUpHub(city.hub, 'backup')
    addMembers(branch.db, '张伟')
    await link.syncNow()
    using newcomer = openTestBranch()
    addMembers(newcomer.db, '李娜')
    await enrolBranch(newcomer.db, district)
    await passUp()
    await restoreFrom(city, 'backup')
    expect(await membersAtHub(city, branch.branchId)).toEqual([])
    await passUp()
    await passUp()
    for (const one of [branch, newcomer]) {
      expect(await entriesAt(city, one)).toEqual(await entriesAt(district, one))
      expect(await entriesAt(nation, one)).toEqual(await entriesAt(district, one))
      expect(await membersAtHub(nation, one.branchId)).toHaveLength(1)
    }
    const draft = { title: '四季度活动', text: '请填报。', dueOn: null, asks: 'acknowledgement', unit: null } as const
    const { id } = await issueDirective(city.seen, draft, null)
    await passDown()
    await link.syncNow()
    expect((await clientOf(branch).directives.list(page)).rows).toContainEqual(expect.objectContaining({ id }))
  })
})

describe('what stands at the hub above', () => {
  it('goes to a branch that is new below a lower hub', async () => {
    using branch = openTestBranch()
    await issueCodeList(
      city.hub,
      null,
      { name: '工种', use: { kind: 'dictionary' }, codes: [...readCodes([['A', '甲']]).codes] },
      {
        to: 'all',
        by: '管理员',
      },
    )
    const link = await enrolBranch(branch.db, district)
    await passUp()
    await passDown()
    await link.syncNow()
    const lists = branch.db.sqlite.prepare('SELECT count(*) FROM code_list').pluck().get()
    expect(lists).toBe(1)
  })
})

describe('a conflict with what a hub below corrected', () => {
  it('names that hub to a branch that has gone over to the hub above', async () => {
    await allow(everything)
    using branch = openTestBranch()
    addMembers(branch.db, '张伟')
    const link = await enrolBranch(branch.db, district)
    const member = branch.db.sqlite.prepare<[], string>('SELECT id FROM member').pluck().get() ?? ''
    const after = { phone: '13900139000' }
    const grounds = { by: '云溪区总工会组织部', reason: '与登记表核对', account: null }
    await correct(
      district.hub,
      branch.branchId,
      [{ operation: 'update', table: 'member', rowId: member, after }],
      grounds,
    )
    await passUp()
    expect(await membersAtHub(city, branch.branchId)).toEqual([{ name: '张伟', phone: '13900139000' }])
    setPhone(branch.db, '张伟', '13700137000')
    await link.leave()
    expect(await moveNode(city.hub, branch.branchId, null)).toMatchObject({ viaAfter: null })
    await link.enrol(city.server.address, await city.code(branch.branchId))
    await link.syncNow()
    const found = branch.db.sqlite.prepare('SELECT theirs_by AS theirsBy FROM conflict WHERE batch_id IS NULL').all()
    expect(found).toEqual([{ theirsBy: '云溪区总工会' }])
  })
})
