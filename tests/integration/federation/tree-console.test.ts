import ExcelJS from 'exceljs'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeCode } from '../../../federation/enrolment'
import { issueDirective } from '../../../federation/directives'
import type { FigureName } from '../../../federation/figures/figure'
import { figure, organisation, passingPolicy } from '../../../federation/schema'
import { hangBelow } from '../../../federation/tree/place'
import { plus, rollUp } from '../../../federation/tree/roll-up'
import { addUnion, treeBelow } from '../../../federation/tree/tree'
import { Uplink } from '../../../federation/uplink'
import { usualHubChoices } from '../../../shared/sync/passing'
import { newUuid } from '../../../shared/model/id'
import { signIn, visit } from './console-visit'
import { startHub, type TestHub } from './hub'

const MONTH = '2026-03'

let hub: TestHub
let parent: TestHub
let east: string
let west: string
/** Two branches below the east, one below the west, one directly below the hub. */
let branches: string[]
let manager: string

beforeAll(async () => {
  ;[hub, parent] = await Promise.all([
    startHub(null, { name: '云溪区总工会' }),
    startHub(null, { name: '江城市总工会' }),
  ])
  east = await addUnion(hub.hub, '城东街道总工会', null)
  west = await addUnion(hub.hub, '城西街道总工会', null)
  branches = [
    await addBranch('一厂工会', east, { members: 30, charged: 60_000, received: 50_000 }),
    await addBranch('二厂工会', east, { members: 12, charged: 24_000, received: 24_000 }),
    await addBranch('三厂工会', west, { members: 7, charged: 14_000, received: 0 }),
    await addBranch('直属工会', null, { members: 5, charged: 0, received: 0 }),
  ]
  manager = await signIn(hub)
}, 120_000)
afterAll(async () => {
  for (const one of [hub, parent]) {
    expect(one.errors).toEqual([])
    await one[Symbol.asyncDispose]()
  }
})

async function addBranch(
  unionName: string,
  below: string | null,
  { members, charged, received }: { members: number; charged: number; received: number },
): Promise<string> {
  const id = newUuid()
  const line = (name: FigureName, value: number, period = '') => ({ organisation: id, name, period, value })
  await hub.hub.orm.transaction((tx) => hangBelow(tx, below, { organisation: id, kind: 'branch', unionName }))
  await hub.hub.orm
    .insert(figure)
    .values([
      line('members.active', members - 1),
      line('members.kept', 1),
      line('incomplete', 2),
      line('duesCharged', charged, MONTH),
      line('duesReceived', received, MONTH),
      line('duesReceived', 99_900, '2026-02'),
      line('activities', 1, MONTH),
      line('participations', members, MONTH),
    ])
  return id
}

const post = (path: string, form: Record<string, string>, cookie = manager, of = hub) =>
  visit(of, path, { method: 'POST', form, cookie })
const get = (path: string, cookie = manager, of = hub) => visit(of, path, { cookie })

async function audited(event: string) {
  return hub.rows(sql`SELECT by, about, detail FROM audit WHERE event = ${event} ORDER BY at, id`)
}

describe('the roll-up by level', () => {
  it('adds up: every node amounts to what the nodes below it amount to', async () => {
    const draft = { title: '报数', text: '请报。', dueOn: null, asks: 'figure', unit: '人' } as const
    const { id } = await issueDirective(hub.seen, draft, branches)
    const [first = ''] = branches
    await hub.hub.orm.insert(figure).values({ organisation: first, name: 'directiveAnswers', period: id, value: 1 })
    const lines = await rollUp(hub.hub, hub.hub.identity.id, MONTH)
    expect(lines.map(({ node, level, sums }) => [node.name, level, sums.members])).toEqual([
      ['云溪区总工会', 0, 54],
      ['城东街道总工会', 1, 42],
      ['一厂工会', 2, 30],
      ['二厂工会', 2, 12],
      ['城西街道总工会', 1, 7],
      ['三厂工会', 2, 7],
      ['直属工会', 1, 5],
    ])
    expect(lines[0]?.sums).toMatchObject({ duesCharged: 98_000, duesReceived: 74_000, asked: 4, answered: 1 })
    for (const { node, sums, level } of lines.filter((line) => line.node.kind !== 'branch')) {
      const below = lines.filter((line) => line.level === level + 1 && (level === 0 || line.node.parent === node.id))
      expect(below.map((line) => line.sums).reduce(plus)).toEqual(sums)
    }
    const oneLevel = await rollUp(hub.hub, hub.hub.identity.id, MONTH, 1)
    const said = (of: typeof lines) => of.map(({ node, sums }) => [node.id, sums])
    expect(said(oneLevel)).toEqual(said(lines.filter(({ level }) => level <= 1)))
  })

  it('is shown level by level, with charts, and exported with its total', async () => {
    const top = await get(`/levels?month=${MONTH}`)
    expect(top.text).toContain('<svg')
    expect(top.text).toContain('740.00 (75.5%)')
    expect(top.text).not.toContain('一厂工会')
    const below = await get(`/levels?node=${east}&month=${MONTH}`)
    expect(below.text).toContain('一厂工会')
    expect(below.text).not.toContain('三厂工会')

    const { bytes } = await get(`/levels?month=${MONTH}&export=levels`)
    const workbook = new ExcelJS.Workbook()
    await workbook.xlsx.load(new Uint8Array(bytes).buffer)
    const names: unknown[] = []
    const members: unknown[] = []
    workbook.worksheets[0]?.eachRow((row) => {
      names.push(row.getCell(1).value)
      members.push(row.getCell(4).value)
    })
    expect(names).toEqual(['Name', '城东街道总工会', '城西街道总工会', '直属工会', 'Total'])
    expect(members.slice(1)).toEqual([42, 7, 5, 54])
  })
})

