import { codeListInputSchema, codePlaceSchema, type Code, type CodeList } from '../../shared/model/code-list'
import { codeListChanges, nextCodes } from '../../shared/rules/code-list'
import { issueCodeList, withdrawIssued } from '../codes/issue'
import {
  issuedOverviews,
  nameOf,
  recipientsOf,
  versionsOf,
  type IssuedOverview,
  type IssuedRecipient,
  type IssuedVersion,
} from '../codes/overview'
import { isUuid, jsonIn, statedList, textOf, useKey, type StatedList } from './code-form'
import { html, type Html } from './html'
import { codeWords, type CodeKey as Key } from './locale/codes'
import { profileRoutes } from './profile-pages'
import { chosenIn, recipientChoice, recipientsIn } from './recipient-choice'
import { pageGroup, type Answer, type Reader, type Route, type Visit } from './route'

const UPLOAD_MAX_BYTES = 2_000_000

function useText({ use }: Pick<CodeList, 'use'>, { say }: Reader<Key>): string {
  switch (use.kind) {
    case 'place':
      return say(use.place)
    case 'customField':
      return say('useField', { field: use.field })
    case 'dictionary':
      return say('dictionary')
  }
}

function kindText({ item }: IssuedVersion, reader: Reader<Key>): string {
  return item.kind === 'codeList' ? useText(item.body, reader) : reader.say('receiverSheet')
}

function stateText({ item }: IssuedVersion, { say }: Reader<Key>): string {
  if (item.body.withdrawnAt !== null) return say('withdrawn')
  return say('inForce')
}

function issuedList(visit: Visit<Key>, rows: readonly IssuedOverview[]): Html {
  const { say } = visit
  return visit.list<IssuedOverview>({
    name: 'codes',
    title: say('codes'),
    empty: say('noCodesYet'),
    rows,
    rowId: ({ item }) => item.body.id,
    columns: [
      {
        heading: say('name'),
        value: ({ item }) => nameOf(item),
        show: ({ item }) => html`<a href="/codes/item?id=${item.body.id}">${nameOf(item)}</a>`,
      },
      { heading: say('use'), value: (row) => kindText(row, visit) },
      { heading: say('version'), isNumber: true, value: ({ item }) => item.body.version },
      { heading: say('issuedOn'), value: ({ item }) => item.body.issuedAt.slice(0, 10) },
      { heading: say('recipients'), isNumber: true, value: ({ recipients }) => recipients },
      { heading: say('taken'), isNumber: true, value: ({ taken }) => taken },
      { heading: say('state'), value: (row) => stateText(row, visit) },
    ],
  })
}

/** What the fields of the form hold. */
interface Filled {
  readonly id: string | null
  readonly name: string
  readonly use: string
  readonly field: string
  readonly codes: string
}

const EMPTY: Filled = { id: null, name: '', use: 'dictionary', field: '', codes: '' }

function linesOf(codes: readonly Code[], { say }: Reader<Key>): string {
  return codes
    .map(({ code, name, isRetired }) => `${code}\t${name}${isRetired ? `\t${say('retired')}` : ''}`)
    .join('\n')
}

function filledBy({ item }: IssuedVersion, reader: Reader<Key>): Filled | null {
  if (item.kind !== 'codeList') return null
  const { id, name, use, codes } = item.body
  const field = use.kind === 'customField' ? use.field : ''
  return { id, name, use: useKey(use), field, codes: linesOf(codes, reader) }
}

function typedIn(form: FormData): Filled {
  const id = textOf(form, 'id')
  return {
    id: id === '' ? null : id,
    name: textOf(form, 'name'),
    use: textOf(form, 'use'),
    field: textOf(form, 'field'),
    codes: textOf(form, 'codes'),
  }
}

function faultTexts(stated: Extract<StatedList, { ok: false }>, { say }: Reader<Key>): string[] {
  if (stated.fault !== null) return [say(stated.fault)]
  return stated.lines.slice(0, 20).map(({ line, fault }) => say('lineWrong', { line, why: say(fault) }))
}

