import { readWorkbook } from '../../electron/backend/roster/reader'
import { UnreadableFile } from '../../electron/backend/roster/reader/unreadable'
import {
  profileDefinitionSchema,
  type ProfileColumn,
  type ProfileDefinition,
} from '../../shared/model/receiver-profile'
import { complete, keyOf, valuesFor, withValue } from '../../shared/rules/reports/profile-values'
import { proposeProfiles } from '../../shared/rules/reports/propose'
import { sheetWords } from '../../shared/rules/roster/sheet-words'
import { issueProfile } from '../codes/issue'
import { issuedOverviews, versionsOf } from '../codes/overview'
import { fileOf, isUuid, jsonIn, textOf } from './code-form'
import { html, type Html } from './html'
import type { CodeKey as Key } from './locale/codes'
import { recipientChoice, recipientsIn } from './recipient-choice'
import type { Answer, Route, Visit } from './route'

const UPLOAD_MAX_BYTES = 5_000_000

const needs = ['required', 'advised', 'optional'] as const

/** A receiver's sheet as a file states it: an empty workbook of the receiver, or a definition saved from here. */
async function definitionIn(form: FormData): Promise<ProfileDefinition | null> {
  const file = await fileOf(form, 'file')
  if (file === null) return null
  if (file.toString('utf8', 0, 1) === '{') {
    const definition = profileDefinitionSchema.safeParse(jsonIn(file.toString('utf8')))
    return definition.success ? definition.data : null
  }
  try {
    const chosen = form.get('file')
    const [proposed] = proposeProfiles(await readWorkbook(file), chosen instanceof File ? chosen.name : '')
    return proposed ?? null
  } catch (error) {
    if (error instanceof UnreadableFile) return null
    throw error
  }
}

function valueText({ value, heading }: ProfileColumn, { say, language }: Visit<Key>): string {
  const { headings } = sheetWords[language]
  switch (value.from) {
    case 'rowNumber':
    case 'nothing':
      return say(value.from)
    case 'member':
      return headings[value.field]
    case 'membershipChange':
      return say(`change_${value.part}`)
    case 'organisation':
    case 'constant':
      return heading
  }
}

/** What a column may hold: what it holds now, and everything of members. */
function valueChoice(column: ProfileColumn, index: number, kind: ProfileDefinition['kind'], visit: Visit<Key>): Html {
  const present = keyOf(column.value)
  const others = valuesFor(kind).filter((value) => value.from !== 'organisation' && keyOf(value) !== present)
  const options = [column.value, ...others].map(
    (value) => html`<option value="${keyOf(value)}">${valueText({ ...column, value }, visit)}</option>`,
  )
  return html`<select name="value${index}" aria-label="${visit.say('contentOf', { heading: column.heading })}">
    ${options}
  </select>`
}

function columnRow(
  { definition, lists, visit }: { definition: ProfileDefinition; lists: readonly string[]; visit: Visit<Key> },
  column: ProfileColumn,
  index: number,
): Html {
  const { say } = visit
  const list = column.dictionary === null ? undefined : definition.dictionaries[column.dictionary]?.codeList
  const needed = needs.map(
    (need) => html`<option value="${need}" ${need === column.need ? html`selected` : ''}>${say(need)}</option>`,
  )
  const named = lists.map((name) => html`<option ${name === list ? html`selected` : ''}>${name}</option>`)
  return html`<tr>
    <th scope="row">${column.heading}</th>
    <td>${valueChoice(column, index, definition.kind, visit)}</td>
    <td>
      <select name="need${index}" aria-label="${say('needOf', { heading: column.heading })}">
        ${needed}
      </select>
    </td>
    <td>
      <select name="list${index}" aria-label="${say('listOf', { heading: column.heading })}">
        <option value="">–</option>
        ${named}
      </select>
    </td>
  </tr>`
}

async function showColumns(visit: Visit<Key>, id: string, definition: ProfileDefinition): Promise<Answer> {
  const { say } = visit
  const lists = (await issuedOverviews(visit.seen)).flatMap(({ item }) =>
    item.kind === 'codeList' && item.body.withdrawnAt === null ? [item.body.name] : [],
  )
  return visit.show(
    html`<h1>${say('sheetColumns')}</h1>
      <p>${say('sheetColumnsHint')}</p>
      <form class="sheet wide" method="post" action="/codes/sheet/issue" enctype="multipart/form-data">
        <input type="hidden" name="id" value="${id}" />
        <input type="hidden" name="definition" value="${JSON.stringify(definition)}" />
        <label for="name">${say('name')}</label>
        <input id="name" name="name" required maxlength="100" value="${definition.name}" />
        <div class="scroll" tabindex="0" role="region" aria-label="${say('columns')}">
          <table>
            <thead>
              <tr>
                <th scope="col">${say('heading')}</th>
                <th scope="col">${say('content')}</th>
                <th scope="col">${say('need')}</th>
                <th scope="col">${say('listOfColumn')}</th>
              </tr>
            </thead>
            <tbody>
              ${definition.columns.map((column, index) => columnRow({ definition, lists, visit }, column, index))}
            </tbody>
          </table>
        </div>
        ${await recipientChoice(visit, [])}
        <button>${say('issue')}</button>
      </form>`,
  )
}

