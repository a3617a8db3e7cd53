import { and, asc, eq, sql } from 'drizzle-orm'
import { createHash } from 'node:crypto'
import { answerFileType } from '../shared/rules/answer-file'
import type { FileRefusal, Piece } from '../shared/sync/outgoing-file'
import type { HubQueries } from './database'
import type { Hub } from './hub'
import { fileContent, filePiece, record } from './schema'

/** Whether an answer of the organisation names the file. */
async function isNamed(tx: HubQueries, organisationId: string, { hash, size }: Piece): Promise<boolean> {
  const found = await tx
    .select({ rowId: record.rowId })
    .from(record)
    .where(
      and(
        eq(record.organisation, organisationId),
        eq(record.table, 'directive_answer'),
        eq(record.deleted, false),
        sql`${record.columns}->>'file_hash' = ${hash}`,
        sql`${record.columns}->>'file_size' = ${String(size)}`,
      ),
    )
    .limit(1)
  return found.length > 0
}

async function assembled(tx: HubQueries, organisationId: string, hash: string): Promise<Buffer> {
  const pieces = await tx
    .select({ content: filePiece.content })
    .from(filePiece)
    .where(and(eq(filePiece.organisation, organisationId), eq(filePiece.hash, hash)))
    .orderBy(asc(filePiece.start))
  return Buffer.concat(pieces.map(({ content }) => content))
}

/**
 * Keeps a piece of a file that answers a directive when it begins where the part that is here ends, and answers how much
 * is here. The last piece shows whether the content is what was announced.
 */
export async function storePiece(
  { orm }: Hub,
  organisationId: string,
  piece: Piece,
): Promise<{ readonly has: number } | { readonly refused: FileRefusal }> {
  const { hash, size, offset } = piece
  const content = Buffer.from(piece.content, 'base64')
  const ofFile = and(eq(fileContent.organisation, organisationId), eq(fileContent.hash, hash))
  return orm.transaction(async (tx) => {
    if (!(await isNamed(tx, organisationId, piece))) return { refused: 'UNKNOWN' }
    await tx.insert(fileContent).values({ organisation: organisationId, hash, size }).onConflictDoNothing()
    const [found] = await tx.select().from(fileContent).where(ofFile).for('update')
    if (found === undefined || found.size !== size) return { refused: 'UNKNOWN' }
    const isNext = found.completeAt === null && offset === found.received && content.length > 0
    if (!isNext) return { has: found.received }
    const received = offset + content.length
    if (received > size) return { refused: 'WRONG_CONTENT' }
    await tx.insert(filePiece).values({ organisation: organisationId, hash, start: offset, content })
    if (received < size) {
      await tx.update(fileContent).set({ received }).where(ofFile)
      return { has: received }
    }
    const whole = await assembled(tx, organisationId, hash)
    const mediaType = answerFileType(whole)
    const isRight = createHash('sha256').update(whole).digest('hex') === hash
    if (!isRight || mediaType === null) {
      await tx.delete(filePiece).where(and(eq(filePiece.organisation, organisationId), eq(filePiece.hash, hash)))
      await tx.delete(fileContent).where(ofFile)
      return { refused: isRight ? 'WRONG_TYPE' : 'WRONG_CONTENT' }
    }
    await tx
      .update(fileContent)
      .set({ received, mediaType, completeAt: sql`now()` })
      .where(ofFile)
    return { has: received }
  })
}

/** How much of each file of an organisation is here. */
export function filesOf({ orm }: Hub, organisationId: string) {
  return orm
    .select({ hash: fileContent.hash, received: fileContent.received, size: fileContent.size })
    .from(fileContent)
    .where(eq(fileContent.organisation, organisationId))
}

/** A file that is here as a whole, by the hash that an answer names; null when it is not. */
export async function wholeFile({ orm }: Hub, organisationId: string, hash: string) {
  const ofFile = and(eq(fileContent.organisation, organisationId), eq(fileContent.hash, hash))
  const [found] = await orm.select().from(fileContent).where(ofFile)
  if (found?.mediaType == null) return null
  return { mediaType: found.mediaType, content: await assembled(orm, organisationId, hash) }
}
