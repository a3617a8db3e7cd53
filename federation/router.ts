import { implement } from '@orpc/server'
import { and, eq, ne } from 'drizzle-orm'
import { hubContract } from '../shared/contract/hub'
import { authenticate, isSignedBy, type SignedRequest } from './authenticate'
import { itemsSince, lastCursor, rememberTaken } from './downward'
import { enrolDevice, keepRecipient, revoke } from './enrolment'
import { storedFigures } from './figures/read'
import { storePiece } from './files'
import { headsOf } from './heads'
import type { Hub } from './hub'
import { ingest } from './ingest'
import { entriesBeyond } from './recall'
import { rollPage, rollRecords } from './roll'
import { organisation } from './schema'
import { findUnions } from './transfers/unions'
import { whenFree } from './when-free'
import { ingestRelayed, isHubBelow, keepRelayedFigures, placeNodes, relayedHeads, takeRelayed } from './tree/relay'

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

/** Procedures for hubs below start from here. */
const hubBelow = enrolled.use(async ({ context, next, errors }) => {
  if (!(await isHubBelow(context.hub, context.sender))) throw errors.NOT_ENROLLED()
  return next()
})

/** The procedures of the hub; `federation/PROTOCOL.md` says what they mean. */
export const hubRouter = os.router({
  enrol: os.enrol.handler(async ({ context: { hub, request }, input, errors }) => {
    if (request === null || !isSignedBy(request, input.publicKey)) throw errors.BAD_SIGNATURE()
    const result = await enrolDevice(hub, request.sender, input)
    if (result !== 'enrolled') throw errors[result]()
    return { hub: hub.identity, keys: hub.keys.open }
  }),

  state: enrolled.state.handler(async ({ context: { hub, sender }, input: { waiting, cursor, recipient } }) => {
    if (cursor !== undefined) await rememberTaken(hub, sender.organisation, cursor)
    // Of an idle branch nothing is written again, so that it costs no commit.
    await hub.orm
      .update(organisation)
      .set({ waiting })
      .where(and(eq(organisation.organisation, sender.organisation), ne(organisation.waiting, waiting)))
    if (recipient !== undefined) await keepRecipient(hub, sender, recipient)
    return {
      hub: hub.identity,
      heads: await headsOf(hub, sender.organisation, sender.device),
      cursor: await lastCursor(hub, sender.organisation),
      figures: await storedFigures(hub, sender.organisation),
      keys: hub.keys.open,
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
  roll: enrolled.roll.handler(async ({ context: { hub, sender }, input: { after } }) => ({
    hub: hub.identity,
    ...(await rollPage(hub, sender.organisation, after)),
  })),
  rollRecords: enrolled.rollRecords.handler(async ({ context: { hub, sender }, input: { members } }) => ({
    hub: hub.identity,
    rows: await rollRecords(hub, sender.organisation, members),
  })),

  file: enrolled.file.handler(async ({ context: { hub, sender }, input, errors }) => {
    const result = await storePiece(hub, sender.organisation, input)
    if ('refused' in result) throw errors.FILE_REFUSED({ data: { reason: result.refused } })
    return { hub: hub.identity, has: result.has }
  }),

  relayTree: hubBelow.relayTree.handler(async ({ context: { hub, sender }, input: { nodes } }) => ({
    hub: hub.identity,
    refused: await placeNodes(hub, sender, nodes),
  })),

  relayState: hubBelow.relayState.handler(async ({ context: { hub, sender }, input: { organisations } }) => ({
    hub: hub.identity,
    heads: await relayedHeads(hub, sender, organisations),
  })),

  relay: hubBelow.relay.handler(
    async ({ context: { hub, sender }, input: { organisation: id, lastContact, ...push } }) => ({
      hub: hub.identity,
      relayed: await ingestRelayed(hub, sender, id, { ...push, lastContact: new Date(lastContact) }),
    }),
  ),

  relayFigures: hubBelow.relayFigures.handler(async ({ context: { hub, sender }, input: { organisations } }) => {
    await keepRelayedFigures(hub, sender, organisations)
    return { hub: hub.identity }
  }),

  relayAcross: hubBelow.relayAcross.handler(async ({ context: { hub, sender }, input: { messages } }) => {
    await takeRelayed(hub, sender, messages)
    return { hub: hub.identity }
  }),

  leave: enrolled.leave.handler(async ({ context: { hub, sender } }) => {
    await revoke(hub, sender.organisation, sender.device)
    return { hub: hub.identity }
  }),
})
