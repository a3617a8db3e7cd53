import { ORPCError } from '@orpc/client'
import { hubProblemSchema } from '../../shared/contract/federation'
import {
  levelsOf,
  passingChoicesSchema,
  passingKindSchema,
  usualHubChoices,
  type PassingChoices,
} from '../../shared/sync/passing'
import { problemOf } from '../client/hub-failure'
import { enrolAbove, leaveAbove } from '../uplink'
import { policies, presentPolicy, setPolicy, type PassingPolicy } from '../uplink/policy'
import { uplinkStanding, type UplinkStanding } from '../uplink/standing'
import { ago, time, timeText, whole } from './format'
import { factList, type Fact } from './facts'
import { html, type Html } from './html'
import { parentHubWords, type ParentHubKey as Key } from './locale/parent-hub'
import { pageGroup, type Answer, type Reader, type Visit } from './route'

type Problem = ReturnType<typeof problemOf> | 'CODE_WRONG' | 'CODE_FOR_OTHER'

/** What keeps this hub from enrolling. */
function refusalOf(error: unknown): Problem {
  const code = error instanceof ORPCError ? String(error.code) : ''
  if (code === 'CODE_WRONG' || code === 'CODE_FOR_OTHER') return code
  const own = hubProblemSchema.safeParse(code)
  return own.success ? own.data : problemOf(error)
}

function enrolForm({ say }: Reader<Key>, typedAddress: string): Html {
  return html`<p class="empty">${say('notBelow')}</p>
    <p class="hint">${say('enrolHint')}</p>
    <form class="sheet narrow" method="post" action="/parent-hub/enrol">
      <label for="address">${say('address')}</label>
      <input
        id="address"
        name="address"
        type="url"
        required
        maxlength="200"
        value="${typedAddress}"
        placeholder="https://"
      />
      <label for="code">${say('code')}</label>
      <input id="code" name="code" required maxlength="40" autocomplete="off" />
      <button class="primary">${say('enrol')}</button>
    </form>`
}

function refusedList(visit: Visit<Key>, { refused }: UplinkStanding): Html {
  const { say } = visit
  if (refused.length === 0) return html``
  return html`<h2>${say('refusedTitle')}</h2>
    <p class="hint">${say('refusedHint')}</p>
    ${visit.list<UplinkStanding['refused'][number]>({
      name: 'refused',
      title: say('refusedTitle'),
      empty: say('noneRefused'),
      rows: refused,
      columns: [
        { heading: say('organisation'), value: ({ name }) => name },
        { heading: say('why'), value: ({ problem }) => say(problem === 'notBelow' ? 'notBelowWhy' : 'diverged') },
      ],
    })}`
}

function standingOf(visit: Visit<Key>, standing: UplinkStanding): Html {
  const { say, language } = visit
  const { hubName, address, enrolledAt, lastContact, waiting, notAccepted, problem } = standing
  const contact =
    lastContact === null ? say('never') : html`${ago(lastContact, language)} (${time(lastContact, language)})`
  const facts: Fact[] = [
    [say('parent'), html`${hubName} <small>${address}</small>`],
    [say('state'), say(problem === null ? 'allWell' : 'problem')],
    [say('waiting'), waiting === 0 ? say('allPassed') : whole(waiting)],
    [say('lastContact'), contact],
    [say('since'), time(enrolledAt, language)],
    [say('notAccepted'), whole(notAccepted)],
  ]
  return html`${problem === null ? '' : html`<p class="error" role="alert">${say(problem)}</p>`} ${factList(facts)}
    ${refusedList(visit, standing)}
    <p><a class="button" href="/parent-hub/leave">${say('leave')}</a></p>`
}

function policyForm({ say }: Reader<Key>, choices: PassingChoices): Html {
  const kinds = passingKindSchema.options.map((kind) => {
    const levels = levelsOf[kind].map(
      (level) =>
        html`<label
          ><input
            type="radio"
            name="${kind}"
            value="${level}"
            ${choices[kind] === level ? html`checked` : ''}
          />${say(level)}
          <span class="hint"
            >${say(`${level}Hint`)}${usualHubChoices[kind] === level ? ` · ${say('usual')}` : ''}</span
          ></label
        >`,
    )
    return html`<fieldset>
      <legend>${say(kind)}</legend>
      <p class="hint">${say(`${kind}What`)}</p>
      ${levels}
    </fieldset>`
  })
  return html`<form class="sheet" method="post" action="/parent-hub/policy">
    ${kinds}<button class="primary">${say('save')}</button>
  </form>`
}

/** What one policy says otherwise than the one before it. */
function changesOf({ say }: Reader<Key>, before: PassingChoices, after: PassingChoices): string[] {
  return passingKindSchema.options
    .filter((kind) => before[kind] !== after[kind])
    .map((kind) => say('change', { kind: say(kind), before: say(before[kind]), after: say(after[kind]) }))
}

