/** Width and height of a JPEG in pixels as its frame header says; null when the bytes are no whole JPEG. */
export function jpegSize(bytes: Uint8Array): { readonly width: number; readonly height: number } | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const isWhole = bytes.length > 20 && view.getUint16(0) === 0xffd8 && view.getUint16(bytes.length - 2) === 0xffd9
  // Segments: a marker, then the length of what follows, which counts its own two bytes.
  for (let at = 2; isWhole && at + 9 < bytes.length && view.getUint8(at) === 0xff; at += 2 + view.getUint16(at + 2)) {
    const marker = view.getUint8(at + 1)
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
    if (isFrame) return { height: view.getUint16(at + 5), width: view.getUint16(at + 7) }
  }
  return null
}
