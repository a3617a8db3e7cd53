import busboy from 'busboy'
import { createWriteStream, openAsBlob } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import type { IncomingMessage } from 'node:http'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'

const FILES_MAX = 50

/** Files of a form, kept on the disk until they are let go; nothing larger than a piece is ever in memory. */
export interface ReceivedFiles extends AsyncDisposable {
  /** Null content for a file that is larger than it may be. */
  readonly files: readonly { readonly name: string; readonly content: Blob | null }[]
}

/** Receives the files of a form (`enctype="multipart/form-data"`); null for anything else. */
export async function receiveFiles(request: IncomingMessage, maxBytes: number): Promise<ReceivedFiles | null> {
  if (request.headers['content-type']?.startsWith('multipart/form-data') !== true) return null
  const folder = await mkdtemp(path.join(tmpdir(), 'gonghui-received-'))
  const remove = () => rm(folder, { recursive: true, force: true })
  try {
    const arriving: Promise<{ name: string; content: Blob | null }>[] = []
    const parser = busboy({
      headers: request.headers,
      defParamCharset: 'utf8',
      limits: { fileSize: maxBytes, files: FILES_MAX },
    })
    parser.on('file', (_field, stream, { filename }) => {
      const place = path.join(folder, String(arriving.length))
      const arrival = pipeline(stream, createWriteStream(place)).then(async () => ({
        name: filename,
        content: stream.truncated === true ? null : await openAsBlob(place),
      }))
      // Told of below; a connection that breaks must not end the process before.
      arrival.catch(() => undefined)
      arriving.push(arrival)
    })
    await pipeline(request, parser)
    return { files: await Promise.all(arriving), [Symbol.asyncDispose]: remove }
  } catch (error) {
    await remove()
    throw error
  }
}
