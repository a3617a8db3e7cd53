import { nodeNames } from './branches'
import { codeEntries, withdrawCode, type CodeEntry } from './figures'
import { time, timeText } from './format'
import { html, type Html } from './html'
import { enrolmentCodeWords } from './locale/enrolment-codes'
import { pageGroup, type Visit } from './route'

type Key = keyof (typeof enrolmentCodeWords)['en']

function stateOf({ isUsed, expiresAt }: CodeEntry): Key {
  if (isUsed) return 'used'
  return expiresAt.getTime() < Date.now() ? 'expired' : 'waitsForUse'
}

function codeList(visit: Visit<Key>, codes: readonly CodeEntry[], names: ReadonlyMap<string, string>): Html {
  const { say, language } = visit
  return visit.list<CodeEntry>({
    name: 'codes',
    title: say('codes'),
    empty: say('noCodes'),
    rows: codes,
    columns: [
      {
        heading: say('madeFor'),
        value: ({ madeFor }) => (madeFor === null ? say('anybody') : (names.get(madeFor) ?? '')),
      },
      {
        heading: say('goodUntil'),
        value: ({ expiresAt }) => timeText(expiresAt),
        show: ({ expiresAt }) => time(expiresAt, language),
      },
      { heading: say('state'), value: (code) => say(stateOf(code)) },
      {
        heading: say('actions'),
        show: (code) =>
          stateOf(code) === 'waitsForUse'
            ? html`<form method="post" action="/enrolment-codes/withdraw">
                <input type="hidden" name="code" value="${code.codeHash}" />
                <button>${say('withdrawCode')}</button>
              </form>`
            : '',
      },
    ],
  })
}

export const enrolmentCodePages = pageGroup({
  name: 'enrolmentCodes',
  words: enrolmentCodeWords,
  routes: [
    {
      method: 'GET',
      path: '/enrolment-codes',
      needs: 'manage',
      link: { section: 'administration', text: 'codes' },
      async handle(visit) {
        const { say, seen } = visit
        const [names, codes] = [await nodeNames(seen), await codeEntries(seen)]
        return visit.show(
          html`<h1>${say('codes')}</h1>
            <p class="hint">${say('codesHint')}</p>
            <form method="post" action="/code"><button class="primary">${say('newCode')}</button></form>
            ${codeList(visit, codes, names)}`,
        )
      },
    },
    {
      method: 'POST',
      path: '/enrolment-codes/withdraw',
      needs: 'manage',
      async handle(visit) {
        if (!(await withdrawCode(visit.seen, (await visit.form()).get('code') ?? ''))) return visit.notFound()
        await visit.log('codeWithdrawn')
        return visit.goTo('/enrolment-codes')
      },
    },
  ],
})
