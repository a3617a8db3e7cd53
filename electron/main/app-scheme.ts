import { net, protocol } from 'electron'
import { realpathSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'

/** The page has a scheme of its own instead of file://, so that it can reach nothing but its own files. */
export const appOrigin = 'app://gonghui'

/** Component styles of Ant Design are written into style elements; scripts come from our own files alone. */
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

/** To be called before the app is ready. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ])
}

/** The file of a request, or null when the address leads outside the page's folder or to nothing. */
export function fileOf(folder: string, address: string): string | null {
  const { host, pathname, search } = new URL(address)
  if (host !== 'gonghui' || search !== '') return null
  try {
    const root = realpathSync(folder)
    const file = realpathSync(path.join(root, pathname === '/' ? 'index.html' : decodeURIComponent(pathname)))
    return file.startsWith(root + path.sep) ? file : null
  } catch {
    return null
  }
}

/** Serves the page from its folder with its headers; everything else is refused. */
export function serveApp(folder: string): void {
  protocol.handle('app', async (request) => {
    const file = request.method === 'GET' ? fileOf(folder, request.url) : null
    if (file === null) return new Response(null, { status: 404 })
    const found = await net.fetch(pathToFileURL(file).href)
    const headers = new Headers(found.headers)
    headers.set('Content-Security-Policy', contentSecurityPolicy)
    headers.set('X-Content-Type-Options', 'nosniff')
    return new Response(found.body, { status: found.status, headers })
  })
}
