import type { BranchDatabase } from '../../../db/branch-database'
import { federationQueries } from '../../../db/queries/federation'
import { failure } from '../../../shared/contract/errors'

/** Gives the present incarnation a stream that holds what comes after `acknowledged`. */
export function ensureStream(db: BranchDatabase, acknowledged: number): void {
  const queries = federationQueries(db)
  const incarnation = queries.device.get()?.incarnation
  if (incarnation === undefined) throw failure('DATABASE_DAMAGED')
  if (queries.streams.all().some((stream) => stream.incarnation === incarnation)) return
  queries.insertStream.run({ incarnation, firstPosition: acknowledged + 1 })
}
