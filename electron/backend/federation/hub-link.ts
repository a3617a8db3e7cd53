import { EventPublisher, ORPCError } from '@orpc/server'
import { perDatabase, type BranchDatabase } from '../../../db/branch-database'
import { conflictQueries } from '../../../db/queries/conflicts'
import { outgoingFileQueries } from '../../../db/queries/exchange'
import { federationQueries, type Enrolment } from '../../../db/queries/federation'
import { rollQueries } from '../../../db/queries/roll'
import { syncSetting } from '../../../db/queries/sync-setting'
import { failure } from '../../../shared/contract/errors'
import type { FederationState, HubProblem } from '../../../shared/contract/federation'
import type { StoredFigures } from '../../../shared/contract/hub'
import { branchInputSchema } from '../../../shared/model/branch'
import { now } from '../../../shared/model/date'
import { incarnationSchema, newId } from '../../../shared/model/id'
import { FIRST_CONTACT_WITHIN, idleContact, isExchangeDue, jittered } from '../../../shared/rules/federation/schedule'
import { backoff } from '../../../federation/client/backoff'
import { newDeviceKey, publicKeyOf, type DeviceKey } from '../../../federation/client/device-key'
import { connectHub, type HubCall, type HubClient } from '../../../federation/client/hub-client'
import { HubFailure, problemOf, waitAskedBy } from '../../../federation/client/hub-failure'
import { ensureStream } from './ensure-stream'
import { ownRecipient } from './exchange/own-recipient'
import { recordPass, recordSync } from './log/record'
import { pullAll } from './pull'
import { pushAll } from './push'
import { sendFiles } from './send-files'
import { hubAddress } from '../../../federation/client/transport'

/** How often the change log is looked at for something to send, milliseconds. */
const LOOK_EVERY = 1_000
/** How soon it asks again what the hub has, after something was sent. */
const ASK_AGAIN_AFTER = 20_000
/** How long leaving waits for the hub to hear of it. */
const LEAVING_PATIENCE = 5_000

interface Connection {
  readonly call: HubCall
  readonly abort: AbortController
}

/**
 * The link of one open branch to the hub of the union above. Once started it sends by itself whatever the change log
 * gains, until it is stopped or the database closed; without a hub in reach it waits and tries again.
 */
export class HubLink {
  readonly #db: BranchDatabase
  readonly #publisher = new EventPublisher<{ state: FederationState }>({ maxBufferedEvents: 1 })
  readonly #ended = new AbortController()
  #connection: Connection | null = null
  #timer: NodeJS.Timeout | null = null
  #pass: Promise<void> | null = null
  #problem: HubProblem | null = null
  #failures = 0
  /** Whether this run of the program has not tried to reach the hub yet. */
  #isFresh = true
  #bytes = 0
  #idleAfter = 0
  #figures: Extract<FederationState, { state: 'enrolled' }>['figures'] = null
  /** On the clock of this process, which no one sets back: when to try next, and when the last try began. */
  #notBefore = 0
  #lastTry = -Infinity
  /** Made at the first try to enrol and kept, because the hub may have taken it although its answer was lost. */
  #offered: { readonly address: string; readonly key: DeviceKey } | null = null
  #waiting = 0
  #published = ''

  constructor(db: BranchDatabase) {
    this.#db = db
  }

