import { write, type WorkBook } from '@e965/xlsx'

export interface Upload {
  readonly name: string
  readonly mimeType: string
  readonly buffer: Buffer
}

/** A workbook as a person chooses it in the window. */
export function upload(name: string, workbook: WorkBook): Upload {
  const bytes: unknown = write(workbook, { type: 'buffer', bookType: 'xlsx' })
  if (!Buffer.isBuffer(bytes)) throw new Error('A buffer was asked for')
  return { name, mimeType: 'application/octet-stream', buffer: bytes }
}
