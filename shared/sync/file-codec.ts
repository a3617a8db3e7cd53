import {
  FILE_FORMAT,
  FILE_MAX_BYTES,
  fileText,
  invitationText,
  PART_MAX_BYTES,
  PART_MAX_INFLATED_BYTES,
  type FileKind,
  type Invitation,
} from './file'

/** Why a file cannot be read at all. */
export type FileProblem =
  /** No file of an exchange. */
  | 'NOT_OURS'
  /** An answer where a report is read, or the other way round. */
  | 'OTHER_KIND'
  | 'NEWER'
  /** Encrypted to somebody else. */
  | 'FOREIGN'
  | 'DAMAGED'
  | 'TOO_LARGE'

export class FileFailure extends Error {
  constructor(
    readonly problem: FileProblem,
    options?: ErrorOptions,
  ) {
    super(problem, options)
  }
}

const AGE_LINE = 'age-encryption.org/v1\n'
const STANZA = 'gonghui-file'
const LENGTH_BYTES = 4
const SIGNATURE_BYTES = 64
/** Enough for the header of a file of ours, which names one recipient. */
const HEAD_BYTES = 2048

const ed25519 = { name: 'Ed25519' }

function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0))
}

function toBase64(bytes: Uint8Array): string {
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
}

function toHex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

async function sha256(...pieces: readonly Uint8Array<ArrayBuffer>[]): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', await new Blob([...pieces]).arrayBuffer()))
}

/** @param privateKey Ed25519, PKCS #8 in base64 */
async function sign(text: string, privateKey: string): Promise<Uint8Array<ArrayBuffer>> {
  const key = await crypto.subtle.importKey('pkcs8', fromBase64(privateKey), ed25519, false, ['sign'])
  return new Uint8Array(await crypto.subtle.sign(ed25519, key, new TextEncoder().encode(text)))
}

/** @param publicKey Ed25519, SPKI in base64; what is no key has signed nothing */
async function isSigned(text: string, signature: Uint8Array<ArrayBuffer>, publicKey: string): Promise<boolean> {
  try {
    const key = await crypto.subtle.importKey('spki', fromBase64(publicKey), ed25519, false, ['verify'])
    return await crypto.subtle.verify(ed25519, key, signature, new TextEncoder().encode(text))
  } catch {
    return false
  }
}

/** 16 digits of a hub's key in groups of four, to be compared by telephone. */
export async function checkNumber(publicKey: string): Promise<string> {
  const hash = await sha256(fromBase64(publicKey))
  const number = new DataView(hash.buffer).getBigUint64(0) % 10n ** 16n
  return number
    .toString()
    .padStart(16, '0')
    .replaceAll(/(.{4})(?!$)/g, '$1 ')
}

/** The signature of an invitation, in base64. */
export async function signInvitation(invitation: Invitation, privateKey: string): Promise<string> {
  return toBase64(await sign(invitationText(invitation), privateKey))
}

/** Whether an invitation is as the hub whose key it has made it. */
export async function isWholeInvitation(invitation: Invitation & { readonly signature: string }): Promise<boolean> {
  return isSigned(invitationText(invitation), fromBase64(invitation.signature), invitation.keys.key)
}

async function* chunksOf(stream: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array, void, void> {
  const reader = stream.getReader()
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return
      yield value
    }
  } finally {
    await reader.cancel().catch(() => undefined)
  }
}

async function packed(part: unknown): Promise<Uint8Array<ArrayBuffer>> {
  const stream = new Blob([JSON.stringify(part)]).stream().pipeThrough(new CompressionStream('gzip'))
  return new Uint8Array(await new Response(stream).arrayBuffer())
}

async function unpacked(part: Uint8Array<ArrayBuffer>): Promise<unknown> {
  const stream = new Blob([part]).stream().pipeThrough(new DecompressionStream('gzip'))
  const pieces: Uint8Array<ArrayBuffer>[] = []
  let size = 0
  for await (const piece of chunksOf(stream)) {
    size += piece.length
    if (size > PART_MAX_INFLATED_BYTES) throw new FileFailure('DAMAGED')
    pieces.push(new Uint8Array(piece))
  }
  return JSON.parse(await new Blob(pieces).text())
}

function lengthOf(bytes: Uint8Array): number {
  return new DataView(bytes.buffer, bytes.byteOffset).getUint32(0)
}

function lengthBytes(length: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(LENGTH_BYTES)
  new DataView(bytes.buffer).setUint32(0, length)
  return bytes
}

/** How a file is sealed: for whom, and by whom. */
export interface Seal {
  readonly kind: FileKind
  readonly recipient: string
  /** Ed25519, PKCS #8 in base64. */
  readonly privateKey: string
}

async function* plainBytes({ kind, privateKey }: Seal, parts: AsyncIterable<unknown> | Iterable<unknown>) {
  let digest: Uint8Array<ArrayBuffer> = new Uint8Array(32)
  for await (const part of parts) {
    const bytes = await packed(part)
    digest = await sha256(digest, bytes)
    yield lengthBytes(bytes.length)
    yield bytes
  }
  yield lengthBytes(0)
  yield await sign(fileText(kind, toHex(digest)), privateKey)
}

