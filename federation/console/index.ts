import type { IncomingMessage, ServerResponse } from 'node:http'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Hub } from '../hub'
import { record } from '../accounts/audit'
import { doorOf } from './door'
import { groups } from './groups'
import { html } from './html'
import { layout } from './layout'
import { commonWords } from './locale/common'
import { fill, isLanguage, languageAsked, type Say } from './locale/words'
import type { CommonKey } from './locale/common'
import type { Answer, PageGroup, Route } from './route'
import { style } from './style'
import { goTo, linksFor, markup, mayVisit, visitOf } from './visit'

const securityHeaders = {
  'content-security-policy':
    "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  'referrer-policy': 'same-origin',
  'x-content-type-options': 'nosniff',
  'cross-origin-opener-policy': 'same-origin',
  'cache-control': 'no-store',
}

function cookiesOf(request: IncomingMessage): Map<string, string> {
  const pairs = (request.headers.cookie ?? '').split(';').map((pair) => pair.trim().split('=', 2))
  return new Map(pairs.flatMap(([name, value]) => (name !== undefined && value !== undefined ? [[name, value]] : [])))
}

/** Whether a form was sent by a page of this console: no other site may act in the name of who is signed in. */
function isOwnForm(request: IncomingMessage): boolean {
  const { origin, host } = request.headers
  return origin !== undefined && URL.canParse(origin) && new URL(origin).host === host
}

const routes = new Map<string, { readonly group: PageGroup; readonly route: Route<string> }>(
  groups.flatMap((group) => group.routes.map((route) => [`${route.method} ${route.path}`, { group, route }] as const)),
)

/**
 * The console: what the union above sees of its branches. Plain pages and forms without scripts.
 * @param isSecure whether it is served over HTTPS, so that its cookie is never sent in clear
 */
export function consoleHandler(hub: Hub, adminKey: string, isSecure: boolean) {
  const cookie = (name: string, value: string) =>
    `${name}=${value}; Path=/; HttpOnly; SameSite=Strict${isSecure ? '; Secure' : ''}`
  const knock = doorOf(hub, adminKey, (token) => cookie('session', token))

  async function answerTo(request: IncomingMessage, url: URL): Promise<Answer> {
    const cookies = cookiesOf(request)
    const askedFor = url.searchParams.get('language') ?? cookies.get('language')
    const language = isLanguage(askedFor) ? askedFor : languageAsked(request.headers['accept-language'])
    const say: Say<CommonKey> = (key, blanks) => fill(commonWords[language][key], blanks)
    const alone = (content: Parameters<typeof layout>[1], status: number) =>
      markup(status, layout({ say, language, url, navigation: null }, content))
    const withLanguage = (answer: Answer): Answer => ({
      ...answer,
      headers: { 'set-cookie': cookie('language', language), ...answer.headers },
    })

    const asks = `${request.method ?? ''} ${url.pathname}`
    if (asks === 'GET /style.css') {
      return { status: 200, headers: { 'content-type': 'text/css; charset=utf-8' }, body: style }
    }
    if (request.method === 'POST' && !isOwnForm(request)) return alone(html`<p>${say('notFound')}</p>`, 403)
    const answer = await knock({ request, url, language, token: cookies.get('session') })
    if ('status' in answer) return withLanguage(answer)
    const { account, session } = answer
    const found = routes.get(asks)
    const around = { hub, request, url, language, account, session, groups }
    const visit = visitOf(around, found?.group ?? { name: 'common', words: commonWords, routes: [] })
    if (found === undefined) return withLanguage(await visit.notFound())
    const { route } = found
    if (!mayVisit(account, route)) {
      // Whoever has no use of the first page is led to one that is theirs.
      const [first] = linksFor(around)
      if (asks === 'GET /' && first !== undefined) return goTo(first.path)
      return withLanguage(
        await visit.show(
          html`<h1>${say('notAllowed')}</h1>
            <p>${say('notAllowedHint')}</p>`,
          403,
        ),
      )
    }
    if (route.showsMembers === true) {
      await record(hub, account, { event: 'common.sawMembers', detail: url.pathname })
    }
    return withLanguage(await route.handle(visit))
  }

  return async (request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> => {
    const { status, headers, body } = await answerTo(request, url)
    response.writeHead(status, { ...securityHeaders, ...headers })
    if (typeof body === 'string' || body instanceof Uint8Array) {
      response.end(body)
      return
    }
    try {
      await pipeline(Readable.from(body), response)
    } catch (error) {
      // Whoever asked for it is gone.
      if (!request.destroyed) throw error
    }
  }
}
