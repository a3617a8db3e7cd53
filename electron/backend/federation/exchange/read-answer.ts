import { createHash } from 'node:crypto'
import type { BranchDatabase } from '../../../../db/branch-database'
import { exchangeQueries, outgoingFileQueries } from '../../../../db/queries/exchange'
import { federationQueries } from '../../../../db/queries/federation'
import { HubFailure, problemOf } from '../../../../federation/client/hub-failure'
import { failure } from '../../../../shared/contract/errors'
import type { ReadAnswer } from '../../../../shared/contract/federation/exchange'
import { now } from '../../../../shared/model/date'
import { newUuid } from '../../../../shared/model/id'
import { answerHeaderSchema, answerPartSchema, type AnswerHeader, type AnswerPart } from '../../../../shared/sync/file'
import { FileFailure, openFile, type FileProblem, type OpenedFile } from '../../../../shared/sync/file-codec'
import { takeOverPage } from '../pull'
import { recallAll } from '../recall'
import { settleRefusals } from '../settle-refusals'
import { acknowledgedBy, streamParts } from '../streams'
import { requireFileEnrolment, type FileEnrolment } from './enrolment'

function failureOf(problem: FileProblem) {
  return problem === 'TOO_LARGE'
    ? failure('EXCHANGE_TOO_LARGE', { limit: '256 MB' })
    : failure(`EXCHANGE_${problem}` as const)
}

/** An answer by the hub of this enrolment. */
async function openAnswer(file: Blob, enrolment: FileEnrolment): Promise<{ header: AnswerHeader; opened: OpenedFile }> {
  let opened: OpenedFile
  try {
    opened = await openFile(file, 'answer', enrolment.fileIdentity)
  } catch (error) {
    throw error instanceof FileFailure ? failureOf(error.problem) : error
  }
  if (!(await opened.isSignedBy(enrolment.hubKey))) throw failure('EXCHANGE_FORGED')
  const header = answerHeaderSchema.safeParse(opened.header)
  if (!header.success) throw failure('EXCHANGE_DAMAGED')
  return { header: header.data, opened }
}

/** What follows the header, read anew; one part at a time is in memory. */
async function* partsOf(opened: OpenedFile): AsyncGenerator<AnswerPart, void, void> {
  for await (const json of opened.parts()) {
    const part = answerPartSchema.safeParse(json)
    if (!part.success) throw failure('EXCHANGE_DAMAGED')
    yield part.data
  }
}

type FewPart = Exclude<AnswerPart, { readonly part: 'items' }>

/** Goes through all parts, so that nothing is done before each was found right, and keeps those beside the items. */
async function fewPartsOf(opened: OpenedFile): Promise<FewPart[]> {
  const few: FewPart[] = []
  for await (const part of partsOf(opened)) if (part.part !== 'items') few.push(part)
  return few
}

async function hashOf(file: Blob): Promise<string> {
  const hash = createHash('sha256')
  for await (const bytes of file.stream()) hash.update(bytes)
  return hash.digest('hex')
}

/**
 * How far the hub has the log. Its heads never go back within one life of it, so that an answer which is older than what
 * the line told takes nothing back; a hub that was restored, or met a gap, is believed.
 */
function acknowledgedNow(db: BranchDatabase, { heads, hub, result }: AnswerHeader, known: FileEnrolment): number {
  const queries = federationQueries(db)
  const parts = streamParts(queries.streams.all(), queries.lastPosition.get() ?? 0)
  const told = acknowledgedBy(heads, parts, (position) => queries.idAt.get(position))
  const isBelieved = result === 'gap' || hub.incarnation !== known.hubIncarnation
  return isBelieved ? told : Math.max(told, known.acknowledgedPosition)
}

/**
 * Takes over what came down, page by page, each in one transaction with the cursor after it; pages that do not begin
 * where this branch stands are left out, since the line was faster. Answers how many items.
 */
