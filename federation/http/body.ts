import type { IncomingMessage } from 'node:http'
import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'

const inflate = promisify(gunzip)

/** A body of which nothing arrives for so long is given up, milliseconds; one that arrives slowly is not. */
const SILENCE = 60_000

/** The body as sent, or null when it is larger than `limit` bytes. */
export async function readBody(request: IncomingMessage, limit: number): Promise<Buffer | null> {
  const parts: Buffer[] = []
  let size = 0
  request.socket.setTimeout(SILENCE)
  try {
    // The connection stays, so that the answer arrives.
    for await (const part of request.iterator({ destroyOnReturn: false })) {
      if (!Buffer.isBuffer(part)) throw new Error('A request is read as bytes')
      size += part.length
      if (size > limit) return null
      parts.push(part)
    }
    return Buffer.concat(parts)
  } finally {
    request.socket.setTimeout(0)
  }
}

/** The body without its gzip; `limit` bytes at most. */
export async function unpack(
  request: IncomingMessage,
  body: Buffer,
  limit: number,
): Promise<Buffer | 'MALFORMED' | 'TOO_LARGE'> {
  if (request.headers['content-encoding'] !== 'gzip') return body
  try {
    return await inflate(body, { maxOutputLength: limit })
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : null
    return code === 'ERR_BUFFER_TOO_LARGE' ? 'TOO_LARGE' : 'MALFORMED'
  }
}
