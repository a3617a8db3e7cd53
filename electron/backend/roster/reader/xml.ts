import { UnreadableFile } from './unreadable'

/** Bytes decoded at a time: the text of a large sheet is never in memory whole. */
const PIECE_BYTES = 1024 * 1024
/** Longest tag or text: a cell holds 32,767 characters, each of which may be written as an entity of nine. */
const MAX_TOKEN_LENGTH = 512 * 1024
/** The elements of a spreadsheet are a dozen deep. */
const MAX_DEPTH = 200

/**
 * Reads the XML of a spreadsheet's part tag by tag: several times as fast as a general parser with its events, and it
 * refuses what has no place there, document types with their entities first of all, so that nothing grows out of them.
 * Names come without their namespace prefix; an empty element is opened and closed.
 */
export class XmlScanner {
  /** Name of the element that was opened or closed. */
  name = ''
  /** The text or CDATA section. */
  text = ''
  /** How many elements are open, one just opened included. */
  depth = 0
  readonly #open: string[] = []
  readonly #decoder: TextDecoder
  #bytesDone = 0
  #piece = ''
  #at = 0
  #attributes = ''
  #isEmptyElement = false

  /** @param seen is told how many bytes were read, each time that some were */
  constructor(
    readonly bytes: Buffer,
    readonly seen: (bytes: number) => void = () => undefined,
  ) {
    this.#decoder = new TextDecoder(encodingOf(bytes))
  }

  /** Goes to the next tag or text. @throws UnreadableFile FILE_BROKEN */
  next(): 'open' | 'close' | 'text' | 'end' {
    if (this.#isEmptyElement) return this.#close(this.#open.at(-1))
    for (;;) {
      this.#readAhead()
      if (this.#at === this.#piece.length) {
        if (this.depth > 0) throw new UnreadableFile('FILE_BROKEN')
        return 'end'
      }
      if (this.#piece.charCodeAt(this.#at) !== LESS_THAN) return this.#readText()
      switch (this.#piece.charCodeAt(this.#at + 1)) {
        case SLASH:
          return this.#close(this.#readTo('>').slice(2).trimEnd())
        case QUESTION_MARK:
          this.#readTo('?>')
          break
        case EXCLAMATION_MARK:
          if (this.#piece.startsWith('<!--', this.#at)) this.#readTo('-->')
          else return this.#readCData()
          break
        default:
          return this.#readStartTag()
      }
    }
  }

  /** An attribute of the element just opened, by its name without prefix. @throws UnreadableFile FILE_BROKEN */
  attribute(wanted: string): string | undefined {
    ATTRIBUTE.lastIndex = 0
    for (;;) {
      const found = ATTRIBUTE.exec(this.#attributes)
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

  /** Goes past what stands here, and gives it, where it has exactly the form of a sticky pattern of whole elements. */
  take(form: RegExp): RegExpExecArray | null {
    if (this.#isEmptyElement) return null
    this.#readAhead()
    form.lastIndex = this.#at
    const found = form.exec(this.#piece)
    if (found !== null) this.#at = form.lastIndex
    return found
  }

  /** Sees to it that the next token is in memory whole. */
  #readAhead(): void {
    if (this.#bytesDone === this.bytes.length || this.#piece.length - this.#at > MAX_TOKEN_LENGTH) return
    const bytes = this.bytes.subarray(this.#bytesDone, this.#bytesDone + PIECE_BYTES)
    this.#bytesDone += bytes.length
    const isLast = this.#bytesDone === this.bytes.length
    this.#piece = this.#piece.slice(this.#at) + this.#decoder.decode(bytes, { stream: !isLast })
    this.#at = 0
    this.seen(bytes.length)
  }

  /** Goes past `end`; answers what stands before it. */
  #readTo(end: string): string {
    const start = this.#at
    const found = this.#piece.indexOf(end, start)
    if (found < 0) throw new UnreadableFile('FILE_BROKEN')
    this.#at = found + end.length
    return this.#piece.slice(start, found)
  }

  #readText(): 'text' {
    const found = this.#piece.indexOf('<', this.#at)
    const end = found < 0 ? this.#piece.length : found
    if (found < 0 && this.#bytesDone < this.bytes.length) throw new UnreadableFile('FILE_BROKEN')
    this.text = withoutEntities(this.#piece.slice(this.#at, end))
    this.#at = end
    if (this.depth === 0 && this.text.trim() !== '') throw new UnreadableFile('FILE_BROKEN')
    return 'text'
  }

  #readCData(): 'text' {
    if (!this.#piece.startsWith(CDATA, this.#at) || this.depth === 0) throw new UnreadableFile('FILE_BROKEN')
    this.text = withUnixLines(this.#readTo(']]>').slice(CDATA.length))
    return 'text'
  }

  #readStartTag(): 'open' {
    const end = this.#endOfTag()
    const [, name = '', attributes = ''] = START_TAG.exec(this.#piece.slice(this.#at, end)) ?? []
    if (name === '' || this.depth === MAX_DEPTH) throw new UnreadableFile('FILE_BROKEN')
    this.#isEmptyElement = this.#piece.charCodeAt(end - 1) === SLASH
    this.#attributes = attributes
    this.#at = end + 1
    this.depth = this.#open.push(name)
    this.name = localName(name)
    return 'open'
  }

  /** A `>` within an attribute's quotes ends no tag. */
  #endOfTag(): number {
    let quote = 0
    for (let index = this.#at; index < this.#piece.length; index++) {
      const code = this.#piece.charCodeAt(index)
      if (quote === 0 && code === GREATER_THAN) return index
      if (code === quote) quote = 0
      else if (quote === 0 && (code === DOUBLE_QUOTE || code === SINGLE_QUOTE)) quote = code
    }
    throw new UnreadableFile('FILE_BROKEN')
  }

  #close(name: string | undefined): 'close' {
    if (name === undefined || this.#open.pop() !== name) throw new UnreadableFile('FILE_BROKEN')
    this.#isEmptyElement = false
    this.depth = this.#open.length
    this.name = localName(name)
    return 'close'
  }
}

const LESS_THAN = 0x3c
const GREATER_THAN = 0x3e
const DOUBLE_QUOTE = 0x22
const SINGLE_QUOTE = 0x27
const SLASH = 0x2f
const QUESTION_MARK = 0x3f
const EXCLAMATION_MARK = 0x21
const CDATA = '<![CDATA['
const START_TAG = /^<([^\s/<>"'=]+)(\s[^]*)?\/?$/
const ATTRIBUTE = /\s+([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/y

/** Parts are in UTF-8 or UTF-16, with a byte order mark or without. */
function encodingOf(bytes: Buffer): string {
  const [first = 0, second = 0] = bytes
  if ((first === 0xff && second === 0xfe) || (first === LESS_THAN && second === 0)) return 'utf-16le'
  if ((first === 0xfe && second === 0xff) || (first === 0 && second === LESS_THAN)) return 'utf-16be'
  return 'utf-8'
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
  return withUnixLines(text).replace(/&([^;&]{0,20};?)/g, (_, entity: string) => {
    const [, hexadecimal, decimal] = /^#(?:x([0-9a-fA-F]+)|([0-9]+));$/.exec(entity) ?? []
    const code = hexadecimal === undefined ? Number(decimal) : parseInt(hexadecimal, 16)
    const character =
      code <= 0x10ffff ? String.fromCodePoint(code) : entity.endsWith(';') ? ENTITIES[entity.slice(0, -1)] : undefined
    if (character === undefined) throw new UnreadableFile('FILE_BROKEN')
    return character
  })
}
