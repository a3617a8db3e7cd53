import { implement } from '@orpc/server'
import { and, eq } from 'drizzle-orm'
import { hubContract } from '../shared/contract/hub'
import { headSchema } from '../shared/sync/wire'
import { authenticate, isSignedBy, type SignedRequest } from './authenticate'
import { itemsSince, lastCursor, rememberTaken } from './downward'
import { enrolDevice, revoke } from './enrolment'
import { storedFigures } from './figures/read'
import type { Hub } from './hub'
import { ingest } from './ingest'
import { entriesBeyond } from './recall'
import { organisation, stream } from './schema'
import { findUnions } from './transfers/unions'
import { whenFree } from './when-free'

/** What every procedure of the hub is given; `request` is null when its headers do not name a sender. */
export interface HubContext {
  readonly hub: Hub
  readonly request: SignedRequest | null
}

const os = implement(hubContract).$context<HubContext>()

/** Procedures for enrolled devices start from here and find the sender as `context.sender`. */
const enrolled = os.use(async ({ context, next, errors }) => {
  if (context.request === null) throw errors.BAD_SIGNATURE()
  const refusal = await authenticate(context.hub, context.request)
  if (refusal?.code === 'REPLAYED') throw errors.REPLAYED({ data: { counter: refusal.counter } })
  if (refusal !== null) throw errors[refusal.code]()
  return next({ context: { sender: context.request.sender } })
})

async function headsOf({ orm }: Hub, organisationId: string, deviceId: string) {
  const ofDevice = and(eq(stream.organisation, organisationId), eq(stream.device, deviceId))
  const found = await orm
    .select({ stream: stream.stream, seq: stream.head, id: stream.headId })
    .from(stream)
    .where(ofDevice)
  return headSchema.array().parse(found)
}

/** The procedures of the hub; `federation/PROTOCOL.md` says what they mean. */
export const hubRouter = os.router({
  enrol: os.enrol.handler(async ({ context: { hub, request }, input, errors }) => {
    if (request === null || !isSignedBy(request, input.publicKey)) throw errors.BAD_SIGNATURE()
    const result = await enrolDevice(hub, request.sender, input)
    if (result !== 'enrolled') throw errors[result]()
    return { hub: hub.identity }
  }),

  state: enrolled.state.handler(async ({ context: { hub, sender }, input: { waiting, cursor } }) => {
    if (cursor !== undefined) await rememberTaken(hub, sender.organisation, cursor)
    await hub.orm.update(organisation).set({ waiting }).where(eq(organisation.organisation, sender.organisation))
    return {
      hub: hub.identity,
      heads: await headsOf(hub, sender.organisation, sender.device),
      cursor: await lastCursor(hub, sender.organisation),
      figures: await storedFigures(hub, sender.organisation),
    }
  }),

  push: enrolled.push.handler(async ({ context: { hub, sender }, input, errors }) => {
    const result = await whenFree(() => ingest(hub, sender, input))
    if (result.kind === 'gap') throw errors.GAP({ data: { head: result.head } })
    if (result.kind === 'diverged') throw errors.DIVERGED()
    return { hub: hub.identity, head: result.head, receipts: [...result.receipts] }
  }),

  pull: enrolled.pull.handler(async ({ context: { hub, sender }, input: { cursor } }) => {
    await rememberTaken(hub, sender.organisation, cursor)
    return { hub: hub.identity, ...(await itemsSince(hub, sender.organisation, cursor)) }
  }),

  recall: enrolled.recall.handler(async ({ context: { hub, sender }, input: { stream, after } }) => {
    const { entries, until, hasMore } = await entriesBeyond(hub, sender.organisation, stream, after)
    return { hub: hub.identity, entries: [...entries], until, hasMore }
  }),

  unions: enrolled.unions.handler(async ({ context: { hub, sender }, input: { words } }) => {
    const { unions, isExact } = await findUnions(hub.orm, sender.organisation, words)
    return { hub: hub.identity, unions: [...unions], isExact }
  }),

  leave: enrolled.leave.handler(async ({ context: { hub, sender } }) => {
    await revoke(hub, sender.organisation, sender.device)
    return { hub: hub.identity }
  }),
})
