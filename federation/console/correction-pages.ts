import { and, eq, isNull } from 'drizzle-orm'
import { z } from 'zod'
import { memberFieldSchema, type Member } from '../../shared/model/member'
import { maskField } from '../../shared/rules/mask'
import { sheetWords } from '../../shared/rules/roster/sheet-words'
import { correctionOverviews, oneCorrection, withdrawCorrection, type CorrectionOverview } from '../correction-overview'
import { correct, type Grounds } from '../corrections'
import { organisation } from '../schema'
import { columnOf, memberAt, membersNamed } from '../sheets/members'
import { time, timeText } from './format'
import { html, type Html } from './html'
import { correctionWords } from './locale/corrections'
import { changesIn, memberInputs } from './member-form'
import { pageGroup, type Answer, type Visit } from './route'

type Key = keyof (typeof correctionWords)['en']

const FIELDS_SHOWN = 6
const REASON_MAX = 200

/** The branches that the visitor sees, by name. */
async function branchesFor({ hub, seen }: Visit<Key>): Promise<ReadonlyMap<string, string>> {
  const found = await hub.orm
    .select({ id: organisation.organisation, name: organisation.unionName })
    .from(organisation)
    .where(and(eq(organisation.kind, 'branch'), isNull(organisation.closedAt), seen.covers(organisation.organisation)))
    .orderBy(organisation.unionName, organisation.organisation)
  return new Map(found.map(({ id, name }) => [id, name]))
}

const columnFields = new Map(memberFieldSchema.options.map((field) => [columnOf(field), field]))

/** What a correction changes, never to what. */
function aboutText({ added, changed, fields }: CorrectionOverview, { say, language }: Visit<Key>): string {
  const { headings } = sheetWords[language]
  const names = fields.flatMap((column) => {
    const field = columnFields.get(column)
    return field === undefined ? [] : [headings[field]]
  })
  const shown = names.slice(0, FIELDS_SHOWN).join(say('comma')) + (names.length > FIELDS_SHOWN ? '…' : '')
  return [
    ...(added > 0 ? [say('addedMembers', { count: added })] : []),
    ...(changed > 1 ? [say('changedRecords', { count: changed, fields: shown })] : changed === 1 ? [shown] : []),
  ].join(say('comma'))
}

function correctionList(visit: Visit<Key>, rows: readonly CorrectionOverview[]): Html {
  const { say, language } = visit
  return visit.list<CorrectionOverview>({
    name: 'corrections',
    title: say('corrections'),
    empty: say('none'),
    rows,
    rowId: ({ id }) => id,
    columns: [
      { heading: say('unionName'), value: ({ unionName }) => unionName },
      { heading: say('about'), value: (row) => aboutText(row, visit) },
      { heading: say('reason'), value: ({ reason }) => reason },
      { heading: say('byWhom'), value: ({ by, account }) => account ?? by },
      { heading: say('when'), value: ({ at }) => timeText(at), show: ({ at }) => time(at, language) },
      {
        heading: say('state'),
        value: ({ state }) => say(state),
        show: ({ state }) => html`<span class="${state === 'inConflict' ? 'late' : ''}">${say(state)}</span>`,
      },
      {
        heading: say('actions'),
        show: ({ id, organisation: of, mayWithdraw }) =>
          mayWithdraw ? html`<a href="/correction?id=${id}&of=${of}">${say('withdraw')}</a>` : null,
      },
    ],
  })
}

async function showCorrections(visit: Visit<Key>, problem: Key | null = null): Promise<Answer> {
  const { say, seen, account, url } = visit
  const before = z.uuid().safeParse(url.searchParams.get('before'))
  const { rows, hasMore } = await correctionOverviews(seen, before.data ?? null)
  const last = rows.at(-1)
  return visit.show(
    html`<h1>${say('corrections')}</h1>
      ${problem === null ? '' : html`<p class="error" role="alert">${say(problem)}</p>`}
      <h2>${say('newCorrection')}</h2>
      ${account.seesMembers ? findForm(visit, await branchesFor(visit)) : html`<p class="notice">${say('needsMembers')}</p>`}
      <h2>${say('made')}</h2>
      <p class="hint">${say('statesHint')}</p>
      ${correctionList(visit, rows)}
      ${hasMore && last !== undefined ? html`<p><a href="/corrections?before=${last.id}">${say('older')}</a></p>` : ''}`,
    problem === null ? 200 : 400,
  )
}