  /** Begins to watch the change log; does nothing when it does already. */
  start(): void {
    if (this.#timer !== null) return
    if (this.#isFresh) this.#notBefore = performance.now() + FIRST_CONTACT_WITHIN * Math.random()
    this.#look()
  }

  state(): FederationState {
    const queries = federationQueries(this.#db)
    const enrolment = queries.enrolment.get()
    if (enrolment === undefined) return { state: 'notEnrolled' }
    // What a long batch is still writing may be taken back.
    if (!this.#db.sqlite.inTransaction) {
      this.#waiting = Math.max(0, (queries.lastPosition.get() ?? 0) - enrolment.acknowledgedPosition)
    }
    const { hubName, address, lastContact } = enrolment
    const link =
      this.#problem !== null ? 'offline' : this.#waiting === 0 ? 'synced' : this.#pass !== null ? 'sending' : 'waiting'
    return {
      state: 'enrolled',
      hubName,
      address,
      waiting: this.#waiting,
      attention: (queries.attentionCount.get() ?? 0) + (conflictQueries(this.#db).openCount.get() ?? 0),
      link,
      problem: this.#problem,
      lastContact,
      figures: this.#figures,
    }
  }

  /** Ends whatever is under way or watched, for good; the database can be closed afterwards. */
  stop(): void {
    if (this.#timer !== null) clearTimeout(this.#timer)
    this.#disconnect()
    this.#ended.abort()
  }

  /** The state now and whenever it changes, until the link is stopped. */
  async *watch(signal?: AbortSignal): AsyncGenerator<FederationState, void> {
    const { signal: ended } = this.#ended
    const changes = this.#publisher.subscribe('state', {
      signal: signal === undefined ? ended : AbortSignal.any([signal, ended]),
    })
    this.start()
    yield this.state()
    try {
      yield* changes
    } catch (error) {
      if (!ended.aborted) throw error
    }
  }

  /**
   * Enrols with the hub at an address by a one-time code. Throws ALREADY_ENROLLED, ENROLMENT_CODE_WRONG,
   * ENROLMENT_CODE_FOR_OTHER, BUSY and the problems of a hub.
   */
  async enrol(addressText: string, code: string): Promise<FederationState> {
    const queries = federationQueries(this.#db)
    if (queries.enrolment.get() !== undefined) throw failure('ALREADY_ENROLLED')
    if (this.#db.sqlite.inTransaction) throw failure('BUSY')
    const address = hubAddress(addressText)
    if (this.#offered?.address !== address) this.#offered = { address, key: newDeviceKey() }
    const { privateKey, publicKey } = this.#offered.key
    const connection = this.#connect(address, privateKey)
    const branch = branchInputSchema.parse(queries.branch.get())
    try {
      const { generateX25519Identity, identityToRecipient } = await import('age-encryption')
      const fileIdentity = await generateX25519Identity()
      const recipient = await identityToRecipient(fileIdentity)
      const { hub, keys } = await connection.call((client) => client.enrol({ code, branch, publicKey, recipient }))
      if (!this.#db.sqlite.open) throw failure('BRANCH_LOCKED')
      ensureStream(this.#db, 0)
      queries.insertEnrolment.run({
        hubId: hub.id,
        hubIncarnation: hub.incarnation,
        hubName: hub.name,
        address,
        privateKey,
        enrolledAt: now(),
        // The first request after this one tells how much of it the hub has.
        acknowledgedPosition: 0,
        lastContact: now(),
        hubRecipient: keys?.recipient ?? null,
        hubKey: keys?.key ?? null,
        fileIdentity,
        fileCode: null,
      })
      recordSync(this.#db, 'enrol', { hub: hub.name, address })
    } catch (error) {
      this.#disconnect()
      throw asFailure(error)
    }
    this.#offered = null
    this.#figures = null
    this.#tryAtOnce()
    this.start()
    return this.state()
  }

  /** Tries now and answers how it went. Throws NOT_ENROLLED. */
  async syncNow(): Promise<FederationState> {
    this.#requireEnrolment()
    await this.#pass
    this.#tryAtOnce()
    await this.#run()
    return this.state()
  }

  /** Asks the hub something and answers it. Throws NOT_ENROLLED and the problems of a hub. */
  async ask<Result>(act: (client: HubClient) => Promise<Result>): Promise<Result> {
    const { address, privateKey } = this.#requireEnrolment()
    const { call } = this.#connection ?? this.#connect(address, privateKey)
    try {
      return await call(act)
    } catch (error) {
      throw failure(problemOf(error))
    }
  }

  /**
   * Brings everything to the hub and then asks it something in several requests, while nothing is sent beside them.
   * Throws NOT_ENROLLED and the problems of a hub.
   */
  async *askMany<Step>(act: (call: HubCall) => AsyncGenerator<Step, void, void>): AsyncGenerator<Step, void, void> {
    await this.syncNow()
    if (this.#problem !== null) throw failure(this.#problem)
    await this.#pass
    const { address, privateKey } = this.#requireEnrolment()
    const { call } = this.#connection ?? this.#connect(address, privateKey)
    let end = () => {}
    this.#pass = new Promise<void>((resolve) => {
      end = resolve
    })
    this.#publish()
    try {
      yield* act(call)
    } catch (error) {
      if (error instanceof HubFailure || error instanceof ORPCError) throw failure(problemOf(error))
      throw error
    } finally {
      this.#pass = null
      end()
      this.#publish()
    }
  }

  /** Gives the enrolment up; the hub hears of it if it can be reached. Throws NOT_ENROLLED. */
  async leave(): Promise<FederationState> {
    const { address, privateKey } = this.#requireEnrolment()
    this.#disconnect()
    await this.#pass
    if (address !== '') await this.#sayGoodbye(address, privateKey)
    if (!this.#db.sqlite.open) throw failure('BRANCH_LOCKED')
    if (this.#db.sqlite.inTransaction) throw failure('BUSY')
    const queries = federationQueries(this.#db)
    this.#db.sqlite.transaction(() => {
      // What is open comes again with the receipts and corrections of whoever the branch enrols with next.
      conflictQueries(this.#db).removeOpen.run()
      conflictQueries(this.#db).removeWaiting.run()
      queries.deleteReceipts.run()
      queries.deleteEnrolment.run()
      outgoingFileQueries(this.#db).forgetSent.run()
      recordSync(this.#db, 'leave', { address })
    })()
    this.#tryAtOnce()
    this.#publish()
    return this.state()
  }

  /**
   * Goes on line with the hub of an enrolment by file. Throws NOT_ENROLLED, ENROLMENT_CODE_WRONG, ENROLMENT_CODE_FOR_OTHER,
   * HUB_NOT_A_HUB for another hub, and the problems of a hub.
   */
  async goOnLine(addressText: string): Promise<FederationState> {
    const { hubId, privateKey, fileCode } = this.#requireEnrolment()
    const address = hubAddress(addressText)
    this.#disconnect()
    await this.#pass
    const { call } = this.#connect(address, privateKey)
    try {
      const { hub } =
        fileCode === null
          ? await call((client) => client.state({ waiting: this.#waiting }))
          : await this.#enrolAt(call, fileCode, publicKeyOf(privateKey))
      if (hub.id !== hubId) throw new HubFailure('HUB_NOT_A_HUB')
    } catch (error) {
      this.#disconnect()
      throw asFailure(error)
    }
    if (!this.#db.sqlite.open) throw failure('BRANCH_LOCKED')
    if (this.#db.sqlite.inTransaction) throw failure('BUSY')
    federationQueries(this.#db).setAddress.run(address)
    this.start()
    return this.syncNow()
  }

  /** Lets this copy of the record go on as the one that sends. Throws NOT_ENROLLED, BUSY. */
  async takeOver(): Promise<FederationState> {
    this.#requireEnrolment()
    this.#disconnect()
    await this.#pass
    const { acknowledgedPosition } = this.#requireEnrolment()
    if (this.#db.sqlite.inTransaction) throw failure('BUSY')
    this.#db.sqlite.transaction(() => {
      federationQueries(this.#db).setIncarnation.run(newId(incarnationSchema))
      ensureStream(this.#db, acknowledgedPosition)
      recordSync(this.#db, 'takeOver', { head: acknowledgedPosition })
    })()
    return this.syncNow()
  }

  #requireEnrolment() {
    const enrolment = federationQueries(this.#db).enrolment.get()
    if (enrolment === undefined) throw failure('NOT_ENROLLED')
    return enrolment
  }

  #connect(address: string, privateKey: string): Connection {
    const queries = federationQueries(this.#db)
    const device = queries.device.get()
    const branch = queries.branch.get()
    if (device === undefined || branch === undefined) throw failure('DATABASE_DAMAGED')
    const abort = new AbortController()
    const identity = { organisation: branch.id, device: device.id, incarnation: device.incarnation }
    this.#connection = {
      call: connectHub({
        address,
        identity,
        privateKey,
        signal: abort.signal,
        onSent: (bytes) => (this.#bytes += bytes),
      }),
      abort,
    }
    return this.#connection
  }

  async #enrolAt(call: HubCall, code: string, publicKey: string) {
    const branch = branchInputSchema.parse(federationQueries(this.#db).branch.get())
    const recipient = await ownRecipient(this.#db)
    return call((client) => client.enrol({ code, branch, publicKey, ...(recipient === null ? {} : { recipient }) }))
  }

  /** The branch leaves whether the hub hears of it or not; its console shows a device that fell silent. */
  async #sayGoodbye(address: string, privateKey: string): Promise<void> {
    const { call, abort } = this.#connect(address, privateKey)
    const patience = setTimeout(() => abort.abort(), LEAVING_PATIENCE)
    await call((hub) => hub.leave({})).catch(() => null)
    clearTimeout(patience)
    this.#disconnect()
  }

  #disconnect(): void {
    this.#connection?.abort.abort()
    this.#connection = null
  }

  #tryAtOnce(): void {
    this.#isFresh = false
    this.#failures = 0
    this.#notBefore = 0
    this.#lastTry = -Infinity
    this.#problem = null
  }

  /** Looks whether there is something to do, and sees to it that it is called again while the database is open. */
  #look(): void {
    if (!this.#db.sqlite.open) {
      this.stop()
      return
    }
    this.#publish()
    const state = this.state()
    const time = performance.now()
    const isDue =
      state.state === 'enrolled' &&
      state.address !== '' &&
      isExchangeDue(syncSetting(this.#db), {
        hourOfDay: new Date().getHours(),
        sinceLast: time - this.#lastTry,
        isWaiting: state.waiting > 0,
        idleAfter: this.#idleAfter,
      })
    const isFree = this.#pass === null && time >= this.#notBefore && !this.#db.sqlite.inTransaction
    if (isDue && isFree) void this.#run()
    this.#timer = setTimeout(() => this.#look(), LOOK_EVERY)
    this.#timer.unref()
  }

  /** Sends what there is and takes over what came down; joins a pass that is under way. Never throws: what went wrong is the state's `problem`. */
  #run(): Promise<void> {
    this.#pass ??= this.#sendAll().finally(() => {
      this.#pass = null
      this.#publish()
    })
    return this.#pass
  }

  async #sendAll(): Promise<void> {
    const begun = performance.now()
    this.#lastTry = begun
    this.#isFresh = false
    this.#idleAfter = jittered(idleContact(syncSetting(this.#db)), Math.random())
    this.#bytes = 0
    const enrolment = this.#requireEnrolment()
    ensureStream(this.#db, enrolment.acknowledgedPosition)
    // All goes by file.
    if (enrolment.address === '') return
    const connection = this.#connection ?? this.#connect(enrolment.address, enrolment.privateKey)
    const mayGoOn = () => this.#db.sqlite.open && !connection.abort.signal.aborted
    try {
      const push = () =>
        pushAll(this.#db, connection.call, mayGoOn, () => {
          this.#problem = null
          this.#publish()
        })
      const sent = await push()
      const before = federationQueries(this.#db).lastPosition.get()
      if (sent !== null) await pullAll(this.#db, connection.call, sent.cursor, mayGoOn)
      // What was taken over is said to the hub at once: it waits to hear what became of its corrections.
      if (sent !== null && mayGoOn()) {
        const hasTaken = federationQueries(this.#db).lastPosition.get() !== before
        if (hasTaken) await push()
        if (!syncSetting(this.#db).isSlow) await sendFiles(this.#db, connection.call, mayGoOn)
        this.#keepFigures(hasTaken ? null : sent.figures)
      }
      this.#failures = 0
      if (mayGoOn()) this.#recordPass(enrolment, begun)
    } catch (error) {
      if (!mayGoOn()) return
      this.#problem = problemOf(error)
      this.#failures += 1
      this.#notBefore = performance.now() + Math.max(waitAskedBy(error), backoff(this.#failures, Math.random()))
      this.#recordPass(enrolment, begun)
    }
  }

  /** Writes down how a pass went. Idle ones in a row are one line, and so are tries that failed alike. */
  #recordPass({ acknowledgedPosition }: Enrolment, begun: number): void {
    if (this.#db.sqlite.inTransaction) return
    const { enrolment, lastPosition } = federationQueries(this.#db)
    const present = enrolment.get()
    if (present === undefined) return
    recordPass(this.#db, {
      entries: Math.max(0, present.acknowledgedPosition - acknowledgedPosition),
      waiting: Math.max(0, (lastPosition.get() ?? 0) - present.acknowledgedPosition),
      bytes: this.#bytes,
      ms: Math.round(performance.now() - begun),
      problem: this.#problem,
      hub: present.hubName,
      cursor: present.cursor?.split(' ').at(-1) ?? null,
      head: present.acknowledgedPosition,
    })
  }

  /** Puts what the hub has of this branch beside what is here; after something was sent it is asked again soon. */
  #keepFigures(there: StoredFigures | null): void {
    if (!this.#db.sqlite.open || this.#db.sqlite.inTransaction) return
    const here = rollQueries(this.#db).figures.get()
    if (there === null || here === undefined) {
      this.#lastTry = performance.now() - this.#idleAfter + ASK_AGAIN_AFTER
    } else {
      this.#figures = { here, there: { members: there.members, duesReceived: there.duesReceived } }
    }
  }

  /** Tells whoever watches, unless nothing changed since they were told last. */
  #publish(): void {
    if (!this.#db.sqlite.open) return
    const state = this.state()
    const text = JSON.stringify(state)
    if (text === this.#published) return
    this.#published = text
    this.#publisher.publish('state', state)
  }
}

/** What a try to enrol that failed means to the person. */
function asFailure(error: unknown) {
  if (!(error instanceof ORPCError)) return failure(problemOf(error))
  if (error.code === 'CODE_WRONG') return failure('ENROLMENT_CODE_WRONG')
  if (error.code === 'CODE_FOR_OTHER') return failure('ENROLMENT_CODE_FOR_OTHER')
  return error.code === 'BRANCH_LOCKED' ? error : failure(problemOf(error))
}

/** The link of an open branch database; one for each. */
export const hubLinkOf = perDatabase((db) => new HubLink(db))