function historyList(visit: Visit<Key>, all: readonly PassingPolicy[]): Html {
  const { say, language } = visit
  const rows = all.flatMap(({ choices, by, at }, index) => {
    const before = all[index - 1]
    return before === undefined || at === null
      ? []
      : [{ at, by, changes: changesOf(visit, before.choices, choices).join(say('semicolon')) }]
  })
  return visit.list<(typeof rows)[number]>({
    name: 'policies',
    title: say('history'),
    empty: say('noHistory'),
    rows: rows.toReversed(),
    columns: [
      { heading: say('at'), value: ({ at }) => timeText(at), show: ({ at }) => time(at, language) },
      { heading: say('by'), value: ({ by }) => by },
      { heading: say('changes'), value: ({ changes }) => changes },
    ],
  })
}

/** The way to the hub above is the whole hub's. */
const isWhole = ({ hub, account }: Visit<Key>) => account.node === hub.identity.id

async function page(visit: Visit<Key>, problem: Problem | null, address = ''): Promise<Answer> {
  const { say, hub } = visit
  if (!isWhole(visit)) {
    return visit.show(
      html`<h1>${say('parentHub')}</h1>
        <p class="empty">${say('onlyWhole')}</p>`,
    )
  }
  const standing = await uplinkStanding(hub)
  const { choices } = await presentPolicy(hub.orm, hub)
  return visit.show(
    html`<h1>${say('parentHub')}</h1>
      <p class="hint">${say('intro')}</p>
      ${problem === null ? '' : html`<p class="error" role="alert">${say(problem)}</p>`}
      ${standing === null ? enrolForm(visit, address) : standingOf(visit, standing)}
      <h2>${say('policy')}</h2>
      ${visit.url.searchParams.has('saved') ? html`<p class="done" role="status">${say('saved')}</p>` : ''}
      <p class="hint">${say('policyHint')}</p>
      ${policyForm(visit, choices)}
      <h2>${say('history')}</h2>
      ${historyList(visit, await policies(hub.orm, hub))}`,
    problem === null ? 200 : 400,
  )
}

/** The choices of the form; null where one is none of those that there are. */
function choicesIn(form: URLSearchParams): PassingChoices | null {
  const stated = passingKindSchema.options.map((kind) => [kind, form.get(kind)] as const)
  const choices = passingChoicesSchema.safeParse(Object.fromEntries(stated))
  if (!choices.success) return null
  const { data } = choices
  return passingKindSchema.options.every((kind) => levelsOf[kind].includes(data[kind])) ? data : null
}

export const parentHubPages = pageGroup({
  name: 'parentHub',
  words: parentHubWords,
  routes: [
    {
      method: 'GET',
      path: '/parent-hub',
      needs: 'manage',
      link: { section: 'administration', text: 'parentHub' },
      handle: (visit) => page(visit, null),
    },
    {
      method: 'POST',
      path: '/parent-hub/enrol',
      needs: 'manage',
      async handle(visit) {
        if (!isWhole(visit)) return visit.notFound()
        const form = await visit.form()
        const address = (form.get('address') ?? '').trim()
        try {
          await enrolAbove(visit.hub, address, (form.get('code') ?? '').trim())
        } catch (error) {
          return page(visit, refusalOf(error), address)
        }
        await visit.log('enrolledAbove', visit.hub.identity.id, address)
        return visit.goTo('/parent-hub')
      },
    },
    {
      method: 'GET',
      path: '/parent-hub/leave',
      needs: 'manage',
      async handle(visit) {
        const { say } = visit
        const standing = isWhole(visit) ? await uplinkStanding(visit.hub) : null
        if (standing === null) return visit.notFound()
        return visit.show(
          html`<h1>${say('leaveTitle', { name: standing.hubName })}</h1>
            <p>${say('leaveText')}</p>
            <form method="post" action="/parent-hub/leave">
              <button class="danger">${say('leave')}</button>
              <a href="/parent-hub">${say('cancel')}</a>
            </form>`,
        )
      },
    },
    {
      method: 'POST',
      path: '/parent-hub/leave',
      needs: 'manage',
      async handle(visit) {
        const standing = isWhole(visit) ? await uplinkStanding(visit.hub) : null
        if (standing === null) return visit.notFound()
        await leaveAbove(visit.hub)
        await visit.log('leftAbove', visit.hub.identity.id, standing.hubName)
        return visit.goTo('/parent-hub')
      },
    },
    {
      method: 'POST',
      path: '/parent-hub/policy',
      needs: 'manage',
      async handle(visit) {
        const { hub, say } = visit
        const choices = isWhole(visit) ? choicesIn(await visit.form()) : null
        if (choices === null) return visit.notFound()
        const { choices: before } = await presentPolicy(hub.orm, hub)
        const changes = changesOf(visit, before, choices)
        if (changes.length > 0) {
          await setPolicy(hub, choices, visit.account.name)
          await visit.log('policyChanged', hub.identity.id, changes.join(say('semicolon')))
        }
        return visit.goTo('/parent-hub?saved=1')
      },
    },
  ],
})
