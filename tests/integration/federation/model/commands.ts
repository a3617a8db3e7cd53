import { ORPCError } from '@orpc/server'
import { sql } from 'drizzle-orm'
import fc from 'fast-check'
import { expect } from 'vitest'
import { undoBatch } from '../../../../db/undo'
import { issueDirective, withdrawDirective } from '../../../../federation/directives'
import { settleCases } from '../../../../electron/backend/federation/conflicts/settle'
import { correct } from '../../../../federation/corrections'
import { answerDirective } from '../../../../electron/backend/federation/directives'
import { conflictQueries } from '../../../../db/queries/conflicts'
import { directiveQueries } from '../../../../db/queries/directives'
import type { ConflictChoice } from '../../../../shared/contract/federation/conflicts'
import { dayOf } from '../../../../shared/rules/date'
import type { BatchId } from '../../../../shared/model/id'
import { perform, randomActs, type RandomAct } from '../../../fixtures/random-writes'
import type { Fault } from '../faulty-line'
import type { TestHub } from '../hub'
import type { Site } from './world'

/** What the test knows beside the real world: what must never get lost. */
export interface Model {
  /** By site: entries that the branch was told to be stored. */
  readonly acknowledged: ReadonlyMap<number, Set<string>>
  /** By directive: whether it was taken back. */
  readonly directives: Map<string, boolean>
}

export interface World {
  readonly hub: TestHub
  readonly sites: readonly Site[]
  isHubUp: boolean
}

type Command = fc.AsyncCommand<Model, World>

function command(told: string, run: (model: Model, world: World) => Promise<void> | void): Command {
  return {
    check: () => true,
    async run(model, world) {
      await run(model, world)
    },
    toString: () => told,
  }
}

function siteOf({ sites }: World, index: number): Site {
  const site = sites[index]
  if (site === undefined) throw new Error('A command is about a site')
  return site
}

/** Remembers what the hub says it has: up to the acknowledged position of the log. */
export function noteAcknowledged({ acknowledged }: Model, index: number, { db }: Site): void {
  const ids = db.sqlite
    .prepare<[], string>('SELECT id FROM change WHERE position <= (SELECT acknowledged_position FROM enrolment)')
    .pluck()
    .all()
  for (const id of ids) acknowledged.get(index)?.add(id)
}

const write = (index: number, acts: readonly RandomAct[]) =>
  command(`write ${index} ${JSON.stringify(acts)}`, (_model, world) => {
    const site = siteOf(world, index)
    site.here(() =>
      site.db.writeBatch({ kind: 'removal', title: 'random' }, () => {
        for (const act of acts) perform(site.db, act)
        return { count: acts.length, result: null }
      }),
    )
  })

const undo = (index: number, pick: number) =>
  command(`undo ${index} ${pick}`, async (_model, world) => {
    const site = siteOf(world, index)
    const batches = site.db.sqlite
      .prepare<[], BatchId>(
        `SELECT id FROM batch WHERE kind <> 'undo' AND id NOT IN (SELECT undoes_id FROM batch WHERE undoes_id IS NOT NULL)
        ORDER BY id`,
      )
      .pluck()
      .all()
    const id = batches[pick % Math.max(batches.length, 1)]
    if (id !== undefined) await site.here(() => undoBatch(site.db, id))
  })

const sync = (index: number, faults: readonly Fault[]) =>
  command(`sync ${index} ${JSON.stringify(faults)}`, async (model, world) => {
    const site = siteOf(world, index)
    await site.sync(faults)
    noteAcknowledged(model, index, site)
  })

const backUp = (index: number) =>
  command(`backUp ${index}`, (_model, world) => {
    siteOf(world, index).backUp()
  })

const restore = (index: number) => command(`restore ${index}`, (_model, world) => siteOf(world, index).restore())

const restart = (index: number) =>
  command(`restart ${index}`, (_model, world) => {
    siteOf(world, index).restart()
  })

const setClock = (index: number, days: number) =>
  command(`setClock ${index} ${days}`, (_model, world) => {
    siteOf(world, index).daysOff = days
  })

const restartHub = () =>
  command('restartHub', async (_model, world) => {
    await world.hub.down()
    world.isHubUp = false
  })

const startHub = () =>
  command('startHub', async (_model, world) => {
    if (world.isHubUp) return
    await world.hub.up()
    world.isHubUp = true
  })

const issue = (asks: 'acknowledgement' | 'figure') =>
  command(`issue ${asks}`, async (model, { hub, sites }) => {
    const draft = { title: '请报人数', text: '', dueOn: null, asks, unit: asks === 'figure' ? '人' : null }
    const { id } = await issueDirective(
      hub.seen,
      draft,
      sites.map(({ branchId }) => branchId),
    )
    model.directives.set(id, false)
  })

