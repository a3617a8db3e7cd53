import { dayOf } from '../../shared/rules/date'
import { waitingTime } from '../../shared/rules/transfers/terms'
import { forceTransfer } from '../transfers/force'
import { duplicatePairs, transferOverviews, type DuplicatePair, type TransferOverview } from '../transfers/overview'
import { html, type Html } from './html'
import type { Column } from './list'
import { transferWords } from './locale/transfers'
import { pageGroup, type Answer, type Visit } from './route'

type Key = keyof (typeof transferWords)['en']

const isOpen = ({ state }: TransferOverview) => state === 'asked' || state === 'unknownUnion'
const waited = ({ askedAt }: TransferOverview) => waitingTime(dayOf(askedAt), dayOf(new Date()))

function betweenWhom({ say }: Visit<Key>): Column<TransferOverview>[] {
  return [
    { heading: say('fromUnion'), value: ({ fromUnion }) => fromUnion },
    { heading: say('toUnion'), value: ({ toUnion }) => toUnion },
    { heading: say('askedOn'), value: ({ askedAt }) => dayOf(askedAt) },
  ]
}

function openList(visit: Visit<Key>, rows: readonly TransferOverview[]): Html {
  const { say } = visit
  return visit.list<TransferOverview>({
    name: 'open-transfers',
    title: say('open'),
    empty: say('noneOpen'),
    rows,
    rowId: ({ id }) => id,
    columns: [
      ...betweenWhom(visit),
      {
        heading: say('days'),
        isNumber: true,
        value: (row) => waited(row).days,
        show: (row) => (waited(row).isLate ? say('late', { days: waited(row).days }) : waited(row).days),
      },
      { heading: say('state'), value: ({ state }) => say(state) },
      {
        heading: say('force'),
        show: (row) => (mayForce(row, visit) ? html`<a href="/transfer?id=${row.id}">${say('force')}</a>` : null),
      },
    ],
  })
}

function settledList(visit: Visit<Key>, rows: readonly TransferOverview[]): Html {
  const { say } = visit
  return visit.list<TransferOverview>({
    name: 'settled-transfers',
    title: say('history'),
    empty: say('noneSettled'),
    rows,
    rowId: ({ id }) => id,
    columns: [
      ...betweenWhom(visit),
      { heading: say('changedOn'), value: ({ changedAt }) => dayOf(changedAt) },
      {
        heading: say('state'),
        value: ({ state, isForced }) => say(isForced && state === 'accepted' ? 'forcedState' : state),
      },
      { heading: say('reason'), value: ({ reason }) => reason },
    ],
  })
}

function duplicateList(visit: Visit<Key>, rows: readonly DuplicatePair[]): Html {
  const { say } = visit
  return visit.list<DuplicatePair>({
    name: 'duplicates',
    title: say('duplicates'),
    empty: say('noDuplicates'),
    rows,
    columns: [
      { heading: say('one'), value: ({ one }) => one },
      { heading: say('other'), value: ({ other }) => other },
      { heading: say('persons'), isNumber: true, value: ({ persons }) => persons },
      { heading: say('since'), value: ({ since }) => since },
    ],
  })
}

/** Whoever sees both branches may hand the member over themselves once nobody answered in time. */
const mayForce = (one: TransferOverview, visit: Visit<Key>) =>
  visit.may('work') && one.isWithin && one.state === 'asked' && waited(one).isLate

async function lateTransfer(visit: Visit<Key>, id: string | null): Promise<TransferOverview | undefined> {
  return (await transferOverviews(visit.seen)).find((one) => one.id === id && mayForce(one, visit))
}

async function forcePage(
  visit: Visit<Key>,
  { id, fromUnion, toUnion }: TransferOverview,
  isMissing: boolean,
): Promise<Answer> {
  const { say } = visit
  return visit.show(
    html`<h1>${say('forceFor', { from: fromUnion, to: toUnion })}</h1>
      <p class="hint">${say('forceHint')}</p>
      ${isMissing ? html`<p class="error" role="alert">${say('reasonMissing')}</p>` : ''}
      <form class="sheet" method="post" action="/transfer/force">
        <input type="hidden" name="id" value="${id}" />
        <label for="reason">${say('reason')}</label>
        <input id="reason" name="reason" required maxlength="200" />
        <button>${say('force')}</button>
        <a href="/transfers">${say('cancel')}</a>
      </form>`,
    isMissing ? 400 : 200,
  )
}

export const transferPages = pageGroup({
  name: 'transfers',
  words: transferWords,
  routes: [
    {
      method: 'GET',
      path: '/transfers',
      needs: 'figures',
      link: { section: 'business', text: 'transfers' },
      async handle(visit) {
        const { say, seen } = visit
        const all = await transferOverviews(seen)
        return visit.show(
          html`<h1>${say('transfers')}</h1>
            <h2>${say('open')}</h2>
            ${openList(visit, all.filter(isOpen))}
            <h2>${say('history')}</h2>
            ${settledList(
              visit,
              all.filter((one) => !isOpen(one)),
            )}
            <h2>${say('duplicates')}</h2>
            <p class="hint">${say('duplicatesHint')}</p>
            ${duplicateList(visit, await duplicatePairs(seen))}`,
        )
      },
    },
    {
      method: 'GET',
      path: '/transfer',
      needs: 'work',
      async handle(visit) {
        const found = await lateTransfer(visit, visit.url.searchParams.get('id'))
        return found === undefined
          ? visit.show(html`<p>${visit.say('notYet')}</p>`, 404)
          : forcePage(visit, found, false)
      },
    },
    {
      method: 'POST',
      path: '/transfer/force',
      needs: 'work',
      async handle(visit) {
        const form = await visit.form()
        const found = await lateTransfer(visit, form.get('id'))
        if (found === undefined) return visit.show(html`<p>${visit.say('notYet')}</p>`, 404)
        const reason = (form.get('reason') ?? '').trim().slice(0, 200)
        if (reason === '') return forcePage(visit, found, true)
        await forceTransfer(visit.hub, found.id, { by: visit.hub.identity.name.slice(0, 60), reason })
        await visit.log('forced', found.fromOrganisation, `${found.fromUnion} → ${found.toUnion}`)
        return visit.goTo('/transfers')
      },
    },
  ],
})
