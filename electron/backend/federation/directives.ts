import { createHash } from 'node:crypto'
import path from 'node:path'
import type { BranchDatabase } from '../../../db/branch-database'
import { logAccess } from '../../../db/queries/access'
import { directiveQueries, type DirectiveRow } from '../../../db/queries/directives'
import { FILE_REFUSED, outgoingFileQueries } from '../../../db/queries/exchange'
import type { AnswerInput, ReceivedDirective, SentFile } from '../../../shared/contract/federation/directives'
import { failure } from '../../../shared/contract/errors'
import type { HostClient } from '../../../shared/contract/host'
import { now, type Day } from '../../../shared/model/date'
import { directiveAnswerIdSchema, newId, type DirectiveId } from '../../../shared/model/id'
import { answerFileType } from '../../../shared/rules/answer-file'
import { OUTGOING_MAX_BYTES } from '../../../shared/sync/outgoing-file'
import { writeBytes } from '../whole-file'

/** A page of the directives, see the contract. */
export function directivePage(db: BranchDatabase, page: { readonly limit: number; readonly offset: number }) {
  const { list, count } = directiveQueries(db)
  return { total: count.get() ?? 0, rows: list.all(page).map(receivedOf) }
}

/** Answers a directive, see the contract. */
export function answerDirective(
  db: BranchDatabase,
  id: DirectiveId,
  { figure, text, by }: AnswerInput,
  today: Day,
  file: ReadAnswerFile | null = null,
): ReceivedDirective {
  const { asks, answerId, ...found } = requireDirective(db, id)
  if (found.withdrawnAt !== null) throw failure('DIRECTIVE_WITHDRAWN')
  const isMissing = {
    acknowledgement: false,
    figure: figure === null,
    text: text === null || text === '',
    file: file === null && found.fileHash === null,
  }[asks]
  if (isMissing) throw failure('ANSWER_MISSING')
  const chosen = asks === 'file' ? file : null
  const { insertAnswer, updateAnswer } = directiveQueries(db)
  const outgoing = outgoingFileQueries(db)
  const { fileHash, fileName, fileSize } = found
  const named =
    chosen === null
      ? { fileHash, fileName, fileSize }
      : { fileHash: chosen.hash, fileName: chosen.name, fileSize: chosen.content.length }
  db.write(() => {
    if (chosen !== null) outgoing.insert.run({ ...chosen, addedAt: now() })
    const stated = { directiveId: id, figure: asks === 'figure' ? figure : null, text, answeredOn: today, by, ...named }
    if (answerId === null) insertAnswer.run({ ...stated, id: newId(directiveAnswerIdSchema) })
    else updateAnswer.run({ ...stated, id: answerId })
    outgoing.removeUnused.run()
  })
  return receivedOf(requireDirective(db, id))
}

/** A chosen file that may answer a directive. */
interface ReadAnswerFile {
  readonly hash: string
  readonly name: string
  readonly content: Buffer
}

/** Throws ANSWER_FILE_INVALID, ATTACHMENT_TOO_LARGE. */
export async function readAnswerFile(file: File): Promise<ReadAnswerFile> {
  if (file.size > OUTGOING_MAX_BYTES) throw failure('ATTACHMENT_TOO_LARGE', { limit: '20 MB' })
  const content = Buffer.from(await file.arrayBuffer())
  if (answerFileType(content) === null) throw failure('ANSWER_FILE_INVALID')
  // The end of a name tells more than its beginning: it has the kind of the file.
  return { hash: createHash('sha256').update(content).digest('hex'), name: file.name.slice(-200), content }
}

/** Saves the file of an answer where a person says, see the contract. */
export async function saveAnswerFile(db: BranchDatabase, host: HostClient, id: DirectiveId) {
  const { fileHash, fileName } = requireDirective(db, id)
  const content = fileHash === null ? undefined : outgoingFileQueries(db).content.get(fileHash)
  if (content === undefined) throw failure('NOT_FOUND')
  const place = await host.chooseSavePath({ suggestedName: fileName ?? '' })
  if (place === null) return { isWritten: false }
  await writeBytes(place, content)
  db.write(() => logAccess(db, { kind: 'export', subject: path.basename(place), count: 1 }))
  return { isWritten: true }
}

function requireDirective(db: BranchDatabase, id: DirectiveId): DirectiveRow {
  const found = directiveQueries(db).get.get(id)
  if (found === undefined) throw failure('NOT_FOUND')
  return found
}

function sentFile({ fileName, fileSize, fileSent }: Pick<DirectiveRow, 'fileName' | 'fileSize' | 'fileSent'>) {
  if (fileName === null || fileSize === null) return null
  const file = { name: fileName, size: fileSize, sent: Math.max(0, fileSent ?? 0) }
  const state = (): SentFile['state'] => {
    if (fileSent === null) return 'elsewhere'
    if (fileSent === FILE_REFUSED) return 'refused'
    return fileSent < fileSize ? 'waiting' : 'stored'
  }
  return { ...file, state: state() }
}

function receivedOf(row: DirectiveRow): ReceivedDirective {
  const { answerId, figure, answerText, answeredOn, by, fileHash: _, fileName, fileSize, fileSent, ...directive } = row
  if (answerId === null || answeredOn === null) return { ...directive, answer: null }
  const file = sentFile({ fileName, fileSize, fileSent })
  return { ...directive, answer: { id: answerId, figure, text: answerText, answeredOn, by, file } }
}
