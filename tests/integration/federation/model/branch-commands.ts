import { createRouterClient, ORPCError } from '@orpc/server'
import fc from 'fast-check'
import { conflictQueries } from '../../../../db/queries/conflicts'
import { directiveQueries } from '../../../../db/queries/directives'
import { settleCases } from '../../../../electron/backend/federation/conflicts/settle'
import { answerDirective } from '../../../../electron/backend/federation/directives'
import { batches } from '../../../../electron/backend/batches'
import { dues } from '../../../../electron/backend/dues'
import type { ConflictChoice } from '../../../../shared/contract/federation/conflicts'
import { dayOf } from '../../../../shared/rules/date'
import { memberIdSchema, type BatchId } from '../../../../shared/model/id'
import { fenSchema } from '../../../../shared/model/money'
import { testHost } from '../../../fixtures/host'
import { perform, randomActs, type RandomAct } from '../../../fixtures/random-writes'
import { command, noteAcknowledged, picked, siteOf, tries } from './model'
import type { Site } from './site'
import { faults, type Faults } from './faults'

const contextOf = ({ db }: Site) => ({ context: { session: { db }, host: testHost().client } })

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

/** A member pays dues. */
const pay = (index: number, pick: number, amount: number) =>
  command(`pay ${index} ${pick} ${amount}`, async (_model, world) => {
    const site = siteOf(world, index)
    const members = site.db.sqlite.prepare<[], string>('SELECT id FROM member ORDER BY id').pluck().all()
    const id = picked(members, pick)
    if (id === undefined) return
    const { payments } = createRouterClient(dues, contextOf(site))
    const received = { method: 'cash', note: null, amount: fenSchema.parse(amount) } as const
    await tries(() =>
      site.here(() =>
        payments.record({ ...received, paidOn: dayOf(new Date()), memberIds: [memberIdSchema.parse(id)] }),
      ),
    )
  })

const undo = (index: number, pick: number) =>
  command(`undo ${index} ${pick}`, async (_model, world) => {
    const site = siteOf(world, index)
    const open = site.db.sqlite
      .prepare<[], BatchId>(
        `SELECT id FROM batch WHERE kind <> 'undo' AND id NOT IN (SELECT undoes_id FROM batch WHERE undoes_id IS NOT NULL)
        ORDER BY id`,
      )
      .pluck()
      .all()
    const id = picked(open, pick)
    if (id !== undefined) await tries(() => site.here(() => createRouterClient(batches, contextOf(site)).undo({ id })))
  })

const sync = (index: number, met: Faults) =>
  command(`sync ${index} ${JSON.stringify(met)}`, async (model, world) => {
    const site = siteOf(world, index)
    await site.sync(met)
    noteAcknowledged(model, site)
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

const answer = (index: number, figure: number) =>
  command(`answer ${index} ${figure}`, (_model, world) => {
    const site = siteOf(world, index)
    const open = directiveQueries(site.db).open.get()
    if (open === undefined) return
    site.here(() => answerDirective(site.db, open.id, { figure, text: null, by: null }, dayOf(new Date())))
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

const choice = fc.constantFrom<ConflictChoice[]>('mine', 'theirs', 'both')
/** Some minutes, some days, some years. */
const daysOff = fc.oneof(fc.integer({ min: -40, max: 40 }), fc.integer({ min: -4000, max: 4000 }))

/** What happens at a branch; members stay where they are with `calm` acts. */
export function branchCommands(site: fc.Arbitrary<number>, acts: fc.Arbitrary<RandomAct[]> = randomActs) {
  return [
    ...Array.from({ length: 2 }, () => fc.tuple(site, acts).map(([index, done]) => write(index, done))),
    ...Array.from({ length: 2 }, () => fc.tuple(site, faults).map(([index, met]) => sync(index, met))),
    fc.tuple(site, fc.nat(), fc.integer({ min: 1, max: 500_000 })).map(([index, pick, fen]) => pay(index, pick, fen)),
    fc.tuple(site, fc.nat()).map(([index, pick]) => undo(index, pick)),
    site.map(restart),
    fc.tuple(site, daysOff).map(([index, days]) => setClock(index, days)),
    fc.tuple(site, fc.array(choice, { minLength: 1, maxLength: 3 })).map(([index, choices]) => settle(index, choices)),
    fc.tuple(site, fc.nat(1_000_000)).map(([index, figure]) => answer(index, figure)),
  ]
}

/** Backups of branches put back: what they had not sent is lost. */
export function branchRestores(site: fc.Arbitrary<number>) {
  return [site.map(backUp), site.map(backUp), site.map(restore)]
}
