import { realpathSync } from 'node:fs'
import path from 'node:path'

/** The page has a scheme of its own instead of file://, so that it can reach nothing but its own files. */
export const appOrigin = 'app://gonghui'

const contentTypes: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
}

export interface PageFile {
  readonly file: string
  readonly contentType: string
}

/** The file of a request, or null when the address leads outside the page's folder, to nothing or to another kind. */
export function pageFile(folder: string, address: string): PageFile | null {
  const { protocol, host, pathname, search } = new URL(address)
  if (`${protocol}//${host}` !== appOrigin || search !== '') return null
  try {
    const root = realpathSync(folder)
    const file = realpathSync(path.join(root, pathname === '/' ? 'index.html' : decodeURIComponent(pathname)))
    const contentType = contentTypes[path.extname(file)]
    return contentType !== undefined && file.startsWith(root + path.sep) ? { file, contentType } : null
  } catch {
    return null
  }
}
