import { decodeText } from './encoding'

/** The web pages within a page that was saved as a single file (MHTML, RFC 2557); null where it is none. */
export function pagesOfMhtml(bytes: Buffer): readonly string[] | null {
  const head = bytes.toString('latin1', 0, 5000)
  const [, boundary] = /boundary="?([^"\r\n;]+)"?/i.exec(head) ?? []
  if (boundary === undefined || !/^\s*[\w-]+:/.test(head) || !/^MIME-Version:/im.test(head)) return null
  const text = bytes.toString('latin1')
  return text.split(`--${boundary}`).flatMap((part) => {
    const [, headers = '', content = ''] = /^\r?\n([^]*?)\r?\n\r?\n([^]*)$/.exec(part) ?? []
    if (!/^Content-Type:\s*text\/html/im.test(headers)) return []
    const [, encoding = ''] = /^Content-Transfer-Encoding:\s*([\w-]+)/im.exec(headers) ?? []
    return [decodeText(decodedPart(content, encoding.toLowerCase()))]
  })
}

function decodedPart(content: string, encoding: string): Buffer {
  if (encoding === 'base64') return Buffer.from(content, 'base64')
  if (encoding !== 'quoted-printable') return Buffer.from(content, 'latin1')
  const joined = content.replace(/=[ \t]*\r?\n/g, '')
  const bytes = joined.replace(/=([0-9A-Fa-f]{2})/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)))
  return Buffer.from(bytes, 'latin1')
}
