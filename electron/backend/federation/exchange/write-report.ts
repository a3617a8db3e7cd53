import { createHash, type Hash } from 'node:crypto'
import { once } from 'node:events'
import { stat } from 'node:fs/promises'
import path from 'node:path'
import type { BranchDatabase } from '../../../../db/branch-database'
import { logAccess } from '../../../../db/queries/access'
import { exchangeQueries, outgoingFileQueries } from '../../../../db/queries/exchange'
import { federationQueries } from '../../../../db/queries/federation'
import { publicKeyOf } from '../../../../federation/client/device-key'
import { failure } from '../../../../shared/contract/errors'
import type { WrittenReport } from '../../../../shared/contract/federation/exchange'
import type { HostClient } from '../../../../shared/contract/host'
import { branchInputSchema } from '../../../../shared/model/branch'
import { now } from '../../../../shared/model/date'
import { newUuid } from '../../../../shared/model/id'
import { dayOf } from '../../../../shared/rules/date'
import { FILE_EXTENSION, FILE_MAX_BYTES, reportHeaderSchema, type ReportPart } from '../../../../shared/sync/file'
import { sealedFile } from '../../../../shared/sync/file-codec'
import { PIECE_MAX_BYTES } from '../../../../shared/sync/outgoing-file'
import type { Progress } from '../../roster/progress'
import { writeWhole } from '../../whole-file'
import { ensureStream } from '../ensure-stream'
import { nextPush } from '../next-push'
import { streamParts } from '../streams'
import { requireFileEnrolment, type FileEnrolment } from './enrolment'

/** What is not waited for is left to the next report: records come first, and a stick has its limits. */
const FILES_MAX_BYTES = FILE_MAX_BYTES / 2

/** How far a report has come; `position` is the last entry it holds. */
interface Reach {
  position: number
  entries: number
  /** Files of which it holds all that the hub lacks, and those that found no room. */
  files: number
  filesLeft: number
}

/** The first part of a report. */
async function headerOf(db: BranchDatabase, enrolment: FileEnrolment, number: number) {
  const { identityToRecipient } = await import('age-encryption')
  const queries = federationQueries(db)
  const { id: device, incarnation } = queries.device.get() ?? {}
  const branch = queries.branch.get()
  const lives = streamParts(queries.streams.all(), queries.lastPosition.get() ?? 0)
  const earlier = new Map(queries.recalledStreams.all().map(({ stream, until }) => [stream, until]))
  for (const life of lives) {
    if (life.incarnation === incarnation) continue
    const held = Math.max(0, life.last - life.first + 1)
    earlier.set(life.incarnation, Math.max(held, earlier.get(life.incarnation) ?? 0))
  }
  const { hubId, cursor, fileIdentity, fileCode, privateKey } = enrolment
  return reportHeaderSchema.parse({
    hub: hubId,
    organisation: branch?.id,
    device,
    incarnation,
    earlier: [...earlier].map(([stream, until]) => ({ stream, until })),
    number,
    cursor,
    recipient: await identityToRecipient(fileIdentity),
    enrolment:
      fileCode === null
        ? null
        : { code: fileCode, branch: branchInputSchema.parse(branch), publicKey: publicKeyOf(privateKey) },
    at: now(),
  })
}

/** Everything after what the hub is known to have, in order. */
function* pushParts(db: BranchDatabase, reach: Reach): Generator<ReportPart, void, void> {
  const queries = federationQueries(db)
  for (;;) {
    const last = queries.lastPosition.get() ?? 0
    const push = nextPush(db, streamParts(queries.streams.all(), last), reach.position)
    if (push === null) return
    const { stream, fromSeq, previous, entries, lastPosition } = push
    const waiting = last - lastPosition
    yield { part: 'push', push: { stream, fromSeq, previous, entries: [...entries], waiting } }
    reach.position = lastPosition
    reach.entries += entries.length
  }
}

