import { issuedOverviews, nameOf, type IssuedOverview } from '../codes/overview'
import { codeListRoutes } from './code-list-pages'
import { html, type Html } from './html'
import { kindText, mayIssue, stateText } from './issued'
import { issuedRoutes } from './issued-page'
import { codeWords, type CodeKey as Key } from './locale/codes'
import { profileRoutes } from './profile-pages'
import { pageGroup, type Route, type Visit } from './route'

function issuedList(visit: Visit<Key>, rows: readonly IssuedOverview[]): Html {
  const { say } = visit
  return visit.list<IssuedOverview>({
    name: 'codes',
    title: say('codes'),
    empty: say('noCodesYet'),
    rows,
    rowId: ({ item }) => item.body.id,
    columns: [
      {
        heading: say('name'),
        value: ({ item }) => nameOf(item),
        show: ({ item }) => html`<a href="/codes/item?id=${item.body.id}">${nameOf(item)}</a>`,
      },
      { heading: say('use'), value: (row) => kindText(row, visit) },
      { heading: say('version'), isNumber: true, value: ({ item }) => item.body.version },
      { heading: say('issuedOn'), value: ({ item }) => item.body.issuedAt.slice(0, 10) },
      { heading: say('recipients'), isNumber: true, value: ({ recipients }) => recipients },
      { heading: say('taken'), isNumber: true, value: ({ taken }) => taken },
      { heading: say('state'), value: (row) => stateText(row, visit) },
    ],
  })
}

const issuing = (route: Route<Key>): Route<Key> =>
  route.needs !== 'work'
    ? route
    : { ...route, handle: (visit) => (mayIssue(visit) ? route.handle(visit) : visit.notFound()) }

const routes: readonly Route<Key>[] = [
  {
    method: 'GET',
    path: '/codes',
    needs: 'figures',
    link: { section: 'business', text: 'codes' },
    async handle(visit) {
      const { say } = visit
      const acts = html`<p>
        <a href="/codes/edit">${say('newList')}</a> <a href="/codes/sheet">${say('newSheet')}</a>
      </p>`
      return visit.show(
        html`<h1>${say('codes')}</h1>
          <p>${say('intro')}</p>
          ${mayIssue(visit) ? acts : ''} ${issuedList(visit, await issuedOverviews(visit.seen))}`,
      )
    },
  },
  ...codeListRoutes,
  ...issuedRoutes,
  ...profileRoutes,
]

/** Code lists 代码表 and receivers' sheets 报送模板 that go down with versions. */
export const codePages = pageGroup<Key>({
  name: 'codes',
  words: codeWords,
  routes: routes.map(issuing),
})
