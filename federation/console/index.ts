import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http'
import { z } from 'zod'
import { daySchema } from '../../shared/model/date'
import { directiveSchema } from '../../shared/model/directive'
import { branchAnswers, directiveOverviews, issueDirective, withdrawDirective } from '../directives'
import { makeCode, revoke } from '../enrolment'
import type { Hub } from '../hub'
import { readBody } from '../http/body'
import { branchOverviews } from './branches'
import { directivePage, directivesPage } from './directive-pages'
import type { Html } from './html'
import { isLanguage, languageAsked, sayIn } from './locale'
import { branchesPage, codePage, notFoundPage, page, revokePage, signInPage, type Reader } from './pages'
import { isAdminKey, isSession, newSession } from './session'
import { style } from './style'

const FORM_MAX_BYTES = 100_000

const { title, text, asks } = directiveSchema.shape

/** A directive as its form states it: what was left empty is not there. */
const directiveDraftSchema = z
  .object({
    title,
    text,
    dueOn: z.union([z.literal('').transform(() => null), daySchema]),
    asks,
    unit: z
      .string()
      .trim()
      .max(20)
      .transform((unit) => (unit === '' ? null : unit)),
  })
  .refine((draft) => draft.asks !== 'figure' || draft.unit !== null)

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

/** This month by the clock and time zone of the hub, `yyyy-mm`. */
function thisMonth(): string {
  const today = new Date()
  return `${today.getFullYear()}-${String(today.getMonth() + 1).padStart(2, '0')}`
}

interface Answer {
  readonly status: number
  readonly headers: OutgoingHttpHeaders
  readonly body: string
}

/**
 * The console: what the union above sees of its branches, for whoever knows the administrator's key. Plain pages and
 * forms without scripts.
 * @param isSecure whether it is served over HTTPS, so that its cookie is never sent in clear
 */
export function consoleHandler(hub: Hub, adminKey: string, isSecure: boolean) {
  const cookie = (name: string, value: string) =>
    `${name}=${value}; Path=/; HttpOnly; SameSite=Strict${isSecure ? '; Secure' : ''}`

  async function answerTo(request: IncomingMessage, url: URL): Promise<Answer> {
    const cookies = cookiesOf(request)
    const asked = url.searchParams.get('language') ?? cookies.get('language')
    const language = isLanguage(asked) ? asked : languageAsked(request.headers['accept-language'])
    const isSignedIn = isSession(cookies.get('session'), adminKey)
    const reader: Reader = { say: sayIn(language), language, isSignedIn }

    function show(content: Html, status = 200): Answer {
      const headers = { 'content-type': 'text/html; charset=utf-8', 'set-cookie': cookie('language', language) }
      return { status, headers, body: page(reader, content) }
    }
    function goTo(location: string, headers: OutgoingHttpHeaders = {}): Answer {
      return { status: 303, headers: { ...headers, location }, body: '' }
    }
    async function showDirectives(wasWrong: boolean): Promise<Answer> {
      const branches = await branchOverviews(hub, thisMonth())
      const content = directivesPage(reader, await directiveOverviews(hub), branches, wasWrong)
      return show(content, wasWrong ? 400 : 200)
    }
    async function directiveNamed(parameters: URLSearchParams) {
      const id = parameters.get('id')
      return (await directiveOverviews(hub)).find((directive) => directive.id === id)
    }
    async function form(): Promise<URLSearchParams> {
      const body = await readBody(request, FORM_MAX_BYTES)
      return new URLSearchParams(body?.toString() ?? '')
    }
    async function branchNamed(parameters: URLSearchParams) {
      const id = parameters.get('organisation')
      return (await branchOverviews(hub, thisMonth())).find((branch) => branch.id === id)
    }

    const asks = `${request.method ?? ''} ${url.pathname}`
    if (request.method === 'POST' && !isOwnForm(request)) return show(notFoundPage(reader), 403)
    if (asks === 'GET /style.css') {
      return { status: 200, headers: { 'content-type': 'text/css; charset=utf-8' }, body: style }
    }
    if (asks === 'POST /sign-in') {
      const isRight = isAdminKey((await form()).get('key') ?? '', adminKey)
      if (!isRight) return show(signInPage(reader, true), 403)
      return goTo('/', { 'set-cookie': cookie('session', newSession(adminKey)) })
    }
    if (!isSignedIn) return show(signInPage(reader, false), url.pathname === '/' ? 200 : 403)
    switch (asks) {
      case 'GET /':
        return show(branchesPage(reader, await branchOverviews(hub, thisMonth()), thisMonth()))
      case 'POST /sign-out':
        return goTo('/', { 'set-cookie': cookie('session', '') })
      case 'POST /code': {
        const branch = await branchNamed(await form())
        return show(codePage(reader, await makeCode(hub, branch?.id ?? null), branch?.unionName ?? null))
      }
      case 'GET /revoke': {
        const branch = await branchNamed(url.searchParams)
        return branch === undefined ? show(notFoundPage(reader), 404) : show(revokePage(reader, branch))
      }
      case 'POST /revoke': {
        const branch = await branchNamed(await form())
        if (branch !== undefined) await revoke(hub, branch.id)
        return goTo('/')
      }
      case 'GET /directives':
        return showDirectives(false)
      case 'POST /directives': {
        const asked = await form()
        const draft = directiveDraftSchema.safeParse(Object.fromEntries(asked))
        if (!draft.success) return showDirectives(true)
        const known = new Set((await branchOverviews(hub, thisMonth())).map(({ id }) => id))
        const chosen = asked.getAll('to').filter((id) => known.has(id))
        await issueDirective(hub, draft.data, chosen.length === 0 ? null : chosen)
        return goTo('/directives')
      }
      case 'GET /directive': {
        const directive = await directiveNamed(url.searchParams)
        if (directive === undefined) return show(notFoundPage(reader), 404)
        return show(directivePage(reader, directive, await branchAnswers(hub, directive.id)))
      }
      case 'POST /directive/withdraw': {
        const directive = await directiveNamed(await form())
        if (directive !== undefined) await withdrawDirective(hub, directive.id)
        return goTo('/directives')
      }
      default:
        return show(notFoundPage(reader), 404)
    }
  }

  return async (request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> => {
    const { status, headers, body } = await answerTo(request, url)
    response.writeHead(status, { ...securityHeaders, ...headers }).end(body)
  }
}
