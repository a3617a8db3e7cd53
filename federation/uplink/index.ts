import { ORPCError } from '@orpc/client'
import { and, eq, isNull, or, sql } from 'drizzle-orm'
import { v7 } from 'uuid'
import type { HubProblem } from '../../shared/contract/federation'
import { branchIdSchema, deviceIdSchema, incarnationSchema, newId } from '../../shared/model/id'
import { backoff } from '../client/backoff'
import { connectHub, type HubCall } from '../client/hub-client'
import { newDeviceKey } from '../client/device-key'
import { HubFailure, problemOf } from '../client/hub-failure'
import { hubAddress } from '../client/transport'
import type { HubIdentity } from '../../shared/contract/hub'
import type { Hub } from '../hub'
import { whenFree } from '../when-free'
import { acrossMessage, change, organisation, relay, relayAgain, upperReceipt, uplink } from '../schema'
import { giveLeaseBack, takeLease } from './lease'
import type { Line } from './line'
import { policies, presentPolicy } from './policy'
import { relayAcross, sayAgain } from './relay-across'
import { relayEntries } from './relay-entries'
import { relayFigures } from './relay-figures'
import { relayTree } from './relay-tree'
import { takeOver } from './take-over'

type Enrolment = typeof uplink.$inferSelect

/** How often it is looked whether there is something to pass on, and how often the hub above hears of an idle one. */
const LOOK_EVERY = 5_000
const SHOW_EVERY = 60_000
/** How long leaving waits for the hub above to hear of it. */
const LEAVING_PATIENCE = 5_000

async function enrolmentOf({ orm, identity }: Hub): Promise<Enrolment | undefined> {
  const [found] = await orm.select().from(uplink).where(eq(uplink.organisation, identity.id))
  return found
}

function connect({ identity }: Hub, { address, device, privateKey }: Enrolment, signal: AbortSignal): HubCall {
  return connectHub({
    address,
    privateKey,
    signal,
    identity: {
      organisation: branchIdSchema.parse(identity.id),
      device: deviceIdSchema.parse(device),
      incarnation: incarnationSchema.parse(identity.incarnation),
    },
  })
}

/** Whether branches of this hub said something to those of others that the hub above has not yet. */
async function hasUnsent(hub: Hub): Promise<boolean> {
  const { orm, identity } = hub
  const [found] = await orm
    .select({ key: acrossMessage.key })
    .from(acrossMessage)
    .where(and(eq(acrossMessage.organisation, identity.id), eq(acrossMessage.isSent, false)))
    .limit(1)
  return found !== undefined && (await presentPolicy(orm, hub)).choices.transfers !== 'nothing'
}

/** Entries not stored at the hub above yet, of all organisations. */
export async function waitingAbove({ orm }: Hub): Promise<number> {
  const [found] = await orm
    .select({ entries: sql<number>`count(*)::integer` })
    .from(change)
    .leftJoin(relay, eq(relay.organisation, change.organisation))
    .leftJoin(uplink, eq(uplink.stream, relay.stream))
    .where(sql`${change.position} > CASE WHEN ${uplink.stream} IS NULL THEN 0 ELSE ${relay.position} END`)
  return found?.entries ?? 0
}

/** Whether there is something to pass on, of organisations that the hub above knows or not yet. */
async function hasNews({ orm }: Hub): Promise<boolean> {
  const [found] = await orm
    .select({ id: organisation.organisation })
    .from(organisation)
    .leftJoin(relay, eq(relay.organisation, organisation.organisation))
    .where(
      or(
        isNull(relay.organisation),
        and(
          sql`${relay.node} IS NOT NULL AND ${relay.problem} IS NULL`,
          sql`(${relay.figuresDue} AND ${organisation.kind} = 'branch'
            OR EXISTS (SELECT FROM ${change} WHERE ${change.organisation} = ${relay.organisation}
              AND ${change.position} > ${relay.position})
            OR EXISTS (SELECT FROM ${relayAgain} WHERE ${relayAgain.organisation} = ${relay.organisation}))`,
        ),
      ),
    )
    .limit(1)
  return found !== undefined
}

/**
 * Enrols this hub with the one above by a one-time code made for hubs. Throws what the address lacks, `CODE_WRONG` and
 * `CODE_FOR_OTHER` as the hub above says them, and the problems of a hub.
 */
export async function enrolAbove(hub: Hub, addressText: string, code: string): Promise<void> {
  const { orm, identity } = hub
  const address = hubAddress(addressText)
  const before = await enrolmentOf(hub)
  if (before !== undefined && before.enrolledAt !== null) return
  if (before?.address !== address) {
    const fresh = { address, device: newId(deviceIdSchema), ...newDeviceKey() }
    await orm
      .insert(uplink)
      .values({ organisation: identity.id, ...fresh })
      .onConflictDoUpdate({ target: uplink.organisation, set: fresh })
  }
  const offered = await enrolmentOf(hub)
  if (offered === undefined) throw new Error('An offered key is kept')
  const call = connect(hub, offered, new AbortController().signal)
  const branch = { unionName: identity.name, creditCode: null, parentUnion: null }
  const answer = await call((parent) => parent.enrol({ code, kind: 'hub', branch, publicKey: offered.publicKey }))
  await orm
    .update(uplink)
    .set({
      ...{ hubId: answer.hub.id, hubIncarnation: answer.hub.incarnation, hubName: answer.hub.name },
      ...{ enrolledAt: sql`now()`, lastContact: sql`now()`, problem: null },
    })
    .where(eq(uplink.organisation, identity.id))
}

