import {
  codeValuesOf,
  memberFieldDeclarations,
  memberFieldSchema,
  memberFieldsSchema,
  type Member,
  type MemberField,
} from '../../shared/model/member'
import { checkIdDocument } from '../../shared/rules/id-document'
import { maskField } from '../../shared/rules/mask'
import { sheetWords } from '../../shared/rules/roster/sheet-words'
import { readValue } from '../../shared/rules/roster/values'
import { parseYuan } from '../../shared/rules/yuan'
import type { Columns } from '../../shared/sync/change'
import { columnOf } from '../sheets/members'
import { html, type Html } from './html'
import type { correctionWords } from './locale/corrections'
import type { Visit } from './route'

type Key = keyof (typeof correctionWords)['en']

/** What is corrected most; the rest is below a heading that opens. */
const first: readonly MemberField[] = [
  ...(['name', 'gender', 'birthDate', 'idType', 'idNumber', 'phone', 'department', 'unionGroup'] as const),
  ...(['employer', 'joinDate', 'employmentStatus', 'education', 'address'] as const),
]
const others = memberFieldSchema.options.filter((field) => !first.includes(field))

const isMasked = (field: MemberField) => memberFieldDeclarations[field].masked

/** A value as it stands in the form and is typed there. */
function typedOf(member: Member, field: MemberField): string {
  const value = member[field]
  if (value === null) return ''
  return typeof value === 'number' ? String(value / 100) : value
}

/** Nothing typed into a masked field leaves it as it is, so that emptying it is said by a tick. */
function inputOf(field: MemberField, member: Member, typed: URLSearchParams | null, wrong: boolean, visit: Visit<Key>) {
  const { say, language } = visit
  const heading = sheetWords[language].headings[field]
  const held = typedOf(member, field)
  const value = typed?.get(field) ?? (isMasked(field) ? '' : held)
  const fault = wrong ? html`<p class="error" id="${field}-wrong">${say('valueWrong', { field: heading })}</p>` : html``
  const described = wrong ? html` aria-invalid="true" aria-describedby="${field}-wrong"` : html``
  const codes = codeValuesOf(field)
  if (codes.length > 0) {
    const options = ['', ...codes].map(
      (code) => html`<option value="${code}" ${code === value ? html` selected` : ''}>${code}</option>`,
    )
    return html`<label for="${field}">${heading}</label>
      <select id="${field}" name="${field}" ${described}>
        ${options}
      </select>
      ${fault}`
  }
  if (field === 'remark') {
    return html`<label for="${field}">${heading}</label>
      <textarea id="${field}" name="${field}" rows="3" maxlength="2000" ${described}>${value}</textarea>
      ${fault}`
  }
  const emptied = html`<label
    ><input
      type="checkbox"
      name="empty-${field}"
      ${typed?.has(`empty-${field}`) === true ? html` checked` : ''}
    />${say('makeEmpty', { field: heading })}</label
  >`
  const now = held === '' ? say('maskedEmpty') : say('maskedNow', { value: maskField(field, held) })
  return html`<label for="${field}">${heading}</label>
    ${isMasked(field) ? html`<p class="hint">${now}</p>` : ''}
    <input id="${field}" name="${field}" value="${value}" maxlength="200" autocomplete="off" ${described} />
    ${isMasked(field) && held !== '' ? emptied : ''} ${fault}`
}

/** The fields of a member as the hub has them, to be corrected. */
export function memberInputs(
  visit: Visit<Key>,
  member: Member,
  typed: URLSearchParams | null,
  wrong: ReadonlySet<string>,
): Html {
  const input = (field: MemberField) => inputOf(field, member, typed, wrong.has(field), visit)
  const isOpen = others.some((field) => wrong.has(field))
  return html`${first.map(input)}
    <details ${isOpen ? html` open` : ''}>
      <summary>${visit.say('otherFields')}</summary>
      <div class="sheet plain">${others.map(input)}</div>
    </details>`
}

/** What was typed, read as the branch reads a sheet; undefined for what cannot be read. */
function readTyped(field: MemberField, text: string, idType: Member['idType']): string | number | null | undefined {
  if (text === '') return null
  if (codeValuesOf(field).length > 0) return codeValuesOf(field).includes(text) ? text : undefined
  if (field === 'wage') return parseYuan(text) ?? undefined
  if (field === 'idNumber') {
    const checked = checkIdDocument(idType, text)
    return checked.ok ? checked.number : undefined
  }
  return readValue(field, text, { typed: true, trustsTenths: false }).value ?? undefined
}

/** The columns that a form changes, and the fields that cannot be read. */
export function changesIn(form: URLSearchParams, member: Member): { after: Columns; wrong: ReadonlySet<string> } {
  const after: Record<string, Columns[string]> = {}
  const wrong = new Set<string>()
  const textOf = (field: MemberField) => (form.get(field) ?? '').trim()
  const idType = memberFieldsSchema.shape.idType.catch(null).parse(textOf('idType'))
  for (const field of memberFieldSchema.options) {
    const isEmptied = form.has(`empty-${field}`)
    const typed = textOf(field)
    const isKept = isMasked(field) ? typed === '' && !isEmptied : typed === typedOf(member, field)
    if (!form.has(field) || isKept) continue
    const value = isEmptied ? null : readTyped(field, typed, idType)
    if (value === undefined || (field === 'name' && value === null)) wrong.add(field)
    else if (value !== member[field]) after[columnOf(field)] = value
  }
  return { after, wrong }
}
