import { reportQueries } from '../../../db/queries/reports'
import type { BranchDatabase } from '../../../db/branch-database'
import { failure } from '../../../shared/contract/errors'
import { now } from '../../../shared/model/date'
import { newId, receiverProfileIdSchema } from '../../../shared/model/id'
import {
  profileDefinitionSchema,
  type ProfileDefinition,
  type ReceiverProfile,
} from '../../../shared/model/receiver-profile'
import { builtInProfiles } from '../../../shared/receiver-profiles'

/** Those that come with the program first, then the branch's own. */
export function allProfiles(db: BranchDatabase): ReceiverProfile[] {
  const own = reportQueries(db)
    .profiles.all()
    .map(({ id, definition }) => ({ id, builtIn: false, definition: readDefinition(definition) }))
  return [...builtInProfiles, ...own]
}

/** Throws NOT_FOUND. */
export function requireProfile(db: BranchDatabase, id: string): ProfileDefinition {
  const builtIn = builtInProfiles.find((profile) => profile.id === id)
  if (builtIn !== undefined) return builtIn.definition
  const stored = reportQueries(db).profile.get(id)
  if (stored === undefined) throw failure('NOT_FOUND')
  return readDefinition(stored.definition)
}

/** Adds a profile where `id` is null. Throws NOT_FOUND, also for those that come with the program. */
export function saveProfile(db: BranchDatabase, id: string | null, definition: ProfileDefinition): string {
  const queries = reportQueries(db)
  if (id !== null && queries.profile.get(id) === undefined) throw failure('NOT_FOUND')
  const kept = id ?? newId(receiverProfileIdSchema)
  db.write(() => queries.saveProfile.run({ id: kept, definition: JSON.stringify(definition), updatedAt: now() }))
  return kept
}

export function removeProfile(db: BranchDatabase, id: string): void {
  db.write(() => reportQueries(db).removeProfile.run(id))
}

function readDefinition(definition: string): ProfileDefinition {
  return profileDefinitionSchema.parse(JSON.parse(definition))
}