const withdraw = (pick: number) =>
  command(`withdraw ${pick}`, async (model, { hub }) => {
    const id = [...model.directives.keys()][pick % Math.max(model.directives.size, 1)]
    if (id === undefined) return
    await withdrawDirective(hub.seen, id)
    model.directives.set(id, true)
  })

const answer = (index: number, figure: number) =>
  command(`answer ${index} ${figure}`, (_model, world) => {
    const site = siteOf(world, index)
    const open = directiveQueries(site.db).open.get()
    if (open === undefined) return
    site.here(() => answerDirective(site.db, open.id, { figure, text: null, by: null }, dayOf(new Date())))
  })

/** The union above corrects a member as it knows them. */
const correction = (index: number, pick: number, text: string) =>
  command(`correct ${index} ${pick} ${JSON.stringify(text)}`, async (_model, world) => {
    const { branchId } = siteOf(world, index)
    const members = await world.hub.rows(sql`SELECT row_id FROM record
      WHERE organisation = ${branchId} AND "table" = 'member' AND NOT deleted ORDER BY row_id`)
    const rowId = members[pick % Math.max(members.length, 1)]?.['row_id']
    if (typeof rowId !== 'string') return
    const row = { operation: 'update', table: 'member', rowId, after: { department: text } } as const
    const grounds = { by: '组织部', reason: '核对', account: null }
    expect((await correct(world.hub.hub, branchId, [row], grounds)).kind).not.toBe('refused')
  })

/** Somebody at the branch goes through the open cases; what others stand in the way of stays open. */
export function settleAll(site: Site, choices: readonly ConflictChoice[]): void {
  const open = conflictQueries(site.db).open.all({ limit: 1000, offset: 0, memberId: null })
  for (const [place, { changeId }] of open.entries()) {
    try {
      const choice = choices[place % choices.length] ?? 'theirs'
      site.here(() => settleCases(site.db, [{ id: changeId, choice, fields: {} }]))
    } catch (error) {
      if (!(error instanceof ORPCError) || error.code !== 'CONFLICT_BLOCKED') throw error
    }
  }
}

const settle = (index: number, choices: readonly ConflictChoice[]) =>
  command(`settle ${index} ${JSON.stringify(choices)}`, (_model, world) => {
    settleAll(siteOf(world, index), choices)
  })

const fault = fc.constantFrom<Fault[]>(
  ...(['dropRequest', 'dropReply', 'cutRequest', 'cutReply', 'duplicate', 'late', null, null, null] as const),
)
const faults = fc.array(fault, { maxLength: 6 })

const choice = fc.constantFrom<ConflictChoice[]>('mine', 'theirs', 'both')
const texts = fc.constantFrom('一车间', '质检科', "O'Brien", '"部"')

/** Commands on so many sites; with `restores`, also those after which a branch has lost what it had not sent. */
export function commandsOn(sites: number, { restores }: { readonly restores: boolean }) {
  const site = fc.nat(sites - 1)
  const usual = [
    fc.tuple(site, randomActs).map(([index, acts]) => write(index, acts)),
    fc.tuple(site, randomActs).map(([index, acts]) => write(index, acts)),
    fc.tuple(site, faults).map(([index, met]) => sync(index, met)),
    fc.tuple(site, faults).map(([index, met]) => sync(index, met)),
    fc.tuple(site, fc.nat()).map(([index, pick]) => undo(index, pick)),
    site.map(restart),
    fc.tuple(site, fc.integer({ min: -4000, max: 4000 })).map(([index, days]) => setClock(index, days)),
    fc.constant(restartHub()),
    fc.constant(startHub()),
    fc.constantFrom('acknowledgement' as const, 'figure' as const).map(issue),
    fc.nat().map(withdraw),
    fc.tuple(site, fc.nat(), texts).map(([index, pick, text]) => correction(index, pick, text)),
    fc.tuple(site, fc.nat(), texts).map(([index, pick, text]) => correction(index, pick, text)),
    fc.tuple(site, fc.array(choice, { minLength: 1, maxLength: 3 })).map(([index, choices]) => settle(index, choices)),
    fc.tuple(site, fc.nat(1_000_000)).map(([index, figure]) => answer(index, figure)),
  ]
  const lossy = [site.map(backUp), site.map(backUp), site.map(restore)]
  return fc.commands(restores ? [...usual, ...lossy] : usual, { maxCommands: 30, size: 'max' })
}