/** The definition as the form of its columns states it; null while something is missing. */
function statedDefinition(form: FormData): ProfileDefinition | null {
  const parsed = profileDefinitionSchema.safeParse(jsonIn(textOf(form, 'definition')))
  if (!parsed.success) return null
  const { kind, dictionaries } = parsed.data
  const values = new Map(valuesFor(kind).map((value) => [keyOf(value), value]))
  const changed: ProfileDefinition['dictionaries'] = { ...dictionaries }
  const columns = parsed.data.columns.map((column, index) => {
    const value = values.get(textOf(form, `value${index}`))
    const same = value === undefined || keyOf(value) === keyOf(column.value)
    const need = needs.find((candidate) => candidate === textOf(form, `need${index}`)) ?? column.need
    const stated = { ...(same ? column : withValue(column, value)), need }
    const list = textOf(form, `list${index}`)
    const dictionary = stated.dictionary ?? (list === '' ? null : `list-${index}`)
    if (dictionary === null) return stated
    const { entries, others } = changed[dictionary] ?? { entries: {}, others: 'error' as const }
    changed[dictionary] = { entries, others, ...(list === '' ? {} : { codeList: list }) }
    return { ...stated, dictionary }
  })
  return complete({ ...parsed.data, name: textOf(form, 'name'), columns, dictionaries: changed })
}

async function showFileForm(visit: Visit<Key>, id: string, wasWrong: boolean): Promise<Answer> {
  const { say } = visit
  return visit.show(
    html`<h1>${say(id === '' ? 'newSheet' : 'newVersion')}</h1>
      ${wasWrong ? html`<p class="error" role="alert">${say('sheetWrong')}</p>` : ''}
      <form class="sheet" method="post" action="/codes/sheet/columns" enctype="multipart/form-data">
        <input type="hidden" name="id" value="${id}" />
        <label for="file">${say('sheetFile')}</label>
        <input id="file" name="file" type="file" required accept=".xlsx,.xls,.json" aria-describedby="sheetFileHint" />
        <p id="sheetFileHint" class="hint">${say('sheetFileHint')}</p>
        <button>${say('next')}</button>
      </form>`,
    wasWrong ? 400 : 200,
  )
}

async function presentDefinition({ seen }: Visit<Key>, id: string, version?: number) {
  const versions = isUuid(id) ? await versionsOf(seen, id) : []
  const item = (version === undefined ? versions[0] : versions.find((one) => one.item.body.version === version))?.item
  return item?.kind === 'receiverProfile' ? item.body.definition : null
}

/** Pages on which a receiver's sheet is issued. */
export const profileRoutes: readonly Route<Key>[] = [
  {
    method: 'GET',
    path: '/codes/sheet',
    needs: 'work',
    async handle(visit) {
      const id = visit.url.searchParams.get('id') ?? ''
      if (id === '') return showFileForm(visit, '', false)
      const definition = await presentDefinition(visit, id)
      return definition === null ? visit.notFound() : showColumns(visit, id, definition)
    },
  },
  {
    method: 'POST',
    path: '/codes/sheet/columns',
    needs: 'work',
    async handle(visit) {
      const form = await visit.upload(UPLOAD_MAX_BYTES)
      const definition = form === null ? null : await definitionIn(form)
      const id = form === null ? '' : textOf(form, 'id')
      return definition === null ? showFileForm(visit, id, true) : showColumns(visit, id, definition)
    },
  },
  {
    method: 'POST',
    path: '/codes/sheet/issue',
    needs: 'work',
    async handle(visit) {
      const form = await visit.upload(UPLOAD_MAX_BYTES)
      const definition = form === null ? null : statedDefinition(form)
      if (form === null || definition === null) return showFileForm(visit, '', true)
      const id = textOf(form, 'id')
      const former = await presentDefinition(visit, id)
      const issued = await issueProfile(visit.hub, former === null ? null : id, definition, {
        to: await recipientsIn(visit.hub, form),
        by: visit.account.name,
      })
      await visit.log('issuedSheet', null, definition.name)
      return visit.goTo(`/codes/item?id=${issued}`)
    },
  },
  {
    method: 'GET',
    path: '/codes/definition',
    needs: 'figures',
    async handle(visit) {
      const { url } = visit
      const version = Number(url.searchParams.get('version'))
      const definition = await presentDefinition(visit, url.searchParams.get('id') ?? '', version)
      if (definition === null) return visit.notFound()
      const bytes = new TextEncoder().encode(JSON.stringify(definition, null, 2))
      return visit.download(`${definition.name}.json`, 'application/json', bytes)
    },
  },
]
