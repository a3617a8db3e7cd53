import type { BranchDatabase } from '../../../../db/branch-database'
import { federationQueries } from '../../../../db/queries/federation'

/**
 * The age recipient to which answers by file come, made where an enrolment of earlier has none; null while that cannot
 * be kept because a long batch is being written.
 */
export async function ownRecipient(db: BranchDatabase): Promise<string | null> {
  const { generateX25519Identity, identityToRecipient } = await import('age-encryption')
  // The database may have been closed meanwhile.
  const isQuiet = () => db.sqlite.open && !db.sqlite.inTransaction
  if (!isQuiet()) return null
  const queries = federationQueries(db)
  if (queries.enrolment.get()?.fileIdentity === null) {
    const made = await generateX25519Identity()
    if (!isQuiet()) return null
    queries.setFileIdentity.run(made)
  }
  const identity = queries.enrolment.get()?.fileIdentity ?? null
  return identity === null ? null : identityToRecipient(identity)
}
