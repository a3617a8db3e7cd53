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
import { withCodeLists } from '../../../shared/rules/code-list'
import { codeListsOf } from '../federation/code-lists'
import { issuedIn } from './issued-profiles'
import { builtInProfiles } from '../../../shared/receiver-profiles'

/** Those that come with the program first, then those of the union above, then the branch's own. */
export function allProfiles(db: BranchDatabase): ReceiverProfile[] {
  const stored = reportQueries(db)
    .profiles.all()
    .map(({ id, definition }) => ({
      id,
      builtIn: false,
      issued: issuedIn(definition),
      definition: readDefinition(definition),
    }))
  const [issued, own] = [stored.filter((profile) => profile.issued !== null), stored.filter((p) => p.issued === null)]
  return [...builtInProfiles, ...issued, ...own]
}

/** A profile as it is filled in: its dictionaries with the codes of the union above. Throws NOT_FOUND. */
export function requireProfile(db: BranchDatabase, id: string): ProfileDefinition {
  return withCodeLists(profileNamed(db, id), codeListsOf(db))
}

function profileNamed(db: BranchDatabase, id: string): ProfileDefinition {
  const builtIn = builtInProfiles.find((profile) => profile.id === id)
  if (builtIn !== undefined) return builtIn.definition
  const stored = reportQueries(db).profile.get(id)
  if (stored === undefined) throw failure('NOT_FOUND')
  return readDefinition(stored.definition)
}

/**
 * Adds a profile where `id` is null. Throws NOT_FOUND, also for those that come with the program or from the union above.
 */
export function saveProfile(db: BranchDatabase, id: string | null, definition: ProfileDefinition): string {
  const queries = reportQueries(db)
  const former = id === null ? null : queries.profile.get(id)
  if (former === undefined || (former !== null && issuedIn(former.definition) !== null)) throw failure('NOT_FOUND')
  const kept = id ?? newId(receiverProfileIdSchema)
  db.write(() => queries.saveProfile.run({ id: kept, definition: JSON.stringify(definition), updatedAt: now() }))
  return kept
}

/** Those of the union above stay until it takes them back. Throws NOT_FOUND. */
export function removeProfile(db: BranchDatabase, id: string): void {
  const stored = reportQueries(db).profile.get(id)
  const issued = stored === undefined ? null : issuedIn(stored.definition)
  if (issued !== null && issued.withdrawnAt === null) throw failure('NOT_FOUND')
  db.write(() => reportQueries(db).removeProfile.run(id))
}

function readDefinition(definition: string): ProfileDefinition {
  return profileDefinitionSchema.parse(JSON.parse(definition))
}
