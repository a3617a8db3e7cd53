import { gzipSync } from 'node:zlib'
import type { BranchDatabase } from '../../../db/branch-database'
import { federationQueries, type LoggedChange } from '../../../db/queries/federation'
import type { ChangeId } from '../../../shared/model/id'
import { PUSH_AIM_BYTES, REQUEST_MAX_ENTRIES, wireChangeSchema, type WireChange } from '../../../shared/sync/wire'
import { passOn } from '../../../shared/sync/passing'
import { choicesFor, passingChoices } from './passing/choices'
import type { StreamPart } from './streams'

/** One request's worth of entries. */
export interface NextPush {
  readonly stream: StreamPart['incarnation']
  readonly fromSeq: number
  /** The entry before them in their stream; null at its beginning. */
  readonly previous: ChangeId | null
  readonly entries: readonly WireChange[]
  /** Position of the last of them. */
  readonly lastPosition: number
}

/**
 * How many of the entries go into one request of at most `limit`: whole change sets if one fits, else a part of one.
 * Whoever asks hands in one entry more than the limit when there are more.
 */
export function wholeChangeSets(entries: readonly { readonly changeSet: string }[], limit: number): number {
  if (entries.length <= limit) return entries.length
  let count = limit
  while (count > 0 && entries[count - 1]?.changeSet === entries[count]?.changeSet) count -= 1
  return count === 0 ? limit : count
}

/** What makes entries of the log ready to leave the branch. */
export function outgoing(db: BranchDatabase): (entry: LoggedChange) => WireChange {
  const choices = passingChoices(db)
  return ({ before, after, ...entry }) => {
    const columns = (json: string): unknown => JSON.parse(json)
    const whole = wireChangeSchema.parse({ ...entry, before: columns(before), after: columns(after) })
    return passOn(whole, choicesFor(db, whole, choices))
  }
}

function isTooLarge(entries: readonly WireChange[], aim: number): boolean {
  const json = JSON.stringify(entries)
  return json.length > aim && gzipSync(json).length > aim
}

/**
 * What to send after `acknowledged`, up to a position, of one stream; null when everything is sent.
 * @param aim packed bytes at which it aims
 */
export function nextPush(
  db: BranchDatabase,
  parts: readonly StreamPart[],
  acknowledged: number,
  { until = Infinity, aim = PUSH_AIM_BYTES }: { readonly until?: number; readonly aim?: number } = {},
): NextPush | null {
  const from = acknowledged + 1
  const part = parts.find(({ first, last }) => first <= from && from <= last)
  if (part === undefined) return null
  const logged = federationQueries(db).entriesFrom.all({
    from,
    to: Math.min(part.last, until),
    limit: REQUEST_MAX_ENTRIES + 1,
  })
  let count = wholeChangeSets(logged, REQUEST_MAX_ENTRIES)
  let entries = logged.slice(0, count).map(outgoing(db))
  while (count > 1 && isTooLarge(entries, aim)) {
    count = wholeChangeSets(entries, Math.ceil(count / 2))
    entries = entries.slice(0, count)
  }
  const last = logged[count - 1]
  if (last === undefined) return null
  const previous = from === part.first ? null : (federationQueries(db).idAt.get(acknowledged) ?? null)
  return { stream: part.incarnation, fromSeq: from - part.first + 1, previous, entries, lastPosition: last.position }
}
