import { federationQueries, type Enrolment } from '../../../../db/queries/federation'
import type { BranchDatabase } from '../../../../db/branch-database'
import { failure } from '../../../../shared/contract/errors'
import { connectHub, type HubCall } from '../../../../federation/client/hub-client'
import { LineSpeed } from '../../../../federation/client/line-speed'

export interface Connection {
  readonly call: HubCall
  readonly abort: AbortController
}

/** The connection of a branch to its hub, made when it is needed; knows what went over it and how fast. */
export class HubLine {
  readonly #db: BranchDatabase
  #connection: Connection | null = null
  readonly speed = new LineSpeed()
  /** Bytes both ways. */
  bytes = 0

  constructor(db: BranchDatabase) {
    this.#db = db
  }

  /** Connects anew, without a word yet. */
  connect(address: string, privateKey: string): Connection {
    const queries = federationQueries(this.#db)
    const device = queries.device.get()
    const branch = queries.branch.get()
    if (device === undefined || branch === undefined) throw failure('DATABASE_DAMAGED')
    const abort = new AbortController()
    const call = connectHub({
      address,
      identity: { organisation: branch.id, device: device.id, incarnation: device.incarnation },
      privateKey,
      signal: abort.signal,
      onAnswered: (sent, received, ms) => {
        this.bytes += sent + received
        this.speed.answered(sent, ms)
      },
      onCut: (sent) => this.speed.cut(sent),
    })
    this.#connection = { call, abort }
    return this.#connection
  }

  /** The connection there is, or one to the hub of the enrolment. */
  to({ address, privateKey }: Enrolment): Connection {
    return this.#connection ?? this.connect(address, privateKey)
  }

  /** Breaks off whatever is under way. */
  disconnect(): void {
    this.#connection?.abort.abort()
    this.#connection = null
  }
}
