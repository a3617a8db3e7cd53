import fc from 'fast-check'
import { memberIdSchema, type TransferId } from '../../../../shared/model/id'
import { clientOf } from '../transfer-branches'
import { command, picked, siteOf, tries, type Command } from './model'
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

/** A branch asks another one for a member who came to it. */
const claim = (index: number, pick: number, from: number) =>
  command(`claim ${index} ${pick} ${from}`, async (_model, world) => {
    const site = siteOf(world, index)
    const { branchId, unionName, db } = siteOf(world, from)
    const members = db.sqlite
      .prepare<[], { name: string; phone: string }>(
        'SELECT name, phone FROM member WHERE phone IS NOT NULL ORDER BY id',
      )
      .all()
    const member = picked(members, pick)
    if (member === undefined || from === index) return
    await tries(() =>
      site.here(() =>
        clientOf(site.db).transfers.claim({
          ...member,
          idNumber: null,
          note: null,
          fromOrganisation: pick % 3 === 0 ? null : branchId,
          fromUnion: unionName,
        }),
      ),
    )
  })

const handOver = (index: number, pick: number) =>
  command(`handOver ${index} ${pick}`, async (_model, world) => {
    const site = siteOf(world, index)
    const { transfers } = clientOf(site.db)
    const { rows } = await transfers.claimed(page)
    const found = picked(
      rows.flatMap(({ id, member }) => (member === null ? [] : [{ id, memberId: member.memberId }])),
      pick,
    )
    if (found !== undefined) await tries(() => site.here(() => transfers.handOver({ ...found, duesUntil: null })))
  })

const takeBackClaim = (index: number, pick: number) =>
  command(`takeBackClaim ${index} ${pick}`, async (_model, world) => {
    const site = siteOf(world, index)
    const { transfers } = clientOf(site.db)
    const id = picked((await transfers.claims(page)).rows, pick)?.id
    if (id !== undefined) await tries(() => site.here(() => transfers.withdrawClaim({ id })))
  })

/** Everything that is asked is accepted. */
export async function acceptAll(site: Site): Promise<void> {
  const ids = await asked(site)
  if (ids.length > 0) await clientOf(site.db).transfers.accept({ ids, by: '' })
}

/** Members who go from one branch to another. */
export function transferCommands(site: fc.Arbitrary<number>) {
  const at = (act: (index: number, pick: number) => Command) =>
    fc.tuple(site, fc.nat()).map(([index, pick]) => act(index, pick))
  const between = (act: (index: number, pick: number, other: number) => Command) =>
    fc.tuple(site, fc.nat(), site).map(([index, pick, other]) => act(index, pick, other))
  return [
    ...[between(request), between(request), at(accept), at(accept), at(refuse), at(takeBackRequest)],
    ...[between(claim), at(handOver), at(handOver), at(takeBackClaim)],
  ]
}
