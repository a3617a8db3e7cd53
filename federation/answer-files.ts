import { Zip, ZipPassThrough } from 'fflate'
import { answerFileEndings, type AnswerFileType } from '../shared/rules/answer-file'
import type { Seen } from './accounts/seen'
import { branchAnswers, type BranchAnswer } from './directives'
import { wholeFile } from './files'
import type { Hub } from './hub'

/** Bytes of files in one archive, which are downloaded in one go. */
const ARCHIVE_MAX_BYTES = 1024 * 1024 * 1024
const NAME_MAX = 150

/** A file that came whole with the answer of a branch, under the name it is handed out by. */
export interface AnswerFile {
  readonly organisation: string
  readonly hash: string
  readonly size: number
  readonly name: string
}

/**
 * The name of a branch's file as it is handed out: whose it is first, nothing that a system takes for more than a name, and
 * the ending of what it really is.
 */
export function nameOfFile(unionName: string, name: string, mediaType: AnswerFileType): string {
  const [ending, ...others] = answerFileEndings[mediaType]
  const plain = (text: string) => text.replaceAll(/[\p{C}\\/:*?"<>|]/gu, ' ').replaceAll(/\s+/g, ' ')
  const own = [ending, ...others].find((one) => name.toLowerCase().endsWith(one))
  const stem = own === undefined ? name : name.slice(0, -own.length)
  const called = `${plain(unionName)}-${plain(stem)}`.slice(0, NAME_MAX).replaceAll(/^[. -]+|[. ]+$/g, '')
  return `${called}${ending}`
}

function isKnownType(type: string | null): type is AnswerFileType {
  return type !== null && Object.hasOwn(answerFileEndings, type)
}

/** The file of an answer if it is here as a whole. */
export function fileOfAnswer({ organisation, unionName, file }: BranchAnswer): AnswerFile | null {
  if (file === null || !isKnownType(file.mediaType)) return null
  const { hash, size } = file
  return { organisation, hash, size, name: nameOfFile(unionName, file.name, file.mediaType) }
}

/** The files that answer a directive, of the organisations that are seen, in archives of a bearable size. */
export async function archivesOf(seen: Seen, directive: string) {
  const files = (await branchAnswers(seen, directive)).flatMap((answer) => fileOfAnswer(answer) ?? [])
  const archives: AnswerFile[][] = []
  let room = 0
  for (const file of files) {
    const last = archives.at(-1)
    if (last === undefined || file.size > room) {
      archives.push([file])
      room = ARCHIVE_MAX_BYTES - file.size
    } else {
      last.push(file)
      room -= file.size
    }
  }
  return archives
}

/** Files as one .zip, piece by piece, so that one of them is in memory at a time. */
export async function* archived(hub: Hub, files: readonly AnswerFile[]): AsyncGenerator<Uint8Array, void, void> {
  const chunks: Uint8Array[] = []
  const zip = new Zip((error, chunk) => {
    if (error !== null) throw error
    chunks.push(chunk)
  })
  const taken = new Map<string, number>()
  for (const { organisation, hash, name } of files) {
    const found = await wholeFile(hub, organisation, hash)
    if (found === null) continue
    const times = (taken.get(name) ?? 0) + 1
    taken.set(name, times)
    const part = new ZipPassThrough(times === 1 ? name : name.replace(/(?=\.\w+$)/, ` (${times})`))
    zip.add(part)
    part.push(found.content, true)
    yield* chunks.splice(0)
  }
  zip.end()
  yield* chunks.splice(0)
}
