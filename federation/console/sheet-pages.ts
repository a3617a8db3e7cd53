import { ORPCError } from '@orpc/server'
import { z } from 'zod'
import { ROSTER_MAX_ROWS } from '../../shared/contract/hub-api'
import { maskField } from '../../shared/rules/mask'
import { memberFieldSchema } from '../../shared/model/member'
import { rosterOutcomeSchema } from '../../shared/model/roster'
import { sheetWords } from '../../shared/rules/roster/sheet-words'
import { exportMembers, exportSheets } from '../sheets/export'
import { assess, enterRows, importRowSchema, isWritten, readSheet, type AssessedRow } from '../sheets/import'
import { nodeNames, openBranchNames } from './branches'
import { fileOf, jsonIn, textOf } from './code-form'
import { html, type Html } from './html'
import { sheetPageWords } from './locale/sheets'
import { pageGroup, type Answer, type Visit } from './route'

type Key = keyof (typeof sheetPageWords)['en']

const UPLOAD_MAX_BYTES = 10_000_000
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
/** The branches, and nodes above them, that the visitor sees, by name. */
async function nodesFor({ hub, seen, say }: Visit<Key>): Promise<ReadonlyMap<string, string>> {
  const whole = seen.isWhole ? [[hub.identity.id, say('wholeTree')] as const] : []
  return new Map([...whole, ...(await nodeNames(seen))])
}

const options = (choices: Iterable<readonly [string, string]>) =>
  [...choices].map(([value, text]) => html`<option value="${value}">${text}</option>`)

async function showSheets(visit: Visit<Key>, problem: Key | null = null): Promise<Answer> {
  const { say, seen } = visit
  const nodes = await nodesFor(visit)
  const branches = await openBranchNames(seen)
  const sheets = (await exportSheets(seen)).map(({ id, definition }) => [id, definition.name] as const)
  const enter = html`<h2>${say('enterTitle')}</h2>
    <p>${say('enterText')}</p>
    <form class="sheet" method="post" action="/sheets/preview" enctype="multipart/form-data">
      <label for="branch">${say('branch')}</label>
      <select id="branch" name="branch">
        ${options(branches)}
      </select>
      <label for="file">${say('file')}</label>
      <input id="file" name="file" type="file" required accept=".xlsx,.xls,.et,.ods,.csv" />
      <button>${say('preview')}</button>
    </form>`
  return visit.show(
    html`<h1>${say('sheets')}</h1>
      ${problem === null ? '' : html`<p class="error" role="alert">${say(problem)}</p>`}
      <h2>${say('exportTitle')}</h2>
      <form class="sheet" method="post" action="/sheets/export">
        <label for="node">${say('whose')}</label>
        <select id="node" name="node">
          ${options(nodes)}
        </select>
        <label for="sheet">${say('sheet')}</label>
        <select id="sheet" name="sheet">
          ${options(sheets)}
        </select>
        <label><input type="checkbox" name="clear" />${say('clear')}</label>
        <label for="reason">${say('reason')}</label>
        <input id="reason" name="reason" maxlength="200" aria-describedby="reasonHint" />
        <p id="reasonHint" class="hint">${say('reasonHint')}</p>
        <button>${say('export')}</button>
      </form>
      ${visit.may('work') && branches.size > 0 ? enter : ''}`,
    problem === null ? 200 : 400,
  )
}

async function exported(visit: Visit<Key>): Promise<Answer> {
  const { hub, seen } = visit
  const form = await visit.form()
  const node = form.get('node') ?? ''
  const name = (await nodesFor(visit)).get(node)
  const sheet = (await exportSheets(seen)).find(({ id }) => id === form.get('sheet'))
  if (name === undefined || sheet === undefined) return visit.notFound()
  const clear = form.get('clear') === 'on'
  const reason = (form.get('reason') ?? '').trim()
  if (clear && reason === '') return showSheets(visit, 'reasonMissing')
  const { bytes, rows } = await exportMembers(hub, node, sheet.definition, clear)
  const about = node === hub.identity.id ? null : node
  await visit.log(clear ? 'exportedClear' : 'exported', about, `${sheet.definition.name}: ${rows} ${reason}`.trim())
  return visit.download(`${sheet.definition.name} ${name}.xlsx`, XLSX, bytes)
}

function changesOf({ values }: AssessedRow, { language }: Visit<Key>): string {
  const { headings } = sheetWords[language]
  return memberFieldSchema.options
    .flatMap((field) => {
      const value = values[field] ?? null
      if (value === null || field === 'name') return []
      const text = typeof value === 'number' ? (value / 100).toFixed(2) : maskField(field, value)
      return [`${headings[field]} ${text}`]
    })
    .join('; ')
}

