import { UnreadableFile } from './unreadable'

/** The elements of a spreadsheet are a dozen deep. */
const MAX_DEPTH = 200
/** Bytes between two words about how far it is. */
const TOLD_EVERY = 256 * 1024

/**
 * Reads the XML of a spreadsheet's part tag by tag, from its bytes: several times as fast as a general parser with its
 * events, and it refuses what has no place there, document types with their entities first of all, so that nothing
 * grows out of them. Names come without their namespace prefix; an empty element is opened and closed.
 */
export class XmlScanner {
  /** Name of the element that was opened or closed. */
  name = ''
  /** The text or CDATA section. */
  text = ''
  /** How many elements are open, one just opened included. */
  depth = 0
  readonly #bytes: Buffer
  readonly #seen: (bytes: number) => void
  readonly #open: string[] = []
  readonly #shortNames = new Map<number, string>()
  #at = 0
  #told = 0
  #attributesStart = 0
  #attributesEnd = 0
  #isEmptyElement = false

  /** @param seen is told now and then how many bytes were read since */
  constructor(bytes: Buffer, seen: (bytes: number) => void = () => undefined) {
    this.#bytes = inUtf8(bytes)
    this.#seen = seen
  }

  /** Goes to the next tag or text. @throws UnreadableFile FILE_BROKEN */
  next(): 'open' | 'close' | 'text' | 'end' {
    if (this.#isEmptyElement) {
      this.#isEmptyElement = false
      return this.#close(this.#open.at(-1))
    }
    if (this.#at - this.#told >= TOLD_EVERY) this.#tell()
    const bytes = this.#bytes
    for (;;) {
      if (this.#at >= bytes.length) {
        if (this.depth > 0) throw new UnreadableFile('FILE_BROKEN')
        this.#tell()
        return 'end'
      }
      if (bytes[this.#at] !== LESS_THAN) return this.#readText()
      const mark = bytes[this.#at + 1]
      if (mark === SLASH) return this.#readEndTag()
      if (mark === QUESTION_MARK) this.#goPast('?>')
      else if (mark !== EXCLAMATION_MARK) return this.#readStartTag()
      else if (bytes[this.#at + 2] === HYPHEN) this.#goPast('-->')
      else return this.#readCData()
    }
  }

  /** An attribute of the element just opened, by its name without prefix. */
  attribute(wanted: string): string | undefined {
    if (this.#attributesStart === this.#attributesEnd) return undefined
    const attributes = this.#bytes.toString('utf8', this.#attributesStart, this.#attributesEnd)
    ATTRIBUTE.lastIndex = 0
    for (;;) {
      const found = ATTRIBUTE.exec(attributes)
      if (found === null) return undefined
      const [, name = '', quoted, single = ''] = found
      if (localName(name) === wanted) return withoutEntities(quoted ?? single)
    }
  }

  /** The text within the element just opened, up to its end. */
  content(): string {
    const { depth } = this
    let content = ''
    for (let token = this.next(); this.depth >= depth; token = this.next()) if (token === 'text') content += this.text
    return content
  }

  /** Goes past the element just opened. */
  skip(): void {
    const { depth } = this
    do this.next()
    while (this.depth >= depth)
  }

  /**
   * Goes past a whole element that `read` knows by its exact form, and is faster with.
   * @param read is given bytes and where in them the element is; answers where it ends, or -1
   */
  take(read: (bytes: Buffer, at: number) => number): boolean {
    if (this.#isEmptyElement) return false
    const end = read(this.#bytes, this.#at)
    if (end >= 0) this.#at = end
    return end >= 0
  }

  #tell(): void {
    this.#seen(this.#at - this.#told)
    this.#told = this.#at
  }

  #goPast(end: string): void {
    const found = this.#bytes.indexOf(end, this.#at + 2, 'latin1')
    if (found < 0) throw new UnreadableFile('FILE_BROKEN')
    this.#at = found + end.length
  }

  #readText(): 'text' {
    const start = this.#at
    const found = this.#bytes.indexOf(LESS_THAN, start)
    this.#at = found < 0 ? this.#bytes.length : found
    this.text = withoutEntities(this.#bytes.toString('utf8', start, this.#at))
    if (this.depth === 0 && /[^\s\ufeff]/.test(this.text)) throw new UnreadableFile('FILE_BROKEN')
    return 'text'
  }

  #readCData(): 'text' {
    const start = this.#at + CDATA.length
    if (this.depth === 0 || this.#bytes.toString('latin1', this.#at, start) !== CDATA) {
      throw new UnreadableFile('FILE_BROKEN')
    }
    this.#goPast(']]>')
    this.text = withUnixLines(this.#bytes.toString('utf8', start, this.#at - 3))
    return 'text'
  }

  #readStartTag(): 'open' {
    const nameStart = this.#at + 1
    const nameEnd = this.#endOfName(nameStart)
    const end = this.#endOfTag(nameEnd)
    if (nameEnd === nameStart || this.depth === MAX_DEPTH) throw new UnreadableFile('FILE_BROKEN')
    this.#isEmptyElement = this.#bytes[end - 1] === SLASH
    this.#attributesStart = nameEnd
    this.#attributesEnd = this.#isEmptyElement ? end - 1 : end
    this.#at = end + 1
    const name = this.#nameAt(nameStart, nameEnd)
    this.depth = this.#open.push(name)
    this.name = localName(name)
    return 'open'
  }

  #readEndTag(): 'close' {
    const nameStart = this.#at + 2
    const nameEnd = this.#endOfName(nameStart)
    this.#at = this.#endOfTag(nameEnd) + 1
    return this.#close(this.#nameAt(nameStart, nameEnd))
  }

  #close(name: string | undefined): 'close' {
    if (name === undefined || this.#open.pop() !== name) throw new UnreadableFile('FILE_BROKEN')
    this.depth = this.#open.length
    this.name = localName(name)
    return 'close'
  }

  #endOfName(start: number): number {
    let index = start
    for (; ; index++) {
      const byte = this.#bytes[index]
      if (byte === undefined || byte <= SPACE || byte === SLASH || byte === GREATER_THAN) return index
    }
  }

  /** A `>` within an attribute's quotes ends no tag. */
  #endOfTag(start: number): number {
    const bytes = this.#bytes
    let quote = 0
    for (let index = start; index < bytes.length; index++) {
      const byte = bytes[index]
      if (quote !== 0) {
        if (byte === quote) quote = 0
      } else if (byte === GREATER_THAN) return index
      else if (byte === DOUBLE_QUOTE || byte === SINGLE_QUOTE) quote = byte
    }
    throw new UnreadableFile('FILE_BROKEN')
  }

  /** Nearly all names are of one to four letters: those are made once, not a million times. */
  #nameAt(start: number, end: number): string {
    if (end - start > 4) return this.#bytes.toString('utf8', start, end)
    let key = 0
    for (let index = start; index < end; index++) key = key * 256 + (this.#bytes[index] ?? 0)
    let name = this.#shortNames.get(key)
    if (name === undefined) {
      name = this.#bytes.toString('utf8', start, end)
      this.#shortNames.set(key, name)
    }
    return name
  }
}

const LESS_THAN = 0x3c
const GREATER_THAN = 0x3e
const DOUBLE_QUOTE = 0x22
const SINGLE_QUOTE = 0x27
const SPACE = 0x20
const SLASH = 0x2f
const HYPHEN = 0x2d
const QUESTION_MARK = 0x3f
const EXCLAMATION_MARK = 0x21
const CDATA = '<![CDATA['
const ATTRIBUTE = /\s+([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/y

/** Parts are in UTF-8 or UTF-16, with a byte order mark or without. */
function inUtf8(bytes: Buffer): Buffer {
  const [first = 0, second = 0] = bytes
  if ((first === 0xff && second === 0xfe) || (first === LESS_THAN && second === 0)) {
    return Buffer.from(new TextDecoder('utf-16le').decode(bytes))
  }
  if ((first === 0xfe && second === 0xff) || (first === 0 && second === LESS_THAN)) {
    return Buffer.from(new TextDecoder('utf-16be').decode(bytes))
  }
  return bytes
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}

function withUnixLines(text: string): string {
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** @throws UnreadableFile FILE_BROKEN for an entity that XML itself does not know */
export function withoutEntities(text: string): string {
  if (!text.includes('&')) return withUnixLines(text)
  return withUnixLines(text).replace(/&([^;&]{0,20}(;?))/g, (_, entity: string, end: string) => {
    const [, hexadecimal, decimal] = /^#(?:x([0-9a-fA-F]+)|([0-9]+));$/.exec(entity) ?? []
    const code = hexadecimal === undefined ? Number(decimal) : parseInt(hexadecimal, 16)
    const character = code <= 0x10ffff ? String.fromCodePoint(code) : ENTITIES[entity.slice(0, -end.length)]
    if (character === undefined || end === '') throw new UnreadableFile('FILE_BROKEN')
    return character
  })
}

/** Whether these bytes are there. */
export function startsWith(bytes: Buffer, at: number, expected: Buffer): boolean {
  for (let index = 0; index < expected.length; index++) if (bytes[at + index] !== expected[index]) return false
  return true
}