async function showForm(
  visit: Visit<Key>,
  filled: Filled,
  problems: readonly string[],
  chosen: readonly string[],
): Promise<Answer> {
  const { say } = visit
  const option = (value: string, text: string) =>
    html`<option value="${value}" ${value === filled.use ? html`selected` : ''}>${text}</option>`
  const places = codePlaceSchema.options.map((place) => option(`place:${place}`, say(place)))
  return visit.show(
    html`<h1>${say(filled.id === null ? 'newList' : 'newVersion')}</h1>
      ${problems.map((problem) => html`<p class="error" role="alert">${problem}</p>`)}
      <form class="sheet" method="post" action="/codes/preview" enctype="multipart/form-data">
        <input type="hidden" name="id" value="${filled.id ?? ''}" />
        <label for="name">${say('name')}</label>
        <input id="name" name="name" required maxlength="60" value="${filled.name}" />
        <label for="use">${say('use')}</label>
        <select id="use" name="use">
          ${option('dictionary', say('dictionary'))} ${places} ${option('customField', say('customField'))}
        </select>
        <label for="field">${say('fieldName')}</label>
        <input id="field" name="field" maxlength="30" value="${filled.field}" aria-describedby="fieldHint" />
        <p id="fieldHint" class="hint">${say('fieldHint')}</p>
        <label for="file">${say('fromSheet')}</label>
        <input id="file" name="file" type="file" accept=".xlsx,.xls,.ods,.csv" aria-describedby="fileHint" />
        <p id="fileHint" class="hint">${say('fileHint')}</p>
        <label for="codeLines">${say('codeLines')}</label>
        <textarea id="codeLines" name="codes" rows="14" aria-describedby="codesHint">${filled.codes}</textarea>
        <p id="codesHint" class="hint">${say('codesHint')}</p>
        ${await recipientChoice(visit, chosen)}
        <button>${say('preview')}</button>
      </form>`,
    problems.length > 0 ? 400 : 200,
  )
}

function changeList(title: string, lines: readonly string[]): Html | string {
  if (lines.length === 0) return ''
  return html`<h2>${title} (${lines.length})</h2>
    <ul>
      ${lines.map((line) => html`<li>${line}</li>`)}
    </ul>`
}

async function presentOf(visit: Visit<Key>, id: string | null): Promise<IssuedVersion | undefined> {
  return id === null || !isUuid(id) ? undefined : (await versionsOf(visit.seen, id))[0]
}

async function preview(visit: Visit<Key>): Promise<Answer> {
  const { say, seen } = visit
  const form = await visit.upload(UPLOAD_MAX_BYTES)
  if (form === null) return showForm(visit, EMPTY, [say('fileTooLarge')], [])
  const filled = typedIn(form)
  const chosen = chosenIn(form)
  const stated = await statedList(form)
  if (!stated.ok) return showForm(visit, filled, faultTexts(stated, visit), chosen)
  const isTaken = (await issuedOverviews(seen)).some(
    ({ item }) =>
      item.kind === 'codeList' &&
      item.body.withdrawnAt === null &&
      item.body.id !== filled.id &&
      item.body.name === stated.input.name,
  )
  if (isTaken) return showForm(visit, filled, [say('nameTaken')], chosen)
  const to = await recipientsIn(visit.hub, form)
  const present = await presentOf(visit, filled.id)
  const last = present?.item.kind === 'codeList' ? present.item.body.codes : []
  const { added, renamed, retired, restored, unchanged } = codeListChanges(last, nextCodes(last, stated.input.codes))
  const text = ({ code, name }: Code) => `${code} ${name}`
  return visit.show(
    html`<h1>${say('previewOf', { name: stated.input.name, version: (present?.item.body.version ?? 0) + 1 })}</h1>
      <p>${useText(stated.input, visit)}</p>
      ${changeList(say('added'), added.map(text))}
      ${changeList(
        say('renamed'),
        renamed.map(({ code, before, after }) => `${code} ${before} → ${after}`),
      )}
      ${changeList(say('retiredNow'), retired.map(text))} ${changeList(say('restored'), restored.map(text))}
      <p>${say('unchanged', { count: unchanged })}</p>
      <p>${to === 'all' ? say('toAll') : say('toChosen', { count: to.length })}</p>
      <form method="post" action="/codes/issue" enctype="multipart/form-data">
        <input type="hidden" name="id" value="${filled.id ?? ''}" />
        <input type="hidden" name="list" value="${JSON.stringify(stated.input)}" />
        ${chosen.map((branch) => html`<input type="hidden" name="to" value="${branch}" />`)}
        <button>${say('issue')}</button>
        <a href="/codes">${say('cancel')}</a>
      </form>`,
  )
}

