import type { SyncStream } from '../../../db/queries/federation'
import type { Head } from '../../../shared/sync/wire'
import { HubFailure } from '../../../federation/client/hub-failure'

/** A stream's part of the change log, both ends included; empty when `last` is below `first`. */
export interface StreamPart {
  readonly incarnation: SyncStream['incarnation']
  readonly first: number
  readonly last: number
}

/** Which part of a change log of `lastPosition` entries each stream holds; `streams` in their order. */
export function streamParts(streams: readonly SyncStream[], lastPosition: number): StreamPart[] {
  return streams.map(({ incarnation, firstPosition }, index) => ({
    incarnation,
    first: firstPosition,
    last: (streams[index + 1]?.firstPosition ?? lastPosition + 1) - 1,
  }))
}

/**
 * Up to which position the hub has everything, by the heads that it reports. A head may be beyond the end of an earlier
 * stream: a restored record goes on from where its backup was made. Beyond the end of the present stream, or at an entry
 * that is not this log's, it means that another copy sent what this one does not have: throws HUB_REFUSES_COPY.
 * @param idAt the entry at a position of the log
 */
export function acknowledgedBy(
  heads: readonly Head[],
  parts: readonly StreamPart[],
  idAt: (position: number) => string | undefined,
): number {
  let acknowledged = 0
  for (const [index, { incarnation, first, last }] of parts.entries()) {
    const head = heads.find(({ stream }) => stream === incarnation)
    const end = first - 1 + (head?.seq ?? 0)
    const isBeyond = end > last
    const isOther = !isBeyond && head !== undefined && head.seq > 0 && head.id !== idAt(end)
    if (isOther || (isBeyond && index === parts.length - 1)) throw new HubFailure('HUB_REFUSES_COPY')
    if (end < last) return Math.max(acknowledged, end)
    acknowledged = last
  }
  return acknowledged
}