/** The files that answer directives, from where the hub is known to have them. */
function* fileParts(db: BranchDatabase, reach: Reach): Generator<ReportPart, void, void> {
  const { waiting, piece } = outgoingFileQueries(db)
  let room = FILES_MAX_BYTES
  for (const { hash, size, sent } of waiting.all()) {
    let offset = sent
    for (; offset < size && room > 0; offset += PIECE_MAX_BYTES) {
      const content = piece.get({ hash, from: offset, length: PIECE_MAX_BYTES })?.toString('base64') ?? ''
      room -= content.length
      yield { part: 'file', file: { hash, size, offset, content } }
    }
    if (offset < size) reach.filesLeft += 1
    else reach.files += 1
  }
}

function* partsOf(header: unknown, db: BranchDatabase, reach: Reach) {
  yield header
  yield* pushParts(db, reach)
  yield* fileParts(db, reach)
}

/** Writes the bytes of a report as they are made, and tells after each piece that it is on the disk or on its way. */
async function* writeBytesOf(bytes: ReadableStream<Uint8Array>, file: string, hash: Hash, signal?: AbortSignal) {
  yield* writeWhole(file, async function* (stream, broken) {
    const reader = bytes.getReader()
    try {
      let size = 0
      for (;;) {
        signal?.throwIfAborted()
        const { done, value } = await reader.read()
        if (done) break
        size += value.length
        if (size > FILE_MAX_BYTES) throw failure('EXCHANGE_TOO_LARGE', { limit: '256 MB' })
        hash.update(value)
        if (!stream.write(value)) await Promise.race([once(stream, 'drain'), broken])
        yield
      }
      const closed = once(stream, 'close')
      stream.end()
      await Promise.race([closed, broken])
    } finally {
      await reader.cancel().catch(() => undefined)
    }
  })
}

/**
 * Writes a report where a person says, see the contract. Its number is taken before the first byte and never again, so
 * that no two files bear the same.
 */
export async function* writeReport(
  db: BranchDatabase,
  host: HostClient,
  signal?: AbortSignal,
): AsyncGenerator<Progress<WrittenReport | null>, void, void> {
  const { nextNumber, insert, finish, remove } = exchangeQueries(db)
  const queries = federationQueries(db)
  requireFileEnrolment(db)
  const day = dayOf(new Date())
  const suggestedName = `工汇上报-${nextNumber.get() ?? 1}-${day}.${FILE_EXTENSION}`
  const chosen = await host.chooseSavePath({ suggestedName })
  if (chosen === null) {
    yield { kind: 'result', result: null }
    return
  }
  if (!isFree(db)) throw failure('BUSY')
  const file = chosen.endsWith(`.${FILE_EXTENSION}`) ? chosen : `${chosen}.${FILE_EXTENSION}`
  const enrolment = requireFileEnrolment(db)
  ensureStream(db, enrolment.acknowledgedPosition)
  const number = nextNumber.get() ?? 1
  const id = newUuid()
  insert.run({ id, direction: 'out', number, at: now(), hash: '', position: null })
  const reach: Reach = { position: enrolment.acknowledgedPosition, entries: 0, files: 0, filesLeft: 0 }
  const total = Math.max(0, (queries.lastPosition.get() ?? 0) - reach.position)
  const hash = createHash('sha256')
  try {
    const seal = { kind: 'report', recipient: enrolment.hubRecipient, privateKey: enrolment.privateKey } as const
    const bytes = await sealedFile(seal, partsOf(await headerOf(db, enrolment, number), db, reach))
    for await (const _ of writeBytesOf(bytes, file, hash, signal)) {
      yield { kind: 'progress', done: Math.min(reach.entries, total), total: Math.max(total, reach.entries) }
    }
  } catch (error) {
    // Nobody has the file, so its number is free again; what stays of a killed program is told by its empty hash.
    if (!(await exists(file)) && isFree(db)) remove.run(id)
    throw error
  }
  finish.run({ id, hash: hash.digest('hex'), position: reach.position })
  const fileName = path.basename(file)
  db.write(() => logAccess(db, { kind: 'export', subject: fileName, count: reach.entries }))
  const { entries, files, filesLeft } = reach
  yield { kind: 'result', result: { fileName, number, entries, files, filesLeft } }
}

/** Whether something of its own can be written now. */
function isFree({ sqlite }: BranchDatabase): boolean {
  return sqlite.open && !sqlite.inTransaction
}

function exists(file: string): Promise<boolean> {
  return stat(file).then(
    () => true,
    () => false,
  )
}
