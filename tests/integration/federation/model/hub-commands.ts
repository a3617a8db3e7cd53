import { sql } from 'drizzle-orm'
import fc from 'fast-check'
import { expect } from 'vitest'
import { correct } from '../../../../federation/corrections'
import { issueDirective, withdrawDirective } from '../../../../federation/directives'
import { setPolicy } from '../../../../federation/uplink/policy'
import {
  narrowest,
  passingChoicesSchema,
  passingKindSchema,
  usualBranchChoices,
  usualHubChoices,
  type PassingChoices,
} from '../../../../shared/sync/passing'
import { faults, type Faults } from './faults'
import type { FloorName } from './floor'
import { command, picked, siteOf, type Issued, type Model } from './model'

/** Everything goes on. */
export const everything: PassingChoices = { ...usualBranchChoices, care: 'all' }
const policies = {
  usual: usualHubChoices,
  everything,
  figuresOnly: { ...usualHubChoices, members: 'figures', activities: 'figures' },
  nothing: { ...usualHubChoices, members: 'nothing', activities: 'nothing', dues: 'nothing' },
} satisfies Record<string, PassingChoices>

const stop = (name: FloorName) => command(`stop ${name}`, (_model, world) => world[name].stop())
const start = (name: FloorName) => command(`start ${name}`, (_model, world) => world[name].start())

const issue = (by: FloorName, asks: 'acknowledgement' | 'figure') =>
  command(`issue ${by} ${asks}`, async (model, world) => {
    const draft = { title: '请报人数', text: '', dueOn: null, asks, unit: asks === 'figure' ? '人' : null }
    const { id } = await issueDirective(
      world[by].at.seen,
      draft,
      world.sites.map(({ branchId }) => branchId),
    )
    model.directives.set(id, { by, isWithdrawn: false })
  })

const withdraw = (pick: number) =>
  command(`withdraw ${pick}`, async (model, world) => {
    const found = picked([...model.directives], pick)
    if (found === undefined) return
    const [id, { by }] = found
    await withdrawDirective(world[by].at.seen, id)
    model.directives.set(id, { by, isWithdrawn: true })
  })

/** The union above corrects a member as it knows them. */
const correction = (index: number, pick: number, text: string) =>
  command(`correct ${index} ${pick} ${JSON.stringify(text)}`, async (_model, world) => {
    const { branchId } = siteOf(world, index)
    const { at } = world.hub
    const members = await at.rows(sql`SELECT row_id FROM record
      WHERE organisation = ${branchId} AND "table" = 'member' AND NOT deleted ORDER BY row_id`)
    const rowId = picked(members, pick)?.['row_id']
    if (typeof rowId !== 'string') return
    const row = { operation: 'update', table: 'member', rowId, after: { department: text } } as const
    const grounds = { by: '组织部', reason: '核对', account: null }
    expect((await correct(at.hub, branchId, [row], grounds)).kind).not.toBe('refused')
  })

const passUp = (met: Faults) =>
  command(`passUp ${JSON.stringify(met)}`, async (_model, world) => {
    await world.passUp(met)
  })

const choose = (name: keyof typeof policies) =>
  command(`choose ${name}`, async (model, world) => {
    await setPolicy(world.hub.at.hub, policies[name], '管理员')
    model.widest = widestOf(model.widest, policies[name])
  })

/** What goes on under one or the other. */
function widestOf(one: PassingChoices, other: PassingChoices): PassingChoices {
  const narrow = narrowest(one, other)
  const wide = passingKindSchema.options.map((kind) => [kind, narrow[kind] === one[kind] ? other[kind] : one[kind]])
  return passingChoicesSchema.parse(Object.fromEntries(wide))
}

const backUp = (name: FloorName) =>
  command(`backUpHub ${name}`, async (model, world) => {
    await world[name].backUp()
    model.backups.set(name, new Map([...model.directives].filter(([, { by }]) => by === name)))
  })

/** A hub forgets what happened since its backup; what only a lost copy of a branch had sent since is gone. */
function forget(model: Model, name: FloorName): void {
  const known = model.backups.get(name) ?? new Map<string, Issued>()
  for (const [id, { by }] of [...model.directives]) {
    if (by !== name) continue
    model.directives.delete(id)
    if (!known.has(id)) model.forgotten.add(id)
  }
  for (const [id, issued] of known) model.directives.set(id, issued)
  if (name === 'parent') return
  model.acknowledged.clear()
  model.hasForgotten = true
}

const restore = (name: FloorName) =>
  command(`restoreHub ${name}`, async (model, world) => {
    if (await world[name].restore()) forget(model, name)
  })

const texts = fc.constantFrom('一车间', '质检科', "O'Brien", '"部"')
const floorName = fc.constantFrom<FloorName[]>('hub', 'parent')

/** What happens at the hub and the one above it. */
export function hubCommands(site: fc.Arbitrary<number>) {
  return [
    floorName.map(stop),
    floorName.map(start),
    fc
      .tuple(floorName, fc.constantFrom('acknowledgement' as const, 'figure' as const))
      .map(([by, asks]) => issue(by, asks)),
    fc.nat().map(withdraw),
    ...Array.from({ length: 2 }, () =>
      fc.tuple(site, fc.nat(), texts).map(([index, pick, text]) => correction(index, pick, text)),
    ),
    ...Array.from({ length: 2 }, () => faults.map(passUp)),
    fc.constantFrom<(keyof typeof policies)[]>('usual', 'everything', 'figuresOnly', 'nothing').map(choose),
  ]
}

/** Hubs put back to a backup. */
export function hubRestores() {
  return [floorName.map(backUp), floorName.map(backUp), floorName.map(restore)]
}