function findForm({ say }: Visit<Key>, branches: ReadonlyMap<string, string>): Html {
  if (branches.size === 0) return html`<p class="empty">${say('noBranch')}</p>`
  return html`<p>${say('findText')}</p>
    <form class="sheet" method="post" action="/corrections/find">
      <label for="branch">${say('branch')}</label>
      <select id="branch" name="branch">
        ${[...branches].map(([id, name]) => html`<option value="${id}">${name}</option>`)}
      </select>
      <label for="name">${say('memberName')}</label>
      <input id="name" name="name" required maxlength="60" autocomplete="off" />
      <button class="primary">${say('find')}</button>
    </form>`
}

/** The branch of a form, if the visitor sees it. */
async function branchIn(visit: Visit<Key>, form: URLSearchParams) {
  const id = form.get('branch') ?? ''
  const name = (await branchesFor(visit)).get(id)
  return name === undefined ? null : { id, name }
}

function personText({ gender, birthDate, department, idNumber }: Member, { say }: Visit<Key>): string {
  return [gender, birthDate, department, idNumber === null ? null : maskField('idNumber', idNumber)]
    .filter((text) => text !== null)
    .join(say('comma'))
}

async function find(visit: Visit<Key>): Promise<Answer> {
  const { say, hub } = visit
  const form = await visit.form()
  const branch = await branchIn(visit, form)
  if (branch === null) return visit.notFound()
  const members = await membersNamed(hub, branch.id, (form.get('name') ?? '').trim())
  await visit.log('lookedFor', branch.id)
  const [only] = members
  if (only === undefined) return showCorrections(visit, 'nobody')
  if (members.length === 1) return memberPage(visit, branch, only.id)
  const choices = members.map(
    (member) =>
      html`<li>
        <form method="post" action="/corrections/member">
          <input type="hidden" name="branch" value="${branch.id}" />
          <input type="hidden" name="member" value="${member.id}" />
          <span>${member.name}${say('comma')}${personText(member, visit)}</span>
          <button>${say('choose')}</button>
        </form>
      </li>`,
  )
  return visit.show(
    html`<h1>${branch.name}</h1>
      <p>${say('several', { count: members.length })}</p>
      <ul class="choices">
        ${choices}
      </ul>
      <p><a href="/corrections">${say('back')}</a></p>`,
  )
}

/** What went wrong with a form, and what was typed into it. */
interface Retry {
  readonly form: URLSearchParams
  readonly problem: Key
  readonly wrong: ReadonlySet<string>
}

async function memberPage(
  visit: Visit<Key>,
  branch: { readonly id: string; readonly name: string },
  id: string,
  retry: Retry | null = null,
): Promise<Answer> {
  const { say, hub } = visit
  const found = z.uuid().safeParse(id).success ? await memberAt(hub, branch.id, id) : null
  if (found === null) return visit.notFound()
  const { member, rev } = found
  return visit.show(
    html`<h1>${say('correctTitle', { name: member.name })}</h1>
      <p>${branch.name}</p>
      <p class="hint">${say('formHint')}</p>
      ${retry === null ? '' : html`<p class="error" role="alert">${say(retry.problem)}</p>`}
      <form class="sheet" method="post" action="/corrections/correct">
        <input type="hidden" name="branch" value="${branch.id}" />
        <input type="hidden" name="member" value="${member.id}" />
        <input type="hidden" name="rev" value="${rev}" />
        ${memberInputs(visit, member, retry?.problem === 'movedOn' ? null : (retry?.form ?? null), retry?.wrong ?? new Set())}
        <label for="reason">${say('reason')}</label>
        <input
          id="reason"
          name="reason"
          required
          maxlength="${REASON_MAX}"
          value="${retry?.form.get('reason') ?? ''}"
          aria-describedby="reasonHint"
        />
        <p id="reasonHint" class="hint">${say('reasonHint')}</p>
        <button class="primary">${say('correct')}</button>
      </form>
      <p><a href="/corrections">${say('back')}</a></p>`,
    retry === null ? 200 : 400,
  )
}

function groundsOf({ hub, account }: Visit<Key>, reason: string): Grounds {
  return { by: hub.identity.name, reason, account: account.name }
}

