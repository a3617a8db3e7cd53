import type { IncomingMessage } from 'node:http'
import type { Hub } from '../hub'
import { readBody } from '../http/body'
import { receiveFiles } from '../http/received-files'
import { record } from '../accounts/audit'
import { html, type Html } from './html'
import { layout, type Link } from './layout'
import { listTable, listWorkbook, longListTable, wholeList, type List, type LongList } from './list'
import { commonWords, type CommonKey } from './locale/common'
import { fill, type Language, type Say } from './locale/words'
import { hasRight, type Account } from '../accounts/rights'
import { seenBy } from '../accounts/seen'
import type { Answer, Body, PageGroup, Route, Visit } from './route'

const FORM_MAX_BYTES = 100_000
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** What all groups share. */
interface Surroundings {
  readonly hub: Hub
  readonly request: IncomingMessage
  readonly url: URL
  readonly language: Language
  readonly account: Account
  readonly session: string
  readonly groups: readonly PageGroup[]
}

export function markup(status: number, body: string): Answer {
  return { status, headers: { 'content-type': 'text/html; charset=utf-8' }, body }
}

export function goTo(location: string): Answer {
  return { status: 303, headers: { location }, body: '' }
}

export function mayVisit(account: Account, { needs, showsMembers = false }: Route<string>): boolean {
  return (needs === null || hasRight(account, needs)) && (!showsMembers || account.seesMembers)
}

/** What a reader with these rights finds in the navigation. */
export function linksFor({ groups, account, language }: Pick<Surroundings, 'groups' | 'account' | 'language'>): Link[] {
  return groups.flatMap(({ words, routes }) =>
    routes.flatMap((route) =>
      route.link === undefined || !mayVisit(account, route)
        ? []
        : [{ section: route.link.section, path: route.path, text: words[language][route.link.text] ?? '' }],
    ),
  )
}

/** A name that every system takes for a file. */
function fileName(name: string): string {
  return name.replaceAll(/[\p{Cc}\\/:*?"<>|]/gu, ' ').trim()
}

function download(name: string, type: string, body: Exclude<Body, string>): Answer {
  const encoded = encodeURIComponent(fileName(name)).replaceAll(
    /['()*]/g,
    (letter) => `%${letter.charCodeAt(0).toString(16)}`,
  )
  const headers = { 'content-type': type, 'content-disposition': `attachment; filename*=UTF-8''${encoded}` }
  return { status: 200, headers, body }
}

/** One request to a page of a group. */
export function visitOf(around: Surroundings, group: PageGroup): Visit<string> {
  const { hub, request, url, language, account, session, groups } = around
  const texts: Readonly<Record<string, string>> = { ...commonWords[language], ...group.words[language] }
  const say = (key: string, blanks?: Readonly<Record<string, string | number>>) => fill(texts[key] ?? '', blanks)
  // What frames every page is said in the common words, whatever a group calls its own.
  const sayCommon: Say<CommonKey> = (key, blanks) => fill(commonWords[language][key], blanks)
  let asked: { readonly name: string; readonly title: string; workbook(): Promise<Uint8Array> } | null = null

  const isExported = (name: string) => request.method === 'GET' && url.searchParams.get('export') === name
  async function longList<Row>(of: LongList<Row>): Promise<Html> {
    if (isExported(of.name)) {
      asked = { name: of.name, title: of.title, workbook: async () => listWorkbook(await wholeList(of, url)) }
    }
    return longListTable(of, url, sayCommon)
  }
  function list<Row>(of: List<Row>): Html {
    if (isExported(of.name)) {
      asked = { name: of.name, title: of.title, workbook: () => listWorkbook(of) }
    }
    return listTable(of, url, sayCommon)
  }
  async function show(content: Html, status = 200): Promise<Answer> {
    if (asked !== null && status === 200) {
      const day = new Date().toISOString().slice(0, 10)
      await record(hub, account, { event: 'common.exported', detail: asked.name })
      return download(`${asked.title} ${day}.xlsx`, XLSX, await asked.workbook())
    }
    const navigation = { account, links: linksFor(around) }
    return markup(status, layout({ say: sayCommon, language, url, navigation }, content))
  }
  return {
    hub,
    seen: seenBy(hub, account),
    url,
    language,
    account,
    session,
    say,
    list,
    longList,
    show,
    goTo,
    download,
    may: (right) => hasRight(account, right),
    notFound: () =>
      show(
        html`<h1>${say('notFound')}</h1>
          <p><a href="/">${say('back')}</a></p>`,
        404,
      ),
    async form() {
      const body = await readBody(request, FORM_MAX_BYTES)
      return new URLSearchParams(body?.toString() ?? '')
    },
    async upload(maxBytes) {
      const body = await readBody(request, maxBytes)
      if (body === null) return null
      const type = request.headers['content-type'] ?? ''
      return new Response(new Uint8Array(body), { headers: { 'content-type': type } }).formData()
    },
    files: (maxBytes) => receiveFiles(request, maxBytes),
    log: (event, about, detail) =>
      record(hub, account, { event: `${group.name}.${event}`, about: about ?? null, detail: detail ?? null }),
    eventsWith: (words) =>
      [{ name: 'common', words: commonWords }, ...groups].flatMap((of) =>
        Object.entries(of.words[language]).flatMap(([key, text]) =>
          text.toLowerCase().includes(words.toLowerCase()) ? [`${of.name}.${key}`] : [],
        ),
      ),
    eventText(event) {
      const [of = '', key = ''] = event.split('.', 2)
      const own: Readonly<Record<string, string>> =
        of === 'common' ? commonWords[language] : (groups.find(({ name }) => name === of)?.words[language] ?? {})
      return own[key] ?? event
    },
  }
}
