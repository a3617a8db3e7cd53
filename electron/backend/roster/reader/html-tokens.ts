/** A tag of a web page; names and attribute names in small letters, attribute values without entities. */
export interface HtmlTag {
  readonly name: string
  readonly closes: boolean
  readonly attributes: ReadonlyMap<string, string>
}

/** Elements whose content is no text for people. */
const UNSEEN = new Set(['script', 'style', 'title', 'xml'])

/** The tags and texts of a web page, as forgiving as browsers are; takes time in proportion to its length. */
export function* htmlTokens(html: string): Generator<HtmlTag | string, void, void> {
  let at = 0
  while (at < html.length) {
    const start = html.indexOf('<', at)
    if (start !== at) yield withoutHtmlEntities(html.slice(at, start < 0 ? html.length : start))
    if (start < 0) return
    if (html.startsWith('<!--', start)) {
      at = endOf(html, '-->', start)
      continue
    }
    if (!/[a-z/!?]/i.test(html[start + 1] ?? '')) {
      yield '<'
      at = start + 1
      continue
    }
    const end = endOfTag(html, start)
    const tag = tagOf(html.slice(start + 1, end))
    at = end + 1
    if (tag === null) continue
    if (UNSEEN.has(tag.name) && !tag.closes) at = endOf(html, '>', endOf(html, `</${tag.name}`, at))
    else yield tag
  }
}

function endOf(html: string, mark: string, from: number): number {
  const found = html.indexOf(mark, from)
  return found < 0 ? html.length : found + mark.length
}

function endOfTag(html: string, start: number): number {
  let quote = ''
  for (let index = start; index < html.length; index++) {
    const character = html[index] ?? ''
    if (quote !== '') {
      if (character === quote) quote = ''
    } else if (character === '>') return index
    // A quote stands for one only where a value begins.
    else if ((character === '"' || character === "'") && /=\s*$/.test(html.slice(Math.max(start, index - 5), index))) {
      quote = character
    }
  }
  return html.length
}

function tagOf(content: string): HtmlTag | null {
  const [whole, slash, name] = /^(\/?)([a-z][\w:-]*)/i.exec(content) ?? []
  if (whole === undefined || name === undefined) return null
  const attributes = new Map<string, string>()
  const pattern = /\s*([^\s=>"'/]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+)))?|\s*["'/=]/gy
  pattern.lastIndex = whole.length
  for (;;) {
    const found = pattern.exec(content)
    if (found === null) break
    const [, attribute, double, single, bare] = found
    if (attribute !== undefined)
      attributes.set(attribute.toLowerCase(), withoutHtmlEntities(double ?? single ?? bare ?? ''))
  }
  return { name: name.toLowerCase(), closes: slash === '/', attributes }
}

/** The named characters that spreadsheets and old systems write. */
const NAMED: Readonly<Record<string, string>> = {
  ...{ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0', ensp: '\u2002', emsp: '\u2003' },
  ...{ middot: '·', bull: '•', hellip: '…', ndash: '–', mdash: '—', lsquo: '‘', rsquo: '’', ldquo: '“', rdquo: '”' },
  ...{ radic: '√', times: '×', deg: '°', yen: '¥', zwnj: '', zwj: '' },
}

function withoutHtmlEntities(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(/&(?:#x([0-9a-f]{1,6})|#([0-9]{1,7})|([a-z]{2,6}));?/gi, (whole, hexadecimal, decimal, name) => {
    if (typeof name === 'string') return NAMED[name] ?? whole
    const code = typeof hexadecimal === 'string' ? parseInt(hexadecimal, 16) : Number(decimal)
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd'
  })
}