async function takeOverItems(db: BranchDatabase, parts: AsyncIterable<AnswerPart>): Promise<number> {
  const { enrolment } = federationQueries(db)
  let count = 0
  for await (const part of parts) {
    if (!db.sqlite.open) throw failure('BRANCH_LOCKED')
    if (db.sqlite.inTransaction) throw failure('BUSY')
    if (part.part !== 'items' || (enrolment.get()?.cursor ?? null) !== part.since) continue
    // A kind that only a newer program knows stays in the file until one reads it.
    takeOverPage(db, part.items, part.cursor)
    count += part.items.length
  }
  return count
}

async function recallFrom(
  db: BranchDatabase,
  { heads }: AnswerHeader,
  parts: readonly FewPart[],
  acknowledged: number,
) {
  const queries = federationQueries(db)
  const pages = parts.flatMap((part) => (part.part === 'recall' ? [part] : []))
  const pageAfter = (stream: string, after: number) => {
    const page = pages.find((part) => part.stream === stream && part.after === after)
    const until = page?.until ?? after
    const hasMore = pages.some((part) => part.stream === stream && part.after === until)
    return Promise.resolve({ entries: page?.entries ?? [], until, hasMore: page !== undefined && hasMore })
  }
  const lives = streamParts(queries.streams.all(), queries.lastPosition.get() ?? 0)
  await recallAll(db, pageAfter, heads, lives, acknowledged, () => db.sqlite.open)
}

/** Reads an answer from a file, see the contract: nothing changes before all of it was found right. */
export async function readAnswer(db: BranchDatabase, file: Blob): Promise<ReadAnswer> {
  const queries = federationQueries(db)
  const files = exchangeQueries(db)
  const enrolment = requireFileEnrolment(db)
  const { header, opened } = await openAnswer(file, enrolment)
  const parts = await fewPartsOf(opened)
  const fileHash = await hashOf(file)
  const { hub, number, hash, result } = header
  const device = queries.device.get()
  const branch = queries.branch.get()
  const isOurs = hub.id === enrolment.hubId && header.organisation === branch?.id && header.device === device?.id
  if (!isOurs) throw failure('EXCHANGE_FOREIGN')
  if (header.incarnation !== device.incarnation) return { result: 'otherLife', number }
  const report = files.report.get(number)
  // Another copy of this record wrote that report; one that was cut while it was written has no hash yet.
  if (report === undefined || (report.hash !== '' && report.hash !== hash)) throw failure('EXCHANGE_FOREIGN')
  if (report.answeredAt !== null) return { result: 'again', number }
  if (number < (files.lastAnswered.get() ?? 0)) return { result: 'old', number }
  if (db.sqlite.inTransaction) throw failure('BUSY')

  try {
    const present = requireFileEnrolment(db)
    const acknowledgedPosition = acknowledgedNow(db, header, present)
    queries.recordContact.run({
      hubIncarnation: hub.incarnation,
      hubName: hub.name,
      acknowledgedPosition,
      lastContact: now(),
    })
    await recallFrom(db, header, parts, acknowledgedPosition)
    const items = await takeOverItems(db, partsOf(opened))
    db.sqlite.transaction(() => {
      queries.confirmEnrolment.run()
      const { setSent, forgetSent } = outgoingFileQueries(db)
      if (hub.incarnation !== enrolment.hubIncarnation) forgetSent.run()
      for (const part of parts) if (part.part === 'file') setSent.run({ hash: part.hash, sent: part.has })
      files.setAnswered.run({ id: report.id, at: now() })
      files.insert.run({ id: newUuid(), direction: 'in', number, at: now(), hash: fileHash, position: null })
    })()
    settleRefusals(db, files.refusedRowIds.all())
    return {
      result: 'read',
      number,
      isEnrolled: present.fileCode !== null,
      stored: Math.max(0, acknowledgedPosition - present.acknowledgedPosition),
      items,
      isGap: result === 'gap',
    }
  } catch (error) {
    throw error instanceof HubFailure ? failure(problemOf(error)) : error
  }
}