function streamOf(bytes: AsyncGenerator<Uint8Array, void, void>): ReadableStream<Uint8Array> {
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await bytes.next()
      if (done === true) controller.close()
      else controller.enqueue(value)
    },
    async cancel() {
      await bytes.return()
    },
  })
}

/** A file of the given parts, the header first, signed and encrypted; it comes as it is made. */
export async function sealedFile(
  seal: Seal,
  parts: AsyncIterable<unknown> | Iterable<unknown>,
): Promise<ReadableStream<Uint8Array>> {
  // Large, and needed by the few who exchange by file.
  const { Encrypter, Stanza } = await import('age-encryption')
  const encrypter = new Encrypter()
  encrypter.addRecipient(seal.recipient)
  encrypter.addRecipient({
    wrapFileKey: () => [new Stanza([STANZA, seal.kind, String(FILE_FORMAT)], new Uint8Array())],
  })
  return encrypter.encrypt(streamOf(plainBytes(seal, parts)))
}

/** A file whose parts are all there; nothing is said yet about who signed it. */
export interface OpenedFile {
  readonly header: unknown
  isSignedBy(publicKey: string): Promise<boolean>
  /** The parts after the header, decrypted anew. */
  parts(): AsyncGenerator<unknown, void, void>
}

type Frame = { readonly part: Uint8Array<ArrayBuffer> } | { readonly signature: Uint8Array<ArrayBuffer> }

/** What stands inside a file, packed; the signature comes last. */
async function* framesOf(file: Blob, identity: string): AsyncGenerator<Frame, void, void> {
  const { Decrypter } = await import('age-encryption')
  const decrypter = new Decrypter()
  decrypter.addIdentity(identity)
  const chunks = chunksOf(await decrypter.decrypt(file.stream()))
  let buffer: Uint8Array<ArrayBuffer> = new Uint8Array()
  async function take(count: number): Promise<Uint8Array<ArrayBuffer>> {
    const pieces = [buffer]
    let size = buffer.length
    while (size < count) {
      const { done, value } = await chunks.next()
      if (done === true) throw new FileFailure('DAMAGED')
      pieces.push(new Uint8Array(value))
      size += value.length
    }
    const all = pieces.length === 1 ? buffer : new Uint8Array(await new Blob(pieces).arrayBuffer())
    buffer = all.subarray(count)
    return all.subarray(0, count)
  }
  try {
    for (;;) {
      const length = lengthOf(await take(LENGTH_BYTES))
      if (length > PART_MAX_BYTES) throw new FileFailure('DAMAGED')
      if (length === 0) break
      yield { part: await take(length) }
    }
    yield { signature: await take(SIGNATURE_BYTES) }
    // To the end, so that the whole of it is known to be as it was encrypted.
    let isAtEnd = buffer.length === 0
    for await (const chunk of chunks) isAtEnd &&= chunk.length === 0
    if (!isAtEnd) throw new FileFailure('DAMAGED')
  } finally {
    await chunks.return()
  }
}

function failureOf(error: unknown): FileFailure {
  if (error instanceof FileFailure) return error
  const isForeign = error instanceof Error && error.message.startsWith('no identity matched')
  return new FileFailure(isForeign ? 'FOREIGN' : 'DAMAGED', { cause: error })
}

/** What a file says it is before it is decrypted. Throws a FileFailure for what is not to be read here. */
async function checkOutside(file: Blob, kind: FileKind): Promise<void> {
  if (file.size > FILE_MAX_BYTES) throw new FileFailure('TOO_LARGE')
  const head = await file.slice(0, HEAD_BYTES).text()
  if (!head.startsWith(AGE_LINE)) throw new FileFailure('NOT_OURS')
  const end = head.indexOf('\n--- ')
  if (end === -1) throw new FileFailure('DAMAGED')
  const [, told, format] = /^-> gonghui-file (\S+) (\d+)$/m.exec(head.slice(0, end)) ?? []
  if (told === undefined) throw new FileFailure('NOT_OURS')
  if (Number(format) > FILE_FORMAT) throw new FileFailure('NEWER')
  if (told !== kind) throw new FileFailure('OTHER_KIND')
}

/** Goes through a whole file and tells what its header says; throws a FileFailure. */
export async function openFile(file: Blob, kind: FileKind, identity: string): Promise<OpenedFile> {
  await checkOutside(file, kind)
  let header: unknown
  let signature: Uint8Array<ArrayBuffer> = new Uint8Array()
  let digest: Uint8Array<ArrayBuffer> = new Uint8Array(32)
  let count = 0
  try {
    for await (const frame of framesOf(file, identity)) {
      if ('signature' in frame) {
        signature = frame.signature
        continue
      }
      if (count === 0) header = await unpacked(frame.part)
      digest = await sha256(digest, frame.part)
      count += 1
    }
  } catch (error) {
    throw failureOf(error)
  }
  return {
    header,
    isSignedBy: (publicKey) => isSigned(fileText(kind, toHex(digest)), signature, publicKey),
    async *parts() {
      let isHeader = true
      for await (const frame of framesOf(file, identity)) {
        if ('part' in frame && !isHeader) yield await unpacked(frame.part)
        isHeader = false
      }
    },
  }
}
