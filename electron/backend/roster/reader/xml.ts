import { SaxesParser } from 'saxes'
import { UnreadableFile } from './unreadable'

/** What a part of a workbook is listened to for; names come without their namespace prefix. */
export interface XmlHandlers {
  readonly open?: (name: string, attributes: Readonly<Record<string, string>>) => void
  readonly close?: (name: string) => void
  readonly text?: (text: string) => void
}

/**
 * Runs XML through the handlers, piece by piece. Entities declared in the document are not known, so that nothing
 * can grow out of them.
 * @param seen is told the length of each piece
 * @throws UnreadableFile FILE_BROKEN
 */
export async function parseXml(
  pieces: AsyncIterable<string>,
  handlers: XmlHandlers,
  seen?: (length: number) => void,
): Promise<void> {
  const parser = new SaxesParser<{ position: false; xmlns: false }>({ position: false, xmlns: false })
  const { open, close, text } = handlers
  if (open !== undefined) parser.on('opentag', ({ name, attributes }) => open(localName(name), attributes))
  if (close !== undefined) parser.on('closetag', ({ name }) => close(localName(name)))
  if (text !== undefined) parser.on('text', text)
  if (text !== undefined) parser.on('cdata', text)
  parser.on('error', () => {
    throw new UnreadableFile('FILE_BROKEN')
  })
  for await (const piece of pieces) {
    parser.write(piece)
    seen?.(piece.length)
  }
  parser.close()
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}
