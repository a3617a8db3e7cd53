import { z } from 'zod'
import { daySchema } from '../../shared/model/date'
import { directiveAskSchema, directiveSchema, type Directive } from '../../shared/model/directive'
import {
  branchAnswers,
  directiveOverviews,
  issueDirective,
  withdrawDirective,
  type DirectiveOverview,
} from '../directives'
import { archivesOf } from '../answer-files'
import { branchOverviews, type BranchOverview } from './branches'
import { answerList, archive, archiveLinks, oneFile } from './directive-answers'
import { html, type Html } from './html'
import { directiveWords } from './locale/directives'
import { thisMonth } from './month'
import { pageGroup, type Answer, type Reader, type Visit } from './route'

type Key = keyof (typeof directiveWords)['en']

const { title, text, asks } = directiveSchema.shape

/** A directive as its form states it: what was left empty is not there. */
const draftSchema = z
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
  .refine(({ asks, unit }) => asks !== 'figure' || unit !== null)
  .refine(({ asks, text }) => asks !== 'file' || text !== '')

function askText({ asks, unit }: Directive, { say }: Reader<Key>): string {
  const text = say(asks)
  return unit === null ? text : say('askWithUnit', { ask: text, unit })
}

function stateOf({ withdrawnAt, answered, recipients }: DirectiveOverview): Key {
  if (withdrawnAt !== null) return 'takenBack'
  return answered >= recipients ? 'allAnswered' : 'answersMissing'
}

function directiveList(visit: Visit<Key>, directives: readonly DirectiveOverview[]): Html {
  const { say, language } = visit
  return visit.list<DirectiveOverview>({
    name: 'directives',
    title: say('directives'),
    empty: say('noDirectives'),
    rows: directives,
    rowId: ({ id }) => id,
    columns: [
      {
        heading: say('directiveTitle'),
        value: ({ title }) => title,
        show: ({ id, title }) => html`<a href="/directive?id=${id}">${title}</a>`,
      },
      { heading: say('asks'), value: (directive) => askText(directive, visit) },
      {
        heading: say('issuedOn'),
        value: ({ issuedAt }) => issuedAt.slice(0, 10),
        show: ({ issuedAt }) =>
          html`<time datetime="${issuedAt}">${new Date(issuedAt).toLocaleDateString(language)}</time>`,
      },
      { heading: say('dueOn'), value: ({ dueOn }) => dueOn },
      {
        heading: say('answers'),
        isNumber: true,
        value: ({ answered, recipients }) => say('answeredOf', { answered, recipients }),
      },
      {
        heading: say('sum'),
        isNumber: true,
        value: ({ asks, answered, figures }) => (asks === 'figure' && answered > 0 ? figures / 100 : null),
      },
      { heading: say('state'), value: (directive) => say(stateOf(directive)) },
    ],
  })
}

function newDirectiveForm({ say }: Reader<Key>, branches: readonly BranchOverview[]): Html {
  const enrolled = branches.filter(({ isEnrolled }) => isEnrolled)
  return html`<form class="sheet" method="post" action="/directives">
    <label for="title">${say('directiveTitle')}</label>
    <input id="title" name="title" required maxlength="100" />
    <label for="text">${say('directiveText')}</label>
    <textarea id="text" name="text" rows="6" maxlength="5000"></textarea>
    <label for="dueOn">${say('dueOn')}</label>
    <input id="dueOn" name="dueOn" type="date" />
    <label for="asks">${say('asks')}</label>
    <select id="asks" name="asks" aria-describedby="asksHint">
      ${directiveAskSchema.options.map((ask) => html`<option value="${ask}">${say(ask)}</option>`)}
    </select>
    <p id="asksHint" class="hint">${say('fileHint')}</p>
    <label for="unit">${say('unit')}</label>
    <input id="unit" name="unit" maxlength="20" aria-describedby="unitHint" />
    <p id="unitHint" class="hint">${say('unitHint')}</p>
    <fieldset>
      <legend>${say('recipients')}</legend>
      <p class="hint">${say('recipientsHint')}</p>
      ${enrolled.map(
        ({ id, unionName }) => html`<label><input type="checkbox" name="to" value="${id}" />${unionName}</label>`,
      )}
    </fieldset>
    <button class="primary">${say('issue')}</button>
  </form>`
}