function previewList(visit: Visit<Key>, rows: readonly AssessedRow[]): Html {
  const { say } = visit
  return visit.list<AssessedRow>({
    name: 'rows',
    title: say('preview'),
    empty: say('noRows'),
    rows: rows.filter(({ outcome }) => outcome !== 'same'),
    columns: [
      { heading: say('place'), value: ({ row: { sheet, row } }) => `${sheet} ${row}` },
      { heading: say('personName'), value: ({ row }) => String(row.fields.name ?? '') },
      { heading: say('outcome'), value: ({ outcome }) => say(outcome) },
      { heading: say('changes'), value: (row) => changesOf(row, visit) },
      { heading: say('doubts'), isNumber: true, value: ({ issues }) => issues.length },
    ],
  })
}

async function branchIn(visit: Visit<Key>, form: FormData): Promise<readonly [id: string, name: string] | null> {
  const id = textOf(form, 'branch')
  const name = (await openBranchNames(visit.seen)).get(id)
  return name === undefined ? null : [id, name]
}

async function preview(visit: Visit<Key>): Promise<Answer> {
  const { say, hub } = visit
  const form = await visit.upload(UPLOAD_MAX_BYTES)
  if (form === null) return showSheets(visit, 'tooLarge')
  const branch = await branchIn(visit, form)
  const file = await fileOf(form, 'file')
  if (branch === null || file === null) return showSheets(visit, 'unreadable')
  let read
  try {
    read = await readSheet(file)
  } catch (error) {
    if (error instanceof ORPCError) return showSheets(visit, 'unreadable')
    throw error
  }
  if (read.length > ROSTER_MAX_ROWS) return showSheets(visit, 'tooMany')
  const rows = await assess(
    hub,
    branch[0],
    read.map(({ sheet, row, fields, derived, issues }) => ({ sheet, row, fields, derived, issues })),
  )
  const counts = rosterOutcomeSchema.options.flatMap((outcome) => {
    const count = rows.filter((row) => row.outcome === outcome).length
    return count === 0 ? [] : [html`<li>${say(outcome)} ${count}</li>`]
  })
  const written = rows.filter(isWritten).map(({ row }) => row)
  const uploaded = form.get('file')
  const reason = say('reasonOfFile', { file: uploaded instanceof File ? uploaded.name.slice(0, 100) : '' })
  const enter = html`<form class="sheet" method="post" action="/sheets/enter" enctype="multipart/form-data">
    <input type="hidden" name="branch" value="${branch[0]}" />
    <input type="hidden" name="rows" value="${JSON.stringify(written)}" />
    <label for="why">${say('why')}</label>
    <input id="why" name="why" required maxlength="200" value="${reason}" />
    <button>${say('enter', { count: written.length })}</button>
  </form>`
  return visit.show(
    html`<h1>${branch[1]}</h1>
      <ul>
        ${counts}
      </ul>
      <p>${say('leftOutHint')}</p>
      ${previewList(visit, rows)} ${written.length > 0 ? enter : html`<p>${say('nothingNew')}</p>`}
      <p><a href="/sheets">${say('back')}</a></p>`,
  )
}

async function enter(visit: Visit<Key>): Promise<Answer> {
  const { say, hub, account } = visit
  const form = await visit.upload(UPLOAD_MAX_BYTES)
  const rows =
    form === null
      ? null
      : z
          .array(importRowSchema)
          .max(ROSTER_MAX_ROWS)
          .safeParse(jsonIn(textOf(form, 'rows')))
  const branch = form === null ? null : await branchIn(visit, form)
  if (form === null || branch === null || rows === null || !rows.success) return visit.notFound()
  const reason = textOf(form, 'why').slice(0, 200)
  if (reason === '') return showSheets(visit, 'reasonMissing')
  const result = await enterRows(hub, branch[0], rows.data, { reason, account: account.name })
  if (result.kind === 'refused') return showSheets(visit, 'refused')
  const entries = result.kind === 'corrected' ? result.entries : 0
  await visit.log('entered', branch[0], String(entries))
  return visit.show(
    html`<h1>${branch[1]}</h1>
      <p>${say(entries === 0 ? 'nothingNew' : 'goesDown', { count: entries })}</p>
      <p><a href="/sheets">${say('back')}</a></p>`,
  )
}

/** Sheets of members out of the hub, and rosters entered for branches. */
export const sheetPages = pageGroup<Key>({
  name: 'sheets',
  words: sheetPageWords,
  routes: [
    {
      method: 'GET',
      path: '/sheets',
      needs: 'figures',
      link: { section: 'business', text: 'sheets' },
      handle: (visit) => showSheets(visit),
    },
    { method: 'POST', path: '/sheets/export', needs: 'figures', showsMembers: true, handle: exported },
    { method: 'POST', path: '/sheets/preview', needs: 'work', showsMembers: true, handle: preview },
    { method: 'POST', path: '/sheets/enter', needs: 'work', showsMembers: true, handle: enter },
  ],
})
