import fc from 'fast-check'
import type { TransferId } from '../../../../shared/model/id'
import { memberIdSchema } from '../../../../shared/model/id'
import { clientOf } from '../transfer-branches'
import { command, picked, siteOf, tries } from './model'
import type { Site } from './site'

const page = { offset: 0, limit: 50 }

const request = (index: number, pick: number, to: number) =>
  command(`request ${index} ${pick} ${to}`, async (_model, world) => {
    const site = siteOf(world, index)
    const members = site.db.sqlite
      .prepare<[], string>("SELECT member_id FROM member_standing WHERE status IN ('active', 'kept') ORDER BY 1")
      .pluck()
      .all()
    const memberId = picked(members, pick)
    const { branchId, unionName } = siteOf(world, to)
    if (memberId === undefined || to === index) return
    await tries(() =>
      site.here(() =>
        clientOf(site.db).transfers.request({
          memberIds: [memberIdSchema.parse(memberId)],
          toOrganisation: pick % 3 === 0 ? null : branchId,
          toUnion: unionName,
          reason: null,
          note: null,
          duesUntil: null,
        }),
      ),
    )
  })

async function asked(site: Site): Promise<TransferId[]> {
  const { rows } = await clientOf(site.db).transfers.incoming(page)
  return rows.filter(({ state }) => state === 'asked').map(({ id }) => id)
}

const accept = (index: number, pick: number) =>
  command(`accept ${index} ${pick}`, async (_model, world) => {
    const site = siteOf(world, index)
    const id = picked(await asked(site), pick)
    if (id !== undefined) await tries(() => site.here(() => clientOf(site.db).transfers.accept({ ids: [id], by: '' })))
  })

const refuse = (index: number, pick: number) =>
  command(`refuse ${index} ${pick}`, async (_model, world) => {
    const site = siteOf(world, index)
    const id = picked(await asked(site), pick)
    if (id === undefined) return
    await tries(() => site.here(() => clientOf(site.db).transfers.refuse({ ids: [id], reason: '不在我单位', by: '' })))
  })

const takeBackRequest = (index: number, pick: number) =>
  command(`takeBackRequest ${index} ${pick}`, async (_model, world) => {
    const site = siteOf(world, index)
    const { transfers } = clientOf(site.db)
    const id = picked((await transfers.outgoing(page)).rows, pick)?.id
    if (id !== undefined) await tries(() => site.here(() => transfers.withdraw({ id })))
  })

/** Everything that is asked is accepted. */
export async function acceptAll(site: Site): Promise<void> {
  const ids = await asked(site)
  if (ids.length > 0) await clientOf(site.db).transfers.accept({ ids, by: '' })
}

/** Members who go from one branch to another. */
export function transferCommands(site: fc.Arbitrary<number>) {
  const at = (act: (index: number, pick: number) => ReturnType<typeof command>) =>
    fc.tuple(site, fc.nat()).map(([index, pick]) => act(index, pick))
  return [
    ...Array.from({ length: 3 }, () =>
      fc.tuple(site, fc.nat(), site).map(([index, pick, to]) => request(index, pick, to)),
    ),
    ...Array.from({ length: 3 }, () => at(accept)),
    at(refuse),
    at(takeBackRequest),
  ]
}
