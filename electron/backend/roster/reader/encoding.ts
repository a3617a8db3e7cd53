import iconv from 'iconv-lite'

/** What is looked at to tell an encoding. */
const SAMPLE_BYTES = 64 * 1024

/**
 * Decodes a text of unknown encoding: by its byte order mark, else as UTF-16 where every other byte of its Latin
 * characters is zero, as UTF-8 where it is (nearly) valid UTF-8, else as Big5 or as GB18030, which holds GBK and GB2312.
 */
export function decodeText(bytes: Buffer): string {
  const utf16 = utf16Of(bytes)
  if (utf16 !== null) return iconv.decode(bytes, utf16)
  const text = new TextDecoder('utf-8').decode(bytes)
  if (isNearlyWithout(text, /\ufffd/g)) return text
  return iconv.decode(bytes, isBig5(bytes.subarray(0, SAMPLE_BYTES)) ? 'big5' : 'gb18030').replace(/^\ufeff/, '')
}

function utf16Of(bytes: Buffer): 'utf-16le' | 'utf-16be' | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  const sample = bytes.subarray(0, SAMPLE_BYTES)
  const zeros = [0, 0]
  sample.forEach((byte, index) => {
    if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1
  })
  const [even = 0, odd = 0] = zeros
  // 一 (U+4E00) and a few others have a zero of their own, in the other byte.
  if (Math.max(even, odd) < sample.length * 0.02 || Math.min(even, odd) * 10 > Math.max(even, odd)) return null
  return odd > even ? 'utf-16le' : 'utf-16be'
}

/** Whether hardly one in fifty of the characters beyond ASCII is of that kind; a damaged byte spoils no encoding. */
function isNearlyWithout(text: string, kind: RegExp): boolean {
  const found = text.match(kind)?.length ?? 0
  return found === 0 || found * 50 <= (text.match(/[^\u0000-\u007f]/g)?.length ?? 0)
}

/**
 * Tells Big5 from GB18030. Both begin with the characters that are in common use, Big5 at 0xA4 to 0xC6 and GB 2312 at
 * 0xB0 to 0xD7: the encoding in which more of the text is common is the right one.
 */
function isBig5(bytes: Buffer): boolean {
  const isCommonBig5 = (lead: number, trail: number) =>
    lead >= 0xa4 && lead <= 0xc6 && ((trail >= 0x40 && trail <= 0x7e) || trail >= 0xa1)
  const isCommonGb = (lead: number, trail: number) => lead >= 0xb0 && lead <= 0xd7 && trail >= 0xa1
  const isBeyondBig5 = (lead: number, trail: number) => lead < 0xa1 || lead > 0xf9 || trail < 0x40
  const isBeyondGb = (_: number, trail: number) => trail < 0x30 || trail === 0x7f
  return shareOf(bytes, isCommonBig5, isBeyondBig5) > shareOf(bytes, isCommonGb, isBeyondGb)
}

type PairTest = (lead: number, trail: number) => boolean

/** Share of common characters among those of two bytes, impossible ones counted against it. */
function shareOf(bytes: Buffer, isCommon: PairTest, isBeyond: PairTest): number {
  let pairs = 0
  let score = 0
  for (let index = 0; index < bytes.length - 1; index++) {
    const lead = bytes[index] ?? 0
    if (lead < 0x80) continue
    const trail = bytes[++index] ?? 0
    pairs++
    if (isBeyond(lead, trail)) score--
    else if (isCommon(lead, trail)) score++
  }
  return pairs === 0 ? 0 : score / pairs
}
