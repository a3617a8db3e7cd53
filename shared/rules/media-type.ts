const signatures: readonly (readonly [mediaType: AttachmentType, start: readonly number[]])[] = [
  ['image/jpeg', [0xff, 0xd8, 0xff]],
  ['image/png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
  ['application/pdf', [0x25, 0x50, 0x44, 0x46, 0x2d]],
]

/** What a picture or paper may be. */
export type AttachmentType = 'image/jpeg' | 'image/png' | 'application/pdf'

/** What a file is by how its content begins, whatever its name says; null for anything else. */
export function attachmentType(content: Uint8Array): AttachmentType | null {
  const found = signatures.find(([, start]) => start.every((byte, place) => content[place] === byte))
  return found?.[0] ?? null
}