async function issue(visit: Visit<Key>): Promise<Answer> {
  const form = await visit.upload(UPLOAD_MAX_BYTES)
  if (form === null) return visit.notFound()
  const input = codeListInputSchema.safeParse(jsonIn(textOf(form, 'list')))
  if (!input.success) return visit.notFound()
  const present = await presentOf(visit, textOf(form, 'id'))
  const id = await issueCodeList(visit.hub, present?.item.body.id ?? null, input.data, {
    to: await recipientsIn(visit.hub, form),
    by: visit.account.name,
  })
  await visit.log('issuedList', null, input.data.name)
  return visit.goTo(`/codes/item?id=${id}`)
}

function contentOf(visit: Visit<Key>, { item }: IssuedVersion): Html {
  const { say } = visit
  if (item.kind === 'receiverProfile') {
    return visit.list({
      name: 'columns',
      title: say('columns'),
      empty: '',
      rows: item.body.definition.columns,
      columns: [
        { heading: say('heading'), value: ({ heading }) => heading },
        { heading: say('need'), value: ({ need }) => say(need) },
        { heading: say('listOfColumn'), value: ({ dictionary }) => codeListOf(item.body.definition, dictionary) },
      ],
    })
  }
  return visit.list<Code>({
    name: 'list',
    title: item.body.name,
    empty: '',
    rows: item.body.codes,
    columns: [
      { heading: say('code'), value: ({ code }) => code },
      { heading: say('codeName'), value: ({ name }) => name },
      { heading: say('state'), value: ({ isRetired }) => say(isRetired ? 'retired' : 'inForce') },
    ],
  })
}

function codeListOf(
  { dictionaries }: { readonly dictionaries: Readonly<Record<string, { readonly codeList?: string | undefined }>> },
  dictionary: string | null,
): string | null {
  return dictionary === null ? null : (dictionaries[dictionary]?.codeList ?? null)
}

