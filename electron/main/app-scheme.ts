import { protocol } from 'electron'
import { readFile } from 'node:fs/promises'
import { pageFile } from './page-files'

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
  "require-trusted-types-for 'script'",
  'trusted-types default',
].join('; ')

/** To be called before the app is ready. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ])
}

/** Serves the page from its folder with its headers; everything else is refused. */
export function serveApp(folder: string): void {
  protocol.handle('app', async (request) => {
    const found = request.method === 'GET' ? pageFile(folder, request.url) : null
    if (found === null) return new Response(null, { status: 404 })
    return new Response(new Uint8Array(await readFile(found.file)), {
      headers: {
        'Content-Type': found.contentType,
        'Content-Security-Policy': contentSecurityPolicy,
        'Cross-Origin-Opener-Policy': 'same-origin',
        'X-Content-Type-Options': 'nosniff',
      },
    })
  })
}