async function showDirectives(visit: Visit<Key>, wasWrong: boolean): Promise<Answer> {
  const { say, seen } = visit
  const branches = await branchOverviews(seen, thisMonth())
  const form = html`<h2>${say('newDirective')}</h2>
    ${wasWrong ? html`<p class="error" role="alert">${say('directiveWrong')}</p>` : ''}
    ${newDirectiveForm(visit, branches)}`
  return visit.show(
    html`<h1>${say('directives')}</h1>
      ${directiveList(visit, await directiveOverviews(seen))} ${visit.may('work') ? form : ''}`,
    wasWrong ? 400 : 200,
  )
}

async function directiveNamed({ seen }: Visit<Key>, parameters: URLSearchParams) {
  const id = parameters.get('id')
  return (await directiveOverviews(seen)).find((directive) => directive.id === id)
}

function asked(visit: Visit<Key>) {
  return directiveNamed(visit, visit.url.searchParams)
}

export const directivePages = pageGroup({
  name: 'directives',
  words: directiveWords,
  routes: [
    {
      method: 'GET',
      path: '/directives',
      needs: 'figures',
      link: { section: 'business', text: 'directives' },
      handle: (visit) => showDirectives(visit, false),
    },
    {
      method: 'POST',
      path: '/directives',
      needs: 'work',
      async handle(visit) {
        const { seen } = visit
        const asked = await visit.form()
        const draft = draftSchema.safeParse(Object.fromEntries(asked))
        if (!draft.success) return showDirectives(visit, true)
        const chosen = asked.getAll('to')
        for (const id of chosen) if (!(await seen.has(id))) return visit.notFound()
        await issueDirective(seen, draft.data, chosen.length === 0 ? null : chosen)
        await visit.log('issued', null, draft.data.title)
        return visit.goTo('/directives')
      },
    },
    {
      method: 'GET',
      path: '/directive',
      needs: 'figures',
      async handle(visit) {
        const { say, seen } = visit
        const directive = await asked(visit)
        if (directive === undefined) return visit.notFound()
        const { id, title, text, dueOn, withdrawnAt } = directive
        const answers = await branchAnswers(seen, id)
        const withdraw = html`<form method="post" action="/directive/withdraw">
          <input type="hidden" name="id" value="${id}" />
          <button>${say('withdraw')}</button>
        </form>`
        return visit.show(
          html`<h1>${title}</h1>
            <p>${askText(directive, visit)}${dueOn === null ? '' : ` · ${say('dueOn')} ${dueOn}`}</p>
            <p class="words">${text}</p>
            ${withdrawnAt !== null ? html`<p>${say('takenBack')}</p>` : visit.may('work') && directive.isOwn ? withdraw : ''}
            ${answerList(visit, directive, answers)} ${archiveLinks(visit, id, await archivesOf(seen, id))}
            <p><a href="/directives">${say('back')}</a></p>`,
        )
      },
    },
    {
      method: 'GET',
      path: '/directive/file',
      needs: 'work',
      handle: async (visit) => oneFile(visit, await asked(visit)),
    },
    {
      method: 'GET',
      path: '/directive/files',
      needs: 'work',
      handle: async (visit) => archive(visit, await asked(visit)),
    },
    {
      method: 'POST',
      path: '/directive/withdraw',
      needs: 'work',
      async handle(visit) {
        const directive = await directiveNamed(visit, await visit.form())
        if (directive?.isOwn !== true) return visit.notFound()
        await withdrawDirective(visit.seen, directive.id)
        await visit.log('takenBack', null, directive.title)
        return visit.goTo('/directives')
      },
    },
  ],
})
