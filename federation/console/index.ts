import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Hub } from '../hub'
import { readBody } from '../http/body'
import { record } from './audit'
import { groups } from './groups'
import { html } from './html'
import { layout } from './layout'
import { commonWords } from './locale/common'
import { fill, isLanguage, languageAsked, type Say } from './locale/words'
import type { CommonKey } from './locale/common'
import { hasRight, type Account } from './rights'
import type { Answer, PageGroup, Route } from './route'
import { isAdminKey, isSession, newSession } from './session'
import { signInPage } from './sign-in-page'
import { style } from './style'
import { goTo, markup, visitOf } from './visit'

const FORM_MAX_BYTES = 10_000

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
    if (asks === 'POST /sign-in') {
      const form = new URLSearchParams((await readBody(request, FORM_MAX_BYTES))?.toString() ?? '')
      if (!isAdminKey(form.get('key') ?? '', adminKey)) return withLanguage(alone(signInPage(say, true), 403))
      return { ...goTo('/'), headers: { location: '/', 'set-cookie': cookie('session', newSession(adminKey)) } }
    }
    if (!isSession(cookies.get('session'), adminKey)) {
      return withLanguage(alone(signInPage(say, false), url.pathname === '/' ? 200 : 403))
    }
    if (asks === 'POST /sign-out') {
      return { ...goTo('/'), headers: { location: '/', 'set-cookie': cookie('session', '') } }
    }
    const account: Account = {
      id: null,
      name: say('adminKey'),
      node: hub.identity.id,
      roles: ['administrator', 'officer', 'auditor'],
      seesMembers: true,
    }
    const found = routes.get(asks)
    const around = { hub, request, url, language, account, groups }
    const visit = visitOf(around, found?.group ?? { name: 'common', words: commonWords, routes: [] })
    if (found === undefined) return withLanguage(await visit.notFound())
    const { route } = found
    if (route.needs !== null && !hasRight(account, route.needs)) return withLanguage(await visit.notFound())
    if (route.showsMembers === true) {
      if (!account.seesMembers) return withLanguage(await visit.notFound())
      await record(hub, account, { event: 'common.sawMembers', about: null, detail: url.pathname })
    }
    return withLanguage(await route.handle(visit))
  }

  return async (request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> => {
    const { status, headers, body } = await answerTo(request, url)
    response.writeHead(status, { ...securityHeaders, ...headers }).end(body)
  }
}