async function showItem(visit: Visit<Key>): Promise<Answer> {
  const { say, seen, url } = visit
  const id = url.searchParams.get('id') ?? ''
  const versions = isUuid(id) ? await versionsOf(seen, id) : []
  const asked = Number(url.searchParams.get('version') ?? versions[0]?.item.body.version)
  const shown = versions.find(({ item }) => item.body.version === asked)
  if (shown === undefined) return visit.notFound()
  const { item } = shown
  const isPresent = shown === versions[0]
  const edit = item.kind === 'codeList' ? '/codes/edit' : '/codes/sheet'
  const acts = html`<p>
    <a href="${edit}?id=${id}">${say('newVersion')}</a>
    ${
      item.kind === 'receiverProfile'
        ? html`<a href="/codes/definition?id=${id}&amp;version=${item.body.version}">${say('download')}</a>`
        : ''
    }
  </p>`
  const withdraw = html`<form method="post" action="/codes/withdraw">
    <input type="hidden" name="id" value="${id}" />
    <button>${say('withdraw')}</button>
  </form>`
  const versionList = visit.list<IssuedVersion>({
    name: 'versions',
    title: say('versions'),
    empty: '',
    rows: versions,
    columns: [
      {
        heading: say('version'),
        value: (row) => row.item.body.version,
        show: (row) =>
          html`<a href="/codes/item?id=${id}&amp;version=${row.item.body.version}">${row.item.body.version}</a>`,
      },
      { heading: say('issuedOn'), value: (row) => row.item.body.issuedAt.slice(0, 10) },
      { heading: say('issuedBy'), value: ({ by }) => by },
      { heading: say('state'), value: (row) => stateText(row, visit) },
    ],
  })
  const recipients = visit.list<IssuedRecipient>({
    name: 'recipients',
    title: say('recipients'),
    empty: say('noRecipients'),
    rows: await recipientsOf(seen, id),
    rowId: ({ organisation }) => organisation,
    columns: [
      { heading: say('unionName'), value: ({ unionName }) => unionName },
      { heading: say('version'), isNumber: true, value: ({ version }) => version },
      { heading: say('taken'), value: ({ hasTaken }) => say(hasTaken ? 'hasTaken' : 'underWay') },
    ],
  })
  return visit.show(
    html`<h1>${nameOf(item)}</h1>
      <p>
        ${kindText(shown, visit)} · ${say('versionOf', { version: item.body.version })} · ${stateText(shown, visit)}
      </p>
      ${isPresent && mayIssue(visit) ? acts : ''}
      ${isPresent && item.body.withdrawnAt === null && mayIssue(visit) ? withdraw : ''} ${contentOf(visit, shown)}
      <h2>${say('versions')}</h2>
      ${versionList}
      <h2>${say('recipients')}</h2>
      ${recipients}
      <p><a href="/codes">${say('back')}</a></p>`,
  )
}

/** What goes down to all is issued by whoever sees the whole tree. */
function mayIssue(visit: Visit<Key>): boolean {
  return visit.may('work') && visit.seen.isWhole
}

const issuing = (route: Route<Key>): Route<Key> =>
  route.needs !== 'work'
    ? route
    : { ...route, handle: (visit) => (mayIssue(visit) ? route.handle(visit) : visit.notFound()) }

const routes: readonly Route<Key>[] = [
  {
    method: 'GET',
    path: '/codes',
    needs: 'figures',
    link: { section: 'business', text: 'codes' },
    async handle(visit) {
      const { say } = visit
      const acts = html`<p>
        <a href="/codes/edit">${say('newList')}</a> <a href="/codes/sheet">${say('newSheet')}</a>
      </p>`
      return visit.show(
        html`<h1>${say('codes')}</h1>
          <p>${say('intro')}</p>
          ${mayIssue(visit) ? acts : ''} ${issuedList(visit, await issuedOverviews(visit.seen))}`,
      )
    },
  },
  {
    method: 'GET',
    path: '/codes/edit',
    needs: 'work',
    async handle(visit) {
      const id = visit.url.searchParams.get('id')
      if (id === null) return showForm(visit, EMPTY, [], [])
      const present = await presentOf(visit, id)
      const filled = present === undefined ? null : filledBy(present, visit)
      return filled === null ? visit.notFound() : showForm(visit, filled, [], [])
    },
  },
  { method: 'POST', path: '/codes/preview', needs: 'work', handle: preview },
  { method: 'POST', path: '/codes/issue', needs: 'work', handle: issue },
  { method: 'GET', path: '/codes/item', needs: 'figures', handle: showItem },
  {
    method: 'POST',
    path: '/codes/withdraw',
    needs: 'work',
    async handle(visit) {
      const id = (await visit.form()).get('id') ?? ''
      const present = await presentOf(visit, id)
      if (present === undefined) return visit.notFound()
      await withdrawIssued(visit.hub, id, visit.account.name)
      await visit.log('withdrew', null, nameOf(present.item))
      return visit.goTo(`/codes/item?id=${id}`)
    },
  },
  ...profileRoutes,
]

/** Code lists 代码表 and receivers' sheets 报送模板 that go down with versions. */
export const codePages = pageGroup<Key>({
  name: 'codes',
  words: codeWords,
  routes: routes.map(issuing),
})
