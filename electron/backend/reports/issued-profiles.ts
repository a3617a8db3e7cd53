import { z } from 'zod'
import { reportQueries } from '../../../db/queries/reports'
import type { BranchDatabase } from '../../../db/branch-database'
import { now } from '../../../shared/model/date'
import { issuedSchema, type IssuedProfile, type ReceiverProfile } from '../../../shared/model/receiver-profile'

/** Stands in the stored definition of a sheet that the union above issued. */
const storedSchema = z.object({ issued: issuedSchema.nullable().default(null) })

/** How the union above issued a stored profile; null for the branch's own. */
export function issuedIn(definition: string): ReceiverProfile['issued'] {
  return storedSchema.parse(JSON.parse(definition)).issued
}

/** Keeps a sheet of the union above; a version that is not newer than the one here changes nothing. */
export function keepIssuedProfile(db: BranchDatabase, { id, definition, ...issued }: IssuedProfile): void {
  const { profile, saveProfile } = reportQueries(db)
  const stored = profile.get(id)
  const former = stored === undefined ? null : issuedIn(stored.definition)
  if (former !== null && former.version >= issued.version) return
  saveProfile.run({ id, definition: JSON.stringify({ ...definition, issued }), updatedAt: now() })
}
