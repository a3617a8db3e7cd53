import type { BranchDatabase } from '../../../db/branch-database'
import { outgoingFileQueries } from '../../../db/queries/exchange'
import { federationQueries } from '../../../db/queries/federation'
import type { HubIdentity, StoredFigures } from '../../../shared/contract/hub'
import { now } from '../../../shared/model/date'
import type { Receipt } from '../../../shared/sync/receipt'
import type { HubCall } from '../../../federation/client/hub-client'
import type { LineSpeed } from '../../../federation/client/line-speed'
import { syncSetting } from '../../../db/queries/sync-setting'
import { closeAgreed } from './conflicts/case'
import { keepConflict } from './conflicts/keep'
import { ownRecipient } from './exchange/own-recipient'
import { nextPush } from './next-push'
import { recallAll } from './recall'
import { settleRefusals } from './settle-refusals'
import { storedReceipt } from './stored-receipt'
import { acknowledgedBy, streamParts } from './streams'

/** Keeps what the hub answered: receipts that are not plain, how far it has stored the log, and when. */
function remember(db: BranchDatabase, hub: HubIdentity, acknowledgedPosition: number, receipts: readonly Receipt[]) {
  const queries = federationQueries(db)
  const at = now()
  db.sqlite.transaction(() => {
    for (const receipt of receipts) {
      const stored = storedReceipt(receipt, at)
      if (stored === null) queries.deleteReceipt.run(receipt.id)
      else queries.saveReceipt.run(stored)
      keepConflict(db, receipt, at)
    }
    if (receipts.length > 0) closeAgreed(db)
    const { incarnation: hubIncarnation, name: hubName } = hub
    queries.recordContact.run({ hubIncarnation, hubName, acknowledgedPosition, lastContact: at })
  })()
}

/** How a push ended; both null after something was sent, which may have freed what was held. */
interface Pushed {
  /** Where a branch stands that has pulled everything. */
  readonly cursor: string | null
  /** What the hub has of this branch. */
  readonly figures: StoredFigures | null
}

/**
 * Asks the hub how far it is and sends what it lacks, in order. Every answer is kept before the next request; when the
 * answer cannot be kept because a long batch is being written, it is sent again another time, which does no harm.
 * Throws what `problemOf` explains.
 * @param mayGoOn false once the database is closed or the enrolment given up
 * @returns null when it was broken off
 */
export async function pushAll(
  db: BranchDatabase,
  call: HubCall,
  speed: LineSpeed,
  mayGoOn: () => boolean,
  onProgress: () => void,
): Promise<Pushed | null> {
  const queries = federationQueries(db)
  const lastPosition = () => queries.lastPosition.get() ?? 0
  const isQuiet = () => mayGoOn() && !db.sqlite.inTransaction
  const aim = () => speed.aim(syncSetting(db).isSlow)
  if (!isQuiet()) return null

  const recipient = await ownRecipient(db)
  if (!isQuiet()) return null
  const enrolment = queries.enrolment.get()
  const waiting = Math.max(0, lastPosition() - (enrolment?.acknowledgedPosition ?? 0))
  const standing = await call((hub) =>
    hub.state({ waiting, cursor: enrolment?.cursor ?? null, ...(recipient === null ? {} : { recipient }) }),
  )
  if (!isQuiet()) return null
  const parts = streamParts(queries.streams.all(), lastPosition())
  const stored = acknowledgedBy(standing.heads, parts, (position) => queries.idAt.get(position))
  // What the hub has although its answer never came is sent again, for the receipts that were in it.
  let acknowledged = Math.min(stored, enrolment?.acknowledgedPosition ?? 0)
  // A hub that was restored may have less of the files.
  if (standing.hub.incarnation !== enrolment?.hubIncarnation) outgoingFileQueries(db).forgetSent.run()
  remember(db, standing.hub, acknowledged, [])
  if (standing.keys !== undefined) queries.setHubKeys.run(standing.keys)
  // Whoever is answered on the line is enrolled, whichever way the enrolment went there.
  queries.confirmEnrolment.run()
  onProgress()
  await recallAll(
    db,
    (stream, after) => call((hub) => hub.recall({ stream, after })),
    standing.heads,
    parts,
    stored,
    mayGoOn,
  )

  if (!(await sendAgain(db, call, acknowledged, aim, isQuiet, onProgress))) return null

  let hasSent = false
  while (isQuiet()) {
    const push = nextPush(db, streamParts(queries.streams.all(), lastPosition()), acknowledged, { aim: aim() })
    if (push === null) {
      return hasSent ? { cursor: null, figures: null } : { cursor: standing.cursor, figures: standing.figures ?? null }
    }
    const { stream, fromSeq, previous, entries } = push
    const waiting = lastPosition() - push.lastPosition
    const answer = await call((hub) => hub.push({ stream, fromSeq, previous, entries: [...entries], waiting }))
    if (!isQuiet()) return null
    hasSent = true
    acknowledged = push.lastPosition
    remember(db, answer.hub, acknowledged, answer.receipts)
    settleRefusals(
      db,
      entries.map(({ rowId }) => rowId),
    )
    onProgress()
  }
  return null
}

/**
 * Sends once more what the hub has, where more of it may leave the branch by now: the hub makes its entries fuller. Goes on
 * where it was broken off.
 * @returns whether the pass goes on
 */
async function sendAgain(
  db: BranchDatabase,
  call: HubCall,
  acknowledged: number,
  aim: () => number,
  isQuiet: () => boolean,
  onProgress: () => void,
): Promise<boolean> {
  const { sentAgainFrom, sendAgainFrom, streams, lastPosition } = federationQueries(db)
  for (;;) {
    const from = sentAgainFrom.get() ?? null
    if (from === null) return true
    const parts = streamParts(streams.all(), lastPosition.get() ?? 0)
    // Before the first stream lies what an earlier enrolment sent; what follows is new anyway.
    const start = Math.max(from, parts[0]?.first ?? from)
    const push = start > acknowledged ? null : nextPush(db, parts, start - 1, { until: acknowledged, aim: aim() })
    if (push === null) {
      sendAgainFrom.run(null)
      return true
    }
    const { stream, fromSeq, previous, entries } = push
    const waiting = Math.max(0, (lastPosition.get() ?? 0) - acknowledged)
    const answer = await call((hub) => hub.push({ stream, fromSeq, previous, entries: [...entries], waiting }))
    if (!isQuiet()) return false
    db.sqlite.transaction(() => {
      remember(db, answer.hub, acknowledged, answer.receipts)
      sendAgainFrom.run(push.lastPosition + 1)
    })()
    onProgress()
  }
}