describe('the organisation tree', () => {
  it('is shown with figures and freshness at each node, and found by name', async () => {
    const [first = ''] = branches
    await hub.hub.orm
      .update(organisation)
      .set({ lastContact: sql`now() - interval '40 days'` })
      .where(sql`organisation = ${first}`)
    const { text } = await get('/tree')
    const nodes = [...text.matchAll(/class="level-(\d)"\s*><a href="\/tree\/node\?id=([^"]+)"/g)]
    expect(nodes.map(([, level, id]) => [level, id])).toEqual([
      ['0', hub.hub.identity.id],
      ['1', east],
      ['2', branches[0]],
      ['2', branches[1]],
      ['1', west],
      ['2', branches[2]],
      ['1', branches[3]],
    ])
    expect(text).toContain('1 of 2')
    expect(text).toContain('40 days ago')
    const found = await get(`/tree?q=${encodeURIComponent('三厂')}`)
    expect(found.text).toContain('三厂工会')
    expect(found.text).not.toContain('一厂工会')
  })

  it('gets a union added, renamed, closed and opened again; each act is in the audit', async () => {
    const added = await post('/tree/add', { id: west, name: ' 园区工会联合会 ' })
    const id = added.headers.get('location')?.split('=')[1] ?? ''
    expect((await post('/tree/add', { id: west, name: '园区工会联合会' })).status).toBe(400)
    expect((await post('/tree/add', { id: west, name: '  ' })).status).toBe(400)
    expect((await post('/tree/rename', { id, name: '科技园工会联合会' })).status).toBe(303)
    expect((await post('/tree/close', { id: west })).text).toContain('something below it is in use')
    expect((await post('/tree/close', { id })).status).toBe(303)
    expect((await get(`/tree/node?id=${id}`)).text).toContain('Closed')
    expect((await post('/tree/add', { id, name: '甲' })).status).toBe(404)
    expect((await post('/tree/reopen', { id })).status).toBe(303)
    expect((await treeBelow(hub.hub, id)).map(({ name, isClosed }) => [name, isClosed])).toEqual([
      ['科技园工会联合会', false],
    ])
    expect(await audited('tree.unionAdded')).toEqual([
      { by: '周见微', about: id, detail: '城西街道总工会 › 园区工会联合会' },
    ])
    expect(await audited('tree.unionRenamed')).toMatchObject([{ detail: '园区工会联合会 → 科技园工会联合会' }])
    expect(await audited('tree.nodeClosed')).toHaveLength(1)
    expect(await audited('tree.nodeReopened')).toHaveLength(1)
    expect((await get('/audit')).text).toContain('Organisation renamed')
    await post('/tree/close', { id })
  })

  it('says before a move who will see the node and which sums change, and can be moved back', async () => {
    const [first = ''] = branches
    await signIn(hub, { node: west, roles: ['viewer'] })
    const asked = `/tree/move?id=${first}&to=${west}`
    const { text } = await get(asked)
    const rows = [...text.matchAll(/<tr role="row" data-row="">(.*?)<\/tr>/gs)].map(([, row = '']) =>
      row
        .replaceAll(/<[^>]*>/g, ' ')
        .trim()
        .split(/\s{2,}/)
        .slice(0, 3),
    )
    expect(rows).toEqual([
      ['城东街道总工会', '2 → 1', '42 → 12'],
      ['城西街道总工会', '1 → 2', '7 → 37'],
    ])
    expect(text).toContain('周见微 (城西街道总工会)')
    expect((await treeBelow(hub.hub, west)).some(({ id }) => id === first)).toBe(false)

    expect((await post('/tree/move', { id: first, to: west })).status).toBe(303)
    expect((await treeBelow(hub.hub, west)).some(({ id }) => id === first)).toBe(true)
    expect((await post('/tree/move', { id: first, to: west })).text).toContain('there already')
    expect((await post('/tree/move', { id: west, to: west })).text).toContain('below itself')
    expect((await post('/tree/move', { id: first, to: east })).status).toBe(303)
    expect((await audited('tree.nodeMoved')).map(({ detail }) => detail)).toEqual([
      '城东街道总工会 → 城西街道总工会',
      '城西街道总工会 → 城东街道总工会',
    ])
  })

  it('shows an account of a district its own node and below, and lets it arrange nothing else', async () => {
    const cookie = await signIn(hub, { node: east })
    for (const path of ['/tree', '/levels']) {
      const { text } = await get(path, cookie)
      expect(text).toContain('二厂工会')
      expect(text).not.toMatch(/三厂工会|城西街道总工会|直属工会/)
    }
    for (const path of [`/tree/node?id=${west}`, `/levels?node=${west}`, `/tree/node?id=${hub.hub.identity.id}`]) {
      expect((await get(path, cookie)).status).toBe(404)
    }
    const [first = '', , third = ''] = branches
    expect((await post('/tree/move', { id: third, to: east }, cookie)).status).toBe(404)
    expect((await post('/tree/move', { id: first, to: west }, cookie)).status).toBe(404)
    expect((await post('/tree/rename', { id: east, name: '甲' }, cookie)).status).toBe(404)
    expect((await post('/tree/add', { id: west, name: '甲' }, cookie)).status).toBe(404)
    expect((await post('/parent-hub/policy', { ...usualHubChoices }, cookie)).status).toBe(404)
    expect((await get('/parent-hub', cookie)).text).toContain('see the whole tree')
  })

  it('is arranged by administrators only', async () => {
    const cookie = await signIn(hub, { roles: ['officer', 'viewer'] })
    expect((await get(`/tree/node?id=${east}`, cookie)).text).not.toContain('/tree/rename')
    for (const path of ['/tree/add', '/tree/rename', '/tree/move', '/tree/close', '/tree/reopen', '/tree/code']) {
      expect((await post(path, { id: east, name: '甲', to: west }, cookie)).status).toBe(403)
    }
    for (const path of ['/parent-hub/enrol', '/parent-hub/leave', '/parent-hub/policy']) {
      expect((await post(path, {}, cookie)).status).toBe(403)
    }
  })
})

