import { codeListInputSchema, codePlaceSchema, type Code } from '../../shared/model/code-list'
import { codeListChanges, nextCodes } from '../../shared/rules/code-list'
import { issueCodeList } from '../codes/issue'
import { issuedOverviews, type IssuedVersion } from '../codes/overview'
import { jsonIn, statedList, textOf, useKey, type StatedList } from './code-form'
import { html, type Html } from './html'
import { presentOf, useText } from './issued'
import type { CodeKey as Key } from './locale/codes'
import { chosenIn, recipientChoice, recipientsIn } from './recipient-choice'
import type { Answer, Reader, Route, Visit } from './route'

const UPLOAD_MAX_BYTES = 2_000_000

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

/** Making a code list, or its next version: form, preview, issue. */
export const codeListRoutes: readonly Route<Key>[] = [
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
]
