import { crc32, inflateRawSync } from 'node:zlib'
import { fromBufferPromise, type Entry } from 'yauzl'
import { MAX_INFLATED_BYTES, UnreadableFile } from './unreadable'

/** A workbook has dozens of parts, a large one with pictures hundreds. */
const MAX_ENTRIES = 10_000
/** Sheets inflate ten to fifty times; only files that are large as well are refused for more. */
const MAX_RATIO = 200
const RATIO_MATTERS_BYTES = 50 * 1024 * 1024

export interface Zip {
  /** Paths of its parts. */
  readonly paths: ReadonlySet<string>
  /** Declared size of a part in bytes. */
  size(path: string): number
  /** The part, exactly as large as declared. @throws UnreadableFile FILE_BROKEN */
  read(path: string): Promise<Buffer>
}

/**
 * Opens a zip archive after looking at its directory: a bomb is refused before anything is inflated.
 * @throws UnreadableFile FILE_BROKEN, FILE_ENCRYPTED, FILE_TOO_LARGE
 */
export async function openZip(bytes: Buffer): Promise<Zip> {
  const entries = new Map<string, Entry>()
  const zip = await orBroken(() => fromBufferPromise(bytes, { lazyEntries: true, autoClose: false }))
  if (zip.entryCount > MAX_ENTRIES) throw new UnreadableFile('FILE_TOO_LARGE')
  await orBroken(async () => {
    for await (const entry of zip.eachEntry()) entries.set(entry.fileName, entry)
  })
  const all = [...entries.values()]
  const inflated = all.reduce((total, { uncompressedSize }) => total + uncompressedSize, 0)
  const isBomb = inflated > RATIO_MATTERS_BYTES && inflated > bytes.length * MAX_RATIO
  if (inflated > MAX_INFLATED_BYTES || isBomb) throw new UnreadableFile('FILE_TOO_LARGE')
  if (all.some((entry) => entry.isEncrypted())) throw new UnreadableFile('FILE_ENCRYPTED')
  return {
    paths: new Set(entries.keys()),
    size: (path) => entries.get(path)?.uncompressedSize ?? 0,
    read: (path) =>
      orBroken(async () => {
        const entry = entries.get(path)
        if (entry === undefined) throw new UnreadableFile('FILE_BROKEN')
        const { fileDataStart } = await zip.readLocalFileHeaderPromise(entry, { minimal: true })
        const part = unpacked(entry, bytes.subarray(fileDataStart, fileDataStart + entry.compressedSize))
        if (crc32(part) !== entry.crc32) throw new UnreadableFile('FILE_BROKEN')
        return part
      }),
  }
}

/** At once, because a stream takes three times as long; the declared sizes were found bearable, and more is an error. */
function unpacked({ compressionMethod, uncompressedSize }: Entry, packed: Buffer): Buffer {
  if (compressionMethod === 0) return packed
  if (compressionMethod !== 8) throw new UnreadableFile('FILE_BROKEN')
  const size = Math.max(uncompressedSize, 64)
  return inflateRawSync(packed, { chunkSize: size, maxOutputLength: size })
}

async function orBroken<Result>(act: () => Promise<Result>): Promise<Result> {
  try {
    return await act()
  } catch {
    throw new UnreadableFile('FILE_BROKEN')
  }
}
