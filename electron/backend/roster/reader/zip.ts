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
  /** Declared size of a part in bytes; a part that turns out larger is refused while it is read. */
  size(path: string): number
  /** The part's text, piece by piece. @throws UnreadableFile FILE_BROKEN */
  text(path: string): AsyncGenerator<string>
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
    for await (const entry of zip.eachEntry()) entries.set(entry.fileName.replace(/^\//, ''), entry)
  })
  const all = [...entries.values()]
  const inflated = all.reduce((total, { uncompressedSize }) => total + uncompressedSize, 0)
  const isBomb = inflated > RATIO_MATTERS_BYTES && inflated > bytes.length * MAX_RATIO
  if (inflated > MAX_INFLATED_BYTES || isBomb) throw new UnreadableFile('FILE_TOO_LARGE')
  if (all.some((entry) => entry.isEncrypted())) throw new UnreadableFile('FILE_ENCRYPTED')
  return {
    paths: new Set(entries.keys()),
    size: (path) => entries.get(path)?.uncompressedSize ?? 0,
    async *text(path) {
      const entry = entries.get(path)
      if (entry === undefined) throw new UnreadableFile('FILE_BROKEN')
      const decoder = new TextDecoder()
      const stream = await orBroken(() => zip.openReadStreamPromise(entry))
      const chunks: AsyncIterator<Buffer> = stream[Symbol.asyncIterator]()
      for (;;) {
        const chunk = await orBroken(() => chunks.next())
        if (chunk.done === true) break
        yield decoder.decode(chunk.value, { stream: true })
      }
      yield decoder.decode()
    },
  }
}

async function orBroken<Result>(act: () => Promise<Result>): Promise<Result> {
  try {
    return await act()
  } catch {
    throw new UnreadableFile('FILE_BROKEN')
  }
}
