import type { BranchDatabase } from '../../../../db/branch-database'
import { federationQueries, type Enrolment } from '../../../../db/queries/federation'
import type { HubProblem } from '../../../../shared/contract/federation'
import type { StoredFigures } from '../../../../shared/contract/hub'
import type { HubCall } from '../../../../federation/client/hub-client'
import type { LineSpeed } from '../../../../federation/client/line-speed'
import { recordPass } from '../log/record'
import { pullAll } from '../pull'
import { pushAll } from '../push'
import { sendFiles } from '../send-files'

interface Pass {
  readonly call: HubCall
  readonly speed: LineSpeed
  readonly withFiles: boolean
  /** False once the database is closed, the enrolment given up or the exchange paused. */
  readonly mayGoOn: () => boolean
  readonly onProgress: () => void
}

/**
 * One exchange with the hub: sends what there is, takes over what came down, and sends files. Throws what `problemOf` explains.
 * @returns what the hub has of the branch, null after something was sent; undefined when it was broken off
 */
export async function exchangeOnce(
  db: BranchDatabase,
  { call, speed, withFiles, mayGoOn, onProgress }: Pass,
): Promise<StoredFigures | null | undefined> {
  const push = () => pushAll(db, call, speed, mayGoOn, onProgress)
  const sent = await push()
  if (sent === null) return undefined
  const before = federationQueries(db).lastPosition.get()
  await pullAll(db, call, sent.cursor, mayGoOn)
  if (!mayGoOn()) return undefined
  // What was taken over is said to the hub at once: it waits to hear what became of its corrections.
  const hasTaken = federationQueries(db).lastPosition.get() !== before
  if (hasTaken) await push()
  if (withFiles) await sendFiles(db, call, speed, mayGoOn)
  return hasTaken ? null : sent.figures
}

/** Writes down how a pass went. */
export function logPass(
  db: BranchDatabase,
  before: Enrolment,
  pass: { readonly bytes: number; readonly ms: number; readonly problem: HubProblem | null },
): void {
  if (db.sqlite.inTransaction) return
  const { enrolment, lastPosition } = federationQueries(db)
  const present = enrolment.get()
  if (present === undefined) return
  const { acknowledgedPosition, hubName, cursor } = present
  recordPass(db, {
    entries: Math.max(0, acknowledgedPosition - before.acknowledgedPosition),
    waiting: Math.max(0, (lastPosition.get() ?? 0) - acknowledgedPosition),
    ...pass,
    hub: hubName,
    cursor: cursor?.split(' ').at(-1) ?? null,
    head: acknowledgedPosition,
  })
}
