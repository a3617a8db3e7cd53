import { membershipStatusSchema } from '../../shared/model/membership'
import { makeCode, revoke } from '../enrolment'
import { branchOverviews, type BranchOverview } from './branches'
import { html, type Html } from './html'
import { branchWords } from './locale/branches'
import { thisMonth } from './month'
import { pageGroup, type Reader, type Visit } from './route'

type Key = keyof (typeof branchWords)['en']

async function branchNamed({ hub }: Visit<Key>, parameters: URLSearchParams): Promise<BranchOverview | undefined> {
  const id = parameters.get('organisation')
  return (await branchOverviews(hub, thisMonth())).find((branch) => branch.id === id)
}

function memberCounts({ members }: BranchOverview, { say }: Reader<Key>): Html {
  const counts = membershipStatusSchema.options.flatMap((status) => {
    const count = members[status] ?? 0
    return count === 0 ? [] : [html`<li data-status="${status}">${say(status)} ${count}</li>`]
  })
  return html`<ul>
    ${counts}
  </ul>`
}

function actions({ id, unionName: name, isEnrolled }: BranchOverview, { say }: Reader<Key>): Html {
  const label = say('revokeNamed', { name })
  return html`${isEnrolled ? html`<a href="/revoke?organisation=${id}" aria-label="${label}">${say('revoke')}</a>` : ''}
    <form method="post" action="/code">
      <input type="hidden" name="organisation" value="${id}" />
      <button aria-label="${say('newCodeForNamed', { name })}">${say('newCodeFor')}</button>
    </form>`
}

function branchList(visit: Visit<Key>, branches: readonly BranchOverview[]): Html {
  const { say, language } = visit
  return visit.list<BranchOverview>({
    name: 'branches',
    title: say('branches'),
    empty: say('noBranches'),
    rows: branches,
    rowId: ({ id }) => id,
    columns: [
      {
        heading: say('unionName'),
        value: ({ unionName }) => unionName,
        show: ({ unionName, isSample }) =>
          html`${unionName}${isSample ? html` <small>(${say('sample')})</small>` : ''}`,
      },
      { heading: say('creditCode'), value: ({ creditCode }) => creditCode },
      {
        heading: say('members'),
        isNumber: true,
        value: ({ members }) => Object.values(members).reduce((sum, count) => sum + count, 0),
      },
      { heading: say('membersByStatus'), show: (branch) => memberCounts(branch, visit) },
      {
        heading: say('charged'),
        isNumber: true,
        value: ({ charged }) => charged / 100,
        show: ({ charged }) => (charged / 100).toFixed(2),
      },
      {
        heading: say('received'),
        isNumber: true,
        value: ({ received }) => received / 100,
        show: ({ received }) => (received / 100).toFixed(2),
      },
      { heading: say('waiting'), isNumber: true, value: ({ waiting }) => waiting },
      { heading: say('attention'), isNumber: true, value: ({ attention }) => attention },
      {
        heading: say('lastContact'),
        value: ({ lastContact }) => lastContact.toISOString(),
        show: ({ lastContact }) =>
          html`<time datetime="${lastContact.toISOString()}">${lastContact.toLocaleString(language)}</time>`,
      },
      { heading: say('connection'), value: ({ isEnrolled }) => say(isEnrolled ? 'enrolled' : 'revoked') },
      ...(visit.may('manage')
        ? [{ heading: say('actions'), show: (branch: BranchOverview) => actions(branch, visit) }]
        : []),
    ],
  })
}

export const branchPages = pageGroup({
  name: 'branches',
  words: branchWords,
  routes: [
    {
      method: 'GET',
      path: '/',
      needs: 'figures',
      link: { section: 'overview', text: 'branches' },
      async handle(visit) {
        const { say, hub } = visit
        const month = thisMonth()
        const newCode = html`<form method="post" action="/code"><button>${say('newCode')}</button></form>`
        return visit.show(
          html`<h1>${say('branches')}</h1>
            <p>${say('month')} ${month} · <a href="/">${say('refresh')}</a></p>
            ${visit.may('manage') ? newCode : ''} ${branchList(visit, await branchOverviews(hub, month))}`,
        )
      },
    },
    {
      method: 'POST',
      path: '/code',
      needs: 'manage',
      async handle(visit) {
        const { say, hub } = visit
        const branch = await branchNamed(visit, await visit.form())
        const code = await makeCode(hub, branch?.id ?? null)
        await visit.log('codeMade', branch?.id)
        return visit.show(
          html`<h1>${say('codeTitle')}</h1>
            <p class="code" role="status">${code}</p>
            <p>${branch === undefined ? say('codeForAll') : say('codeForOne', { name: branch.unionName })}</p>
            <p class="hint">${say('codeHint')}</p>
            <p><a href="/">${say('back')}</a></p>`,
        )
      },
    },
    {
      method: 'GET',
      path: '/revoke',
      needs: 'manage',
      async handle(visit) {
        const { say, url } = visit
        const branch = await branchNamed(visit, url.searchParams)
        if (branch === undefined) return visit.notFound()
        return visit.show(
          html`<h1>${say('revokeTitle')}</h1>
            <p>${say('revokeQuestion', { name: branch.unionName })}</p>
            <form method="post" action="/revoke">
              <input type="hidden" name="organisation" value="${branch.id}" />
              <button>${say('revoke')}</button>
              <a href="/">${say('cancel')}</a>
            </form>`,
        )
      },
    },
    {
      method: 'POST',
      path: '/revoke',
      needs: 'manage',
      async handle(visit) {
        const branch = await branchNamed(visit, await visit.form())
        if (branch === undefined) return visit.notFound()
        await revoke(visit.hub, branch.id)
        await visit.log('enrolmentRevoked', branch.id)
        return visit.goTo('/')
      },
    },
  ],
})