describe('the page of the hub above', () => {
  it('enrols with it, says how it stands, and leaves it', async () => {
    const above = await signIn(parent)
    const { text: made } = await post('/tree/code', { id: parent.hub.identity.id, kind: 'hub' }, above, parent)
    const code = /[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(made)?.[0] ?? ''
    const { address } = parent.server
    const wrong = await post('/parent-hub/enrol', { address, code: '0000-0000-0000' })
    expect(wrong.text).toContain('wrong, expired or used')
    expect((await post('/parent-hub/enrol', { address: 'http://example.org', code })).text).toContain('https')
    const forBranches = await makeCode(parent.hub, null)
    expect((await post('/parent-hub/enrol', { address, code: forBranches })).text).toContain('not for this hub')
    expect((await post('/parent-hub/enrol', { address, code })).status).toBe(303)
    const uplink = new Uplink(hub.hub, (error) => hub.errors.push(error))
    expect(await uplink.run()).toBeNull()
    await uplink.stop()
    const page = await get('/parent-hub')
    expect(page.text).toContain('江城市总工会')
    expect(page.text).toContain('none, all passed on')
    expect((await get(`/tree/node?id=${hub.hub.identity.id}`, above, parent)).text).toContain('直属工会')
    // What a hub below arranges, it arranges itself.
    expect((await post('/tree/rename', { id: west, name: '甲' }, above, parent)).status).toBe(404)

    expect((await get('/parent-hub/leave')).text).toContain('江城市总工会')
    expect((await post('/parent-hub/leave', {})).status).toBe(303)
    expect((await get('/parent-hub')).text).toContain('below no other one')
    expect(await audited('parentHub.enrolledAbove')).toHaveLength(1)
    expect(await audited('parentHub.leftAbove')).toMatchObject([{ detail: '江城市总工会' }])
  })

  it('changes what is passed on and says who changed what', async () => {
    expect((await post('/parent-hub/policy', { ...usualHubChoices, members: 'figures' })).status).toBe(303)
    expect((await post('/parent-hub/policy', { ...usualHubChoices, members: 'figures' })).status).toBe(303)
    expect((await post('/parent-hub/policy', { ...usualHubChoices, care: 'figures' })).status).toBe(404)
    const change = 'Members and membership: Records without particulars → Totals only'
    expect((await get('/parent-hub')).text).toContain(change)
    expect(await audited('parentHub.policyChanged')).toMatchObject([{ by: '周见微', detail: change }])
    expect(await hub.hub.orm.select().from(passingPolicy)).toHaveLength(1)
  })
})
