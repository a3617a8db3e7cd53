import { ORPCError } from '@orpc/client'
import type { BranchDatabase } from '../../../db/branch-database'
import { outgoingFileQueries } from '../../../db/queries/exchange'
import { federationQueries } from '../../../db/queries/federation'
import type { HubCall } from '../../../federation/client/hub-client'
import type { LineSpeed } from '../../../federation/client/line-speed'
import { syncSetting } from '../../../db/queries/sync-setting'
import { PIECE_MAX_BYTES } from '../../../shared/sync/outgoing-file'

/**
 * Sends files that answer directives, piece by piece, from where the hub has them. Between two pieces it gives way to
 * entries that wait: the next pass goes on. What the hub does not take is left out until then.
 */
export async function sendFiles(
  db: BranchDatabase,
  call: HubCall,
  speed: LineSpeed,
  mayGoOn: () => boolean,
): Promise<void> {
  const queries = outgoingFileQueries(db)
  const { lastPosition, enrolment } = federationQueries(db)
  const isFree = () =>
    mayGoOn() && !db.sqlite.inTransaction && (lastPosition.get() ?? 0) <= (enrolment.get()?.acknowledgedPosition ?? 0)
  for (const { hash, size } of isFree() ? queries.waiting.all() : []) {
    let sent = queries.get.get(hash)?.sent ?? size
    while (sent < size && isFree()) {
      const length = Math.min(PIECE_MAX_BYTES, speed.aim(syncSetting(db).isSlow))
      const content = queries.piece.get({ hash, from: sent, length })?.toString('base64') ?? ''
      const has = await call((hub) => hub.file({ hash, size, offset: sent, content })).then(
        (answer) => answer.has,
        (error: unknown) => {
          if (error instanceof ORPCError && error.code === 'FILE_REFUSED') return null
          throw error
        },
      )
      if (has === null || !mayGoOn() || db.sqlite.inTransaction) break
      queries.setSent.run({ hash, sent: has })
      sent = has
    }
  }
}
