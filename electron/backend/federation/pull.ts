import type { z } from 'zod'
import type { BranchDatabase } from '../../../db/branch-database'
import { directiveQueries } from '../../../db/queries/directives'
import { federationQueries } from '../../../db/queries/federation'
import { now } from '../../../shared/model/date'
import { downwardItemSchema, type DownwardItem, type wireItemSchema } from '../../../shared/sync/downward'
import { HubFailure } from '../../../federation/client/hub-failure'
import type { HubCall } from '../../../federation/client/hub-client'
import { keepIssuedProfile } from '../reports/issued-profiles'
import { keepCodeList } from './code-lists'
import { closeAgreed } from './conflicts/case'
import { keepConflict } from './conflicts/keep'
import { takeCorrection, understands } from './conflicts/take-correction'
import { storedReceipt } from './stored-receipt'
import { keepIncomingClaim } from './transfers/claimed'
import { keepClaimResult } from './transfers/claims'
import { keepDuplicate } from './transfers/duplicates'
import { keepResult } from './transfers/hand-over'
import { keepLateEdit } from './transfers/late-edits'
import { keepRequest, takeOverMember } from './transfers/take-over'

/** Takes over what came down; the same taken over twice changes nothing. */
function takeOver(db: BranchDatabase, hubId: string, item: DownwardItem): void {
  switch (item.kind) {
    case 'receipt': {
      const { saveReceipt, deleteReceipt } = federationQueries(db)
      deleteReceipt.run(item.body.id)
      const stored = storedReceipt(item.body, now())
      if (stored !== null) saveReceipt.run(stored)
      keepConflict(db, item.body, now())
      return
    }
    case 'directive':
      directiveQueries(db).put.run(item.body)
      return
    case 'codeList':
      keepCodeList(db, item.body)
      return
    case 'receiverProfile':
      keepIssuedProfile(db, item.body)
      return
    case 'correction':
      takeCorrection(db, item.body, hubId, now())
      return
    case 'transferRequest':
      return keepRequest(db, item.body)
    case 'transferResult':
      return keepResult(db, hubId, item.body)
    case 'transferPacket':
      return takeOverMember(db, hubId, item.body)
    case 'transferClaim':
      return keepIncomingClaim(db, item.body)
    case 'claimResult':
      return keepClaimResult(db, item.body)
    case 'lateEdit':
      return keepLateEdit(db, item.body)
    case 'duplicate':
      return keepDuplicate(db, item.body)
    case 'relayed':
      // For hubs only.
      return
  }
}

/** Takes over a page in one transaction with the cursor after it. Throws HUB_INCOMPATIBLE for a kind not known here. */
export function takeOverPage(
  db: BranchDatabase,
  page: readonly z.infer<typeof wireItemSchema>[],
  cursor: string,
): void {
  const items = page.map((item) => downwardItemSchema.safeParse(item))
  const isKnown = ({ data }: (typeof items)[number]) =>
    data !== undefined && (data.kind !== 'correction' || understands(data.body))
  if (!items.every(isKnown)) throw new HubFailure('HUB_INCOMPATIBLE')
  const hubId = federationQueries(db).enrolment.get()?.hubId ?? ''
  db.sqlite.transaction(() => {
    for (const { data } of items) if (data !== undefined) takeOver(db, hubId, data)
    closeAgreed(db)
    federationQueries(db).setCursor.run(cursor)
  })()
}

/**
 * Takes over what came down since the last time, page by page, each in one transaction with the cursor after it.
 * What this program does not know stays at the hub until a newer program asks: throws HUB_INCOMPATIBLE before it.
 * @param newest where a branch stands that has pulled everything; null when that is not known
 */
export async function pullAll(
  db: BranchDatabase,
  call: HubCall,
  newest: string | null,
  mayGoOn: () => boolean,
): Promise<void> {
  const queries = federationQueries(db)
  const isQuiet = () => mayGoOn() && !db.sqlite.inTransaction
  let hasMore = newest === null || queries.enrolment.get()?.cursor !== newest
  while (hasMore && isQuiet()) {
    const cursor = queries.enrolment.get()?.cursor ?? null
    const answer = await call((hub) => hub.pull({ cursor }))
    if (!isQuiet()) return
    // An answer by file was read meanwhile and holds what this page does.
    if ((queries.enrolment.get()?.cursor ?? null) !== cursor) continue
    takeOverPage(db, answer.items, answer.cursor)
    hasMore = answer.hasMore
  }
}
