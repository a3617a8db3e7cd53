import { attachmentType, type AttachmentType } from './media-type'

/** What a file that answers a directive may be. */
export type AnswerFileType =
  | AttachmentType
  | 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
  | 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/** How the name of such a file ends. */
export const answerFileEndings: Readonly<Record<AnswerFileType, readonly [string, ...string[]]>> = {
  'image/jpeg': ['.jpg', '.jpeg'],
  'image/png': ['.png'],
  'application/pdf': ['.pdf'],
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': ['.xlsx'],
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': ['.docx'],
}

const ZIP_START = [0x50, 0x4b, 0x03, 0x04]

/** Names inside a workbook or document; they stand in its directory as they are. */
const mainParts: readonly (readonly [AnswerFileType, string])[] = [
  ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'xl/workbook.xml'],
  ['application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'word/document.xml'],
]
/** A program inside it, which nobody asked for. */
const MACROS = 'vbaProject.bin'

/** What a file is by its content, whatever its name says; null for anything that is not taken. */
export function answerFileType(content: Uint8Array): AnswerFileType | null {
  if (!ZIP_START.every((byte, place) => content[place] === byte)) return attachmentType(content)
  const text = new TextDecoder('latin1').decode(content)
  if (text.includes(MACROS)) return null
  return mainParts.find(([, name]) => text.includes(name))?.[0] ?? null
}
