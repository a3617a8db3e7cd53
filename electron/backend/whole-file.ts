import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { createWriteStream, type WriteStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import path from 'node:path'
import { failure } from '../../shared/contract/errors'

/**
 * Writes a file that grows beside its place and takes it when it is whole; an abort or a failure leaves what was there
 * before. Throws EXPORT_NOT_WRITTEN, DISK_FULL.
 * @param write is given the stream and a promise that is rejected when the stream breaks; it ends the stream itself
 */
export async function* writeWhole<Event>(
  file: string,
  write: (stream: WriteStream, broken: Promise<never>) => AsyncGenerator<Event, void, void>,
): AsyncGenerator<Event, void, void> {
  const part = path.join(path.dirname(file), `.${randomBytes(6).toString('hex')}.part`)
  const output = createWriteStream(part, { flags: 'wx' })
  const broken = new Promise<never>((_, reject) => output.on('error', reject))
  // Also told of when nobody waits for it any more.
  broken.catch(() => undefined)
  try {
    yield* write(output, broken)
    await rename(part, file)
  } catch (error) {
    throw asExportFailure(error)
  } finally {
    if (!output.closed) {
      output.destroy()
      // Not `once`, which an error before the close would end: a writer may still be at it.
      await new Promise<void>((resolve) => output.on('close', () => resolve()))
    }
    await rm(part, { force: true })
  }
}

/** Writes bytes as a whole. Throws EXPORT_NOT_WRITTEN, DISK_FULL. */
export async function writeBytes(file: string, bytes: Uint8Array): Promise<void> {
  const writing = writeWhole(file, async function* (stream, broken) {
    yield
    const closed = once(stream, 'close')
    stream.end(bytes)
    await Promise.race([closed, broken])
  })
  while ((await writing.next()).done !== true) continue
}

function asExportFailure(error: unknown): unknown {
  if (!(error instanceof Error) || !('syscall' in error)) return error
  return failure('code' in error && error.code === 'ENOSPC' ? 'DISK_FULL' : 'EXPORT_NOT_WRITTEN')
}
