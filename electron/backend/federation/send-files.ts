import { ORPCError } from '@orpc/client'
import { z } from 'zod'
import type { BranchDatabase } from '../../../db/branch-database'
import { FILE_REFUSED, outgoingFileQueries } from '../../../db/queries/exchange'
import { federationQueries } from '../../../db/queries/federation'
import { syncSetting } from '../../../db/queries/sync-setting'
import type { HubCall } from '../../../federation/client/hub-client'
import type { LineSpeed } from '../../../federation/client/line-speed'
import { fileRefusalSchema, PIECE_MAX_BYTES, type FileRefusal, type Piece } from '../../../shared/sync/outgoing-file'

type Answer = { readonly has: number } | { readonly refused: FileRefusal }

const refusalSchema = z.object({ reason: fileRefusalSchema })

async function sendPiece(call: HubCall, piece: Piece): Promise<Answer> {
  try {
    const { has } = await call((hub) => hub.file(piece))
    return { has }
  } catch (error) {
    if (!(error instanceof ORPCError) || error.code !== 'FILE_REFUSED') throw error
    const refusal = refusalSchema.safeParse(error.data)
    return { refused: refusal.success ? refusal.data.reason : 'UNKNOWN' }
  }
}

/**
 * Sends files that answer directives, piece by piece, from where the hub has them: an empty piece asks. Between two pieces
 * it gives way to entries that wait: the next pass goes on. A file whose answer the hub does not know yet is left out until
 * then; one that it does not take is marked.
 */
export async function sendFiles(
  db: BranchDatabase,
  call: HubCall,
  speed: LineSpeed,
  mayGoOn: () => boolean,
): Promise<void> {
  const queries = outgoingFileQueries(db)
  const { lastPosition, enrolment } = federationQueries(db)
  const isQuiet = () => mayGoOn() && !db.sqlite.inTransaction
  const isFree = () => isQuiet() && (lastPosition.get() ?? 0) <= (enrolment.get()?.acknowledgedPosition ?? 0)
  for (const { hash, size } of isFree() ? queries.waiting.all() : []) {
    let offset = 0
    let content = ''
    while (isFree()) {
      const answer = await sendPiece(call, { hash, size, offset, content })
      if (!isQuiet()) return
      if ('refused' in answer) {
        if (answer.refused !== 'UNKNOWN') queries.setSent.run({ hash, sent: FILE_REFUSED })
        break
      }
      queries.setSent.run({ hash, sent: answer.has })
      // Whatever was not kept goes again with the next pass.
      const isStuck = content !== '' && answer.has === offset
      if (isStuck || answer.has >= size) break
      offset = answer.has
      const length = Math.min(PIECE_MAX_BYTES, speed.aim(syncSetting(db).isSlow))
      content = queries.piece.get({ hash, from: offset, length })?.toString('base64') ?? ''
      // Chosen anew meanwhile, so that nothing names it any more.
      if (content === '') break
    }
  }
}