/** Gives the enrolment with the hub above up; that one hears of it if it can be reached. */
export async function leaveAbove(hub: Hub): Promise<void> {
  const enrolment = await enrolmentOf(hub)
  if (enrolment === undefined) return
  const call = connect(hub, enrolment, AbortSignal.timeout(LEAVING_PATIENCE))
  await call((parent) => parent.leave({})).catch(() => null)
  await hub.orm.transaction(async (tx) => {
    for (const table of [relayAgain, upperReceipt, relay, uplink]) await tx.delete(table)
  })
}

/** Begins the stream anew where what was passed on may have to be completed, see `federation/PROTOCOL.md` under Levels. */
async function streamFor(hub: Hub, enrolment: Enrolment, parent: HubIdentity, widened: number) {
  const mark = [hub.identity.incarnation, parent.incarnation, widened].join(' ')
  if (enrolment.stream !== null && enrolment.streamMark === mark) return enrolment.stream
  const stream = newId(incarnationSchema)
  await hub.orm.transaction(async (tx) => {
    await tx.update(uplink).set({ stream, streamMark: mark }).where(eq(uplink.organisation, hub.identity.id))
    await tx.update(relay).set({ node: null, problem: null, figuresDue: true })
    await tx.delete(relayAgain)
    await sayAgain(tx, hub)
  })
  return stream
}

/** Takes over what came down since the last time, page by page, each in one transaction with the cursor after it. */
async function pullAll(hub: Hub, call: HubCall, before: string | null, newest: string): Promise<void> {
  let cursor = before
  while (cursor !== newest) {
    const answer = await call((parent) => parent.pull({ cursor }))
    await whenFree(() =>
      hub.orm.transaction(async (tx) => {
        for (const item of answer.items) await takeOver(tx, hub.identity, item)
        await tx.update(uplink).set({ cursor: answer.cursor }).where(eq(uplink.organisation, hub.identity.id))
      }),
    )
    cursor = answer.cursor
    if (!answer.hasMore) return
  }
}

async function pass(hub: Hub, enrolment: Enrolment, processId: string, signal: AbortSignal): Promise<void> {
  const call = connect(hub, enrolment, signal)
  const standing = await call(async (parent) => parent.state({ waiting: await waitingAbove(hub) }))
  const { choices, version, widened } = await presentPolicy(hub.orm, hub)
  const stream = await streamFor(hub, enrolment, standing.hub, widened)
  await hub.orm
    .update(uplink)
    .set({ hubIncarnation: standing.hub.incarnation, hubName: standing.hub.name, lastContact: sql`now()` })
    .where(eq(uplink.organisation, hub.identity.id))
  await pullAll(hub, call, enrolment.cursor, standing.cursor)
  const line: Line = {
    ...{ hub, call, choices, stream },
    mayGoOn: async () =>
      !signal.aborted &&
      (await takeLease(hub, processId)) &&
      (await policies(hub.orm, hub)).at(-1)?.version === version,
  }
  await relayTree(line)
  await relayAcross(line)
  await relayEntries(line)
  await relayFigures(line)
}

/** The way of a hub to the one above it; passes on by itself once started, until it is stopped. */
export class Uplink {
  readonly #hub: Hub
  readonly #processId = v7()
  readonly #ended = new AbortController()
  #timer: NodeJS.Timeout | null = null
  #running: Promise<HubProblem | null> | null = null
  #failures = 0
  #notBefore = 0
  #lastTry = -Infinity

  readonly #report: (error: unknown) => void

  /** @param report says what went wrong inside this hub */
  constructor(hub: Hub, report: (error: unknown) => void) {
    this.#hub = hub
    this.#report = report
  }

  start(): void {
    if (this.#ended.signal.aborted) return
    this.#timer = setTimeout(() => {
      void this.#look()
        .catch(this.#report)
        .finally(() => this.start())
    }, LOOK_EVERY)
    this.#timer.unref()
  }

  async stop(): Promise<void> {
    if (this.#timer !== null) clearTimeout(this.#timer)
    this.#ended.abort()
    await this.#running
  }

  /** Passes on what there is and takes over what came down, unless another process does; answers what went wrong. */
  run(): Promise<HubProblem | null> {
    this.#running ??= this.#pass().finally(() => {
      this.#running = null
    })
    return this.#running
  }

  async #pass(): Promise<HubProblem | null> {
    const enrolment = await enrolmentOf(this.#hub)
    if (enrolment === undefined || enrolment.enrolledAt === null) return null
    if (!(await takeLease(this.#hub, this.#processId))) return null
    this.#lastTry = performance.now()
    let problem: HubProblem | null = null
    try {
      await pass(this.#hub, enrolment, this.#processId, this.#ended.signal)
      this.#failures = 0
    } catch (error) {
      if (!(error instanceof ORPCError) && !(error instanceof HubFailure)) this.#report(error)
      problem = problemOf(error)
      this.#failures += 1
      this.#notBefore = performance.now() + backoff(this.#failures, Math.random())
    }
    await this.#hub.orm.update(uplink).set({ problem }).where(eq(uplink.organisation, this.#hub.identity.id))
    await giveLeaseBack(this.#hub, this.#processId)
    return problem
  }

  async #look(): Promise<void> {
    const time = performance.now()
    const enrolment = await enrolmentOf(this.#hub)
    if (enrolment === undefined || enrolment.enrolledAt === null || time < this.#notBefore) return
    if (time - this.#lastTry > SHOW_EVERY || (await hasNews(this.#hub)) || (await hasUnsent(this.#hub)))
      await this.run()
  }
}