async function correctMember(visit: Visit<Key>): Promise<Answer> {
  const { hub } = visit
  const form = await visit.form()
  const branch = await branchIn(visit, form)
  const id = form.get('member') ?? ''
  if (branch === null || !z.uuid().safeParse(id).success) return visit.notFound()
  const found = await memberAt(hub, branch.id, id)
  if (found === null) return visit.notFound()
  const again = (problem: Key, wrong: ReadonlySet<string> = new Set()) =>
    memberPage(visit, branch, id, { form, problem, wrong })
  if (String(found.rev) !== form.get('rev')) return again('movedOn')
  const { after, wrong } = changesIn(form, found.member)
  if (wrong.size > 0) return again('valuesWrong', wrong)
  if (Object.keys(after).length === 0) return again('nothingChanged')
  const reason = (form.get('reason') ?? '').trim().slice(0, REASON_MAX)
  if (reason === '') return again('reasonMissing')
  const row = { operation: 'update', table: 'member', rowId: id, after } as const
  const result = await correct(hub, branch.id, [row], groundsOf(visit, reason))
  if (result.kind === 'refused') {
    const fields = result.rows.flatMap(({ field }) => columnFields.get(field ?? '') ?? [])
    return again('valuesWrong', new Set(fields))
  }
  if (result.kind === 'unchanged') return again('nothingChanged')
  await visit.log('corrected', branch.id, Object.keys(after).join(', '))
  return visit.goTo('/corrections')
}

/** A correction that the visitor sees and may take back. */
async function withdrawable({ seen }: Visit<Key>, parameters: URLSearchParams) {
  const id = z.uuid().safeParse(parameters.get('id'))
  const of = z.uuid().safeParse(parameters.get('of'))
  if (!id.success || !of.success) return undefined
  const found = await oneCorrection(seen, of.data, id.data)
  return found?.mayWithdraw === true ? found : undefined
}

async function withdrawPage(visit: Visit<Key>, found: CorrectionOverview | undefined, isMissing: boolean) {
  const { say } = visit
  if (found === undefined) {
    return visit.show(
      html`<h1>${say('withdraw')}</h1>
        <p>${say('notWithdrawable')}</p>
        <p><a href="/corrections">${say('back')}</a></p>`,
      404,
    )
  }
  return visit.show(
    html`<h1>${say('withdraw')}</h1>
      <p>${found.unionName}${say('comma')}${aboutText(found, visit)}${say('comma')}${found.reason}</p>
      <p class="hint">${say('withdrawHint')}</p>
      ${isMissing ? html`<p class="error" role="alert">${say('reasonMissing')}</p>` : ''}
      <form class="sheet" method="post" action="/correction/withdraw">
        <input type="hidden" name="id" value="${found.id}" />
        <input type="hidden" name="of" value="${found.organisation}" />
        <label for="reason">${say('reason')}</label>
        <input id="reason" name="reason" required maxlength="${REASON_MAX}" />
        <button class="primary">${say('withdraw')}</button>
        <a href="/corrections">${say('cancel')}</a>
      </form>`,
    isMissing ? 400 : 200,
  )
}

/** Corrections of members' records by the union above, and how far they are. */
export const correctionPages = pageGroup<Key>({
  name: 'corrections',
  words: correctionWords,
  routes: [
    {
      method: 'GET',
      path: '/corrections',
      needs: 'work',
      link: { section: 'business', text: 'corrections' },
      handle: (visit) => showCorrections(visit),
    },
    { method: 'POST', path: '/corrections/find', needs: 'work', showsMembers: true, handle: find },
    {
      method: 'POST',
      path: '/corrections/member',
      needs: 'work',
      showsMembers: true,
      async handle(visit) {
        const form = await visit.form()
        const branch = await branchIn(visit, form)
        return branch === null ? visit.notFound() : memberPage(visit, branch, form.get('member') ?? '')
      },
    },
    { method: 'POST', path: '/corrections/correct', needs: 'work', showsMembers: true, handle: correctMember },
    {
      method: 'GET',
      path: '/correction',
      needs: 'work',
      handle: async (visit) => withdrawPage(visit, await withdrawable(visit, visit.url.searchParams), false),
    },
    {
      method: 'POST',
      path: '/correction/withdraw',
      needs: 'work',
      async handle(visit) {
        const form = await visit.form()
        const found = await withdrawable(visit, form)
        const reason = (form.get('reason') ?? '').trim().slice(0, REASON_MAX)
        if (found === undefined || reason === '') return withdrawPage(visit, found, true)
        const result = await withdrawCorrection(visit.hub, found, groundsOf(visit, reason))
        if (result.kind !== 'corrected') return withdrawPage(visit, undefined, false)
        await visit.log('withdrawn', found.organisation)
        return visit.goTo('/corrections')
      },
    },
  ],
})
