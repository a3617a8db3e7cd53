import { EventPublisher, ORPCError } from '@orpc/server'
import { perDatabase, type BranchDatabase } from '../../../db/branch-database'
import { conflictQueries } from '../../../db/queries/conflicts'
import { federationQueries, type Enrolment } from '../../../db/queries/federation'
import { rollQueries } from '../../../db/queries/roll'
import { syncSetting } from '../../../db/queries/sync-setting'
import { failure } from '../../../shared/contract/errors'
import type { FederationState, HubProblem } from '../../../shared/contract/federation'
import type { StoredFigures } from '../../../shared/contract/hub'
import { incarnationSchema, newId } from '../../../shared/model/id'
import { FIRST_CONTACT_WITHIN, idleContact, isExchangeDue, jittered } from '../../../shared/rules/federation/schedule'
import { backoffAsked } from '../../../federation/client/backoff'
import { newDeviceKey, type DeviceKey } from '../../../federation/client/device-key'
import type { HubCall, HubClient } from '../../../federation/client/hub-client'
import { HubFailure, problemOf, waitAskedBy } from '../../../federation/client/hub-failure'
import { hubAddress } from '../../../federation/client/transport'
import { ensureStream } from './ensure-stream'
import { asFailure, forgetHub, hubBehind, joinHub, requireEnrolment, requireWritable } from './link/enrolment'
import { HubLine } from './link/hub-line'
import { exchangeOnce, logPass } from './link/pass'
import { SendProgressMeter, type Reach } from './link/send-progress'
import { recordSync } from './log/record'

/** How often the change log is looked at for something to send, milliseconds. */
const LOOK_EVERY = 1_000
/** A clock that jumped by so much between two looks is that of a PC that woke up, as others did at the same time. */
const WOKEN_AFTER = 60_000
/** How soon it asks again what the hub has, after something was sent. */
const ASK_AGAIN_AFTER = 20_000
/** How long leaving waits for the hub to hear of it. */
const LEAVING_PATIENCE = 5_000

/**
 * The link of one open branch to the hub of the union above. Once started it sends by itself whatever the change log
 * gains, until it is stopped or the database closed; without a hub in reach it waits and tries again.
 */
export class HubLink {
  readonly #db: BranchDatabase
  readonly #line: HubLine
  readonly #publisher = new EventPublisher<{ state: FederationState }>({ maxBufferedEvents: 1 })
  readonly #ended = new AbortController()
  readonly #meter = new SendProgressMeter()
  /** This branch's place among all that come to the hub, see the schedule. */
  readonly #place = Math.random()
  #timer: NodeJS.Timeout | null = null
  #pass: Promise<void> | null = null
  #problem: HubProblem | null = null
  #failures = 0
  /** Stopped by hand. */
  #isPaused = false
  /** Whether this run of the program has not tried to reach the hub yet. */
  #isFresh = true
  /** Whether the next pass sends files on a line that is to be spared, too: somebody asked for it. */
  #isByHand = false
  #figures: Extract<FederationState, { state: 'enrolled' }>['figures'] = null
  /** On the clock of this process, which no one sets back: when to try next, and when the last try began. */
  #notBefore = 0
  #lastTry = -Infinity
  #lastLook = Date.now()
  /** Made at the first try to enrol and kept, because the hub may have taken it although its answer was lost. */
  #offered: { readonly address: string; readonly key: DeviceKey } | null = null
  #reach: Reach = { acknowledged: 0, last: 0, againFrom: null }
  #published = ''

  constructor(db: BranchDatabase) {
    this.#db = db
    this.#line = new HubLine(db)
  }

