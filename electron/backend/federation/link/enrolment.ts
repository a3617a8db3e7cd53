import { ORPCError } from '@orpc/server'
import type { BranchDatabase } from '../../../../db/branch-database'
import { conflictQueries } from '../../../../db/queries/conflicts'
import { outgoingFileQueries } from '../../../../db/queries/exchange'
import { federationQueries, type Enrolment } from '../../../../db/queries/federation'
import { failure } from '../../../../shared/contract/errors'
import { branchInputSchema } from '../../../../shared/model/branch'
import { now } from '../../../../shared/model/date'
import { publicKeyOf } from '../../../../federation/client/device-key'
import type { HubCall } from '../../../../federation/client/hub-client'
import { problemOf } from '../../../../federation/client/hub-failure'
import { ensureStream } from '../ensure-stream'
import { ownRecipient } from '../exchange/own-recipient'
import { recordSync } from '../log/record'

/** The enrolment of a branch. Throws NOT_ENROLLED. */
export function requireEnrolment(db: BranchDatabase): Enrolment {
  const enrolment = federationQueries(db).enrolment.get()
  if (enrolment === undefined) throw failure('NOT_ENROLLED')
  return enrolment
}

/** It may have been closed while something else was waited for. Throws BRANCH_LOCKED. */
function requireOpen(db: BranchDatabase): void {
  if (!db.sqlite.open) throw failure('BRANCH_LOCKED')
}

/** Throws BRANCH_LOCKED, BUSY. */
export function requireWritable(db: BranchDatabase): void {
  requireOpen(db)
  if (db.sqlite.inTransaction) throw failure('BUSY')
}

const branchOf = (db: BranchDatabase) => branchInputSchema.parse(federationQueries(db).branch.get())

/** Enrols by a one-time code and keeps the enrolment. */
export async function joinHub(
  db: BranchDatabase,
  call: HubCall,
  { address, code, privateKey }: { readonly address: string; readonly code: string; readonly privateKey: string },
): Promise<void> {
  const { generateX25519Identity, identityToRecipient } = await import('age-encryption')
  const fileIdentity = await generateX25519Identity()
  const recipient = await identityToRecipient(fileIdentity)
  requireOpen(db)
  const input = { code, branch: branchOf(db), publicKey: publicKeyOf(privateKey), recipient }
  const { hub, keys } = await call((client) => client.enrol(input))
  requireOpen(db)
  ensureStream(db, 0)
  federationQueries(db).insertEnrolment.run({
    hubId: hub.id,
    hubIncarnation: hub.incarnation,
    hubName: hub.name,
    address,
    privateKey,
    enrolledAt: now(),
    // The first request after this one tells how much of it the hub has.
    acknowledgedPosition: 0,
    lastContact: now(),
    hubRecipient: keys?.recipient ?? null,
    hubKey: keys?.key ?? null,
    fileIdentity,
    fileCode: null,
  })
  recordSync(db, 'enrol', { hub: hub.name, address })
}

/** Asks the hub of an enrolment by file which hub it is, and enrols there where no answer by file has confirmed it yet. */
export async function hubBehind(db: BranchDatabase, call: HubCall, waiting: number): Promise<string> {
  const { fileCode: code, privateKey } = requireEnrolment(db)
  if (code === null) return (await call((client) => client.state({ waiting }))).hub.id
  const recipient = await ownRecipient(db)
  const input = { code, branch: branchOf(db), publicKey: publicKeyOf(privateKey) }
  const { hub } = await call((client) => client.enrol({ ...input, ...(recipient === null ? {} : { recipient }) }))
  return hub.id
}

/** Gives the enrolment up. */
export function forgetHub(db: BranchDatabase): void {
  const queries = federationQueries(db)
  const { address } = requireEnrolment(db)
  db.sqlite.transaction(() => {
    // What is open comes again with the receipts and corrections of whoever the branch enrols with next.
    conflictQueries(db).removeOpen.run()
    conflictQueries(db).removeWaiting.run()
    queries.deleteReceipts.run()
    queries.deleteEnrolment.run()
    outgoingFileQueries(db).forgetSent.run()
    recordSync(db, 'leave', { address })
  })()
}

/** What a try to enrol that failed means to the person. */
export function asFailure(error: unknown) {
  if (!(error instanceof ORPCError)) return failure(problemOf(error))
  if (error.code === 'CODE_WRONG') return failure('ENROLMENT_CODE_WRONG')
  if (error.code === 'CODE_FOR_OTHER') return failure('ENROLMENT_CODE_FOR_OTHER')
  return error.code === 'BRANCH_LOCKED' ? error : failure(problemOf(error))
}