  /** Begins to watch the change log; does nothing when it does already. */
  start(): void {
    if (this.#timer !== null) return
    if (this.#isFresh) this.#notBefore = performance.now() + FIRST_CONTACT_WITHIN * Math.random()
    this.#lastLook = Date.now()
    this.#look()
  }

  state(): FederationState {
    const queries = federationQueries(this.#db)
    const enrolment = queries.enrolment.get()
    if (enrolment === undefined) return { state: 'notEnrolled' }
    const { hubName, address, lastContact } = enrolment
    const reach = this.#reachNow(enrolment)
    const waiting = Math.max(0, reach.last - reach.acknowledged)
    const progress = this.#meter.of(reach)
    const link =
      this.#problem !== null
        ? 'offline'
        : this.#isPaused
          ? 'paused'
          : progress === null
            ? 'synced'
            : this.#pass !== null
              ? 'sending'
              : 'waiting'
    return {
      state: 'enrolled',
      hubName,
      address,
      waiting,
      attention: (queries.attentionCount.get() ?? 0) + (conflictQueries(this.#db).openCount.get() ?? 0),
      link,
      progress: progress === null || link === 'sending' ? progress : { ...progress, secondsLeft: null },
      problem: this.#problem,
      lastContact,
      figures: this.#figures,
    }
  }

  /** Ends whatever is under way or watched, for good; the database can be closed afterwards. */
  stop(): void {
    if (this.#timer !== null) clearTimeout(this.#timer)
    this.#line.disconnect()
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
    if (federationQueries(this.#db).enrolment.get() !== undefined) throw failure('ALREADY_ENROLLED')
    if (this.#db.sqlite.inTransaction) throw failure('BUSY')
    const address = hubAddress(addressText)
    if (this.#offered?.address !== address) this.#offered = { address, key: newDeviceKey() }
    const { privateKey } = this.#offered.key
    const { call } = this.#line.connect(address, privateKey)
    try {
      await joinHub(this.#db, call, { address, code, privateKey })
    } catch (error) {
      this.#line.disconnect()
      throw asFailure(error)
    }
    this.#offered = null
    this.#figures = null
    this.#tryAtOnce()
    this.start()
    return this.state()
  }

  /** Tries now, goes on after a pause, and answers how it went. Throws NOT_ENROLLED. */
  async syncNow(): Promise<FederationState> {
    requireEnrolment(this.#db)
    await this.#pass
    this.#tryAtOnce()
    this.#isByHand = true
    await this.#run()
    return this.state()
  }

  /** Breaks off what is under way and sends nothing by itself until `syncNow`; what the hub has stays there. Throws NOT_ENROLLED. */
  async pause(): Promise<FederationState> {
    requireEnrolment(this.#db)
    this.#isPaused = true
    this.#problem = null
    this.#line.disconnect()
    await this.#pass
    this.#publish()
    return this.state()
  }

  /** Asks the hub something and answers it. Throws NOT_ENROLLED and the problems of a hub. */
  async ask<Result>(act: (client: HubClient) => Promise<Result>): Promise<Result> {
    const { call } = this.#line.to(requireEnrolment(this.#db))
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
    const { call } = this.#line.to(requireEnrolment(this.#db))
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
    const { address, privateKey } = requireEnrolment(this.#db)
    this.#line.disconnect()
    await this.#pass
    if (address !== '') await this.#sayGoodbye(address, privateKey)
    requireWritable(this.#db)
    forgetHub(this.#db)
    this.#tryAtOnce()
    this.#publish()
    return this.state()
  }

  /**
   * Goes on line with the hub of an enrolment by file. Throws NOT_ENROLLED, ENROLMENT_CODE_WRONG, ENROLMENT_CODE_FOR_OTHER,
   * HUB_NOT_A_HUB for another hub, and the problems of a hub.
   */
  async goOnLine(addressText: string): Promise<FederationState> {
    const { hubId, privateKey } = requireEnrolment(this.#db)
    const address = hubAddress(addressText)
    this.#line.disconnect()
    await this.#pass
    const { call } = this.#line.connect(address, privateKey)
    const { last, acknowledged } = this.#reach
    try {
      const found = await hubBehind(this.#db, call, Math.max(0, last - acknowledged))
      if (found !== hubId) throw new HubFailure('HUB_NOT_A_HUB')
    } catch (error) {
      this.#line.disconnect()
      throw asFailure(error)
    }
    requireWritable(this.#db)
    federationQueries(this.#db).setAddress.run(address)
    this.start()
    return this.syncNow()
  }

  /** Lets this copy of the record go on as the one that sends. Throws NOT_ENROLLED, BUSY. */
  async takeOver(): Promise<FederationState> {
    requireEnrolment(this.#db)
    this.#line.disconnect()
    await this.#pass
    const { acknowledgedPosition } = requireEnrolment(this.#db)
    if (this.#db.sqlite.inTransaction) throw failure('BUSY')
    this.#db.sqlite.transaction(() => {
      federationQueries(this.#db).setIncarnation.run(newId(incarnationSchema))
      ensureStream(this.#db, acknowledgedPosition)
      recordSync(this.#db, 'takeOver', { head: acknowledgedPosition })
    })()
    return this.syncNow()
  }

  /** The branch leaves whether the hub hears of it or not; its console shows a device that fell silent. */
  async #sayGoodbye(address: string, privateKey: string): Promise<void> {
    const { call, abort } = this.#line.connect(address, privateKey)
    const patience = setTimeout(() => abort.abort(), LEAVING_PATIENCE)
    await call((hub) => hub.leave({})).catch(() => null)
    clearTimeout(patience)
    this.#line.disconnect()
  }

  /** How far the log is at the hub; as before while a long batch is being written, which may be taken back. */
  #reachNow({ acknowledgedPosition: acknowledged, address }: Enrolment): Reach {
    if (this.#db.sqlite.inTransaction) return this.#reach
    const { lastPosition, sentAgainFrom } = federationQueries(this.#db)
    // Reports by file hold what is new; what more may leave by now goes up once there is a line.
    const againFrom = address === '' ? null : (sentAgainFrom.get() ?? null)
    this.#reach = { acknowledged, last: lastPosition.get() ?? 0, againFrom }
    return this.#reach
  }

  #tryAtOnce(): void {
    this.#isFresh = false
    this.#isPaused = false
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
    const time = performance.now()
    const isFree = this.#pass === null && !this.#isPaused && time >= this.#notBefore && !this.#db.sqlite.inTransaction
    if (Math.abs(Date.now() - this.#lastLook) > WOKEN_AFTER) {
      this.#notBefore = Math.max(this.#notBefore, time + FIRST_CONTACT_WITHIN * Math.random())
    } else if (isFree && this.#isDue(time)) void this.#run()
    this.#lastLook = Date.now()
    this.#timer = setTimeout(() => this.#look(), LOOK_EVERY)
    this.#timer.unref()
  }

  #isDue(time: number): boolean {
    const state = this.state()
    if (state.state !== 'enrolled' || state.address === '') return false
    const today = new Date()
    const contact = state.lastContact
    return isExchangeDue(syncSetting(this.#db), {
      minuteOfDay: today.getHours() * 60 + today.getMinutes(),
      sinceLast: time - this.#lastTry,
      sinceContact: contact === null ? Infinity : today.getTime() - Date.parse(contact),
      isWaiting: state.progress !== null,
      place: this.#place,
    })
  }

  /** Sends what there is and takes over what came down; joins a pass that is under way. Never throws: what went wrong is the state's `problem`. */
  #run(): Promise<void> {
    this.#pass ??= this.#exchange().finally(() => {
      this.#pass = null
      this.#publish()
    })
    return this.#pass
  }

  async #exchange(): Promise<void> {
    const begun = performance.now()
    this.#lastTry = begun
    this.#isFresh = false
    this.#line.bytes = 0
    this.#meter.begin()
    const withFiles = this.#isByHand || !syncSetting(this.#db).isSlow
    this.#isByHand = false
    const enrolment = requireEnrolment(this.#db)
    ensureStream(this.#db, enrolment.acknowledgedPosition)
    // All goes by file.
    if (enrolment.address === '') return
    const { call, abort } = this.#line.to(enrolment)
    const mayGoOn = () => this.#db.sqlite.open && !abort.signal.aborted
    const log = () =>
      logPass(this.#db, enrolment, {
        bytes: this.#line.bytes,
        ms: Math.round(performance.now() - begun),
        problem: this.#problem,
      })
    try {
      const { speed } = this.#line
      const onProgress = () => this.#answered()
      const figures = await exchangeOnce(this.#db, { call, speed, withFiles, mayGoOn, onProgress })
      if (figures !== undefined && mayGoOn()) this.#keepFigures(figures)
      this.#failures = 0
      if (mayGoOn()) log()
    } catch (error) {
      if (!mayGoOn()) return
      this.#problem = problemOf(error)
      this.#failures += 1
      this.#notBefore = performance.now() + backoffAsked(this.#failures, waitAskedBy(error), Math.random())
      log()
    }
  }

  /** The hub answered and its answer is kept. */
  #answered(): void {
    this.#problem = null
    const enrolment = federationQueries(this.#db).enrolment.get()
    if (enrolment !== undefined) {
      this.#meter.answered(this.#reachNow(enrolment), performance.now())
    }
    this.#publish()
  }

  /** Puts what the hub has of this branch beside what is here; after something was sent it is asked again soon. */
  #keepFigures(there: StoredFigures | null): void {
    if (!this.#db.sqlite.open || this.#db.sqlite.inTransaction) return
    const here = rollQueries(this.#db).figures.get()
    if (there === null || here === undefined) {
      const idle = jittered(idleContact(syncSetting(this.#db)), this.#place)
      this.#lastTry = performance.now() - idle + ASK_AGAIN_AFTER
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

/** The link of an open branch database; one for each. */
export const hubLinkOf = perDatabase((db) => new HubLink(db))
