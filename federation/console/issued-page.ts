import type { Code } from '../../shared/model/code-list'
import { withdrawIssued } from '../codes/issue'
import { nameOf, recipientsOf, versionsOf, type IssuedRecipient, type IssuedVersion } from '../codes/overview'
import { isUuid } from './code-form'
import { html, type Html } from './html'
import { kindText, mayIssue, presentOf, stateText } from './issued'
import type { CodeKey as Key } from './locale/codes'
import type { Answer, Route, Visit } from './route'

function contentOf(visit: Visit<Key>, { item }: IssuedVersion): Html {
  const { say } = visit
  if (item.kind === 'receiverProfile') {
    return visit.list({
      name: 'columns',
      title: say('columns'),
      empty: '',
      rows: item.body.definition.columns,
      columns: [
        { heading: say('heading'), value: ({ heading }) => heading },
        { heading: say('need'), value: ({ need }) => say(need) },
        { heading: say('listOfColumn'), value: ({ dictionary }) => codeListOf(item.body.definition, dictionary) },
      ],
    })
  }
  return visit.list<Code>({
    name: 'list',
    title: item.body.name,
    empty: '',
    rows: item.body.codes,
    columns: [
      { heading: say('code'), value: ({ code }) => code },
      { heading: say('codeName'), value: ({ name }) => name },
      { heading: say('state'), value: ({ isRetired }) => say(isRetired ? 'retired' : 'inForce') },
    ],
  })
}

function codeListOf(
  { dictionaries }: { readonly dictionaries: Readonly<Record<string, { readonly codeList?: string | undefined }>> },
  dictionary: string | null,
): string | null {
  return dictionary === null ? null : (dictionaries[dictionary]?.codeList ?? null)
}

async function showItem(visit: Visit<Key>): Promise<Answer> {
  const { say, seen, url } = visit
  const id = url.searchParams.get('id') ?? ''
  const versions = isUuid(id) ? await versionsOf(seen, id) : []
  const asked = Number(url.searchParams.get('version') ?? versions[0]?.item.body.version)
  const shown = versions.find(({ item }) => item.body.version === asked)
  if (shown === undefined) return visit.notFound()
  const { item } = shown
  const isPresent = shown === versions[0]
  const edit = item.kind === 'codeList' ? '/codes/edit' : '/codes/sheet'
  const acts = html`<p>
    <a href="${edit}?id=${id}">${say('newVersion')}</a>
    ${
      item.kind === 'receiverProfile'
        ? html`<a href="/codes/definition?id=${id}&amp;version=${item.body.version}">${say('download')}</a>`
        : ''
    }
  </p>`
  const withdraw = html`<form method="post" action="/codes/withdraw">
    <input type="hidden" name="id" value="${id}" />
    <button>${say('withdraw')}</button>
  </form>`
  const versionList = visit.list<IssuedVersion>({
    name: 'versions',
    title: say('versions'),
    empty: '',
    rows: versions,
    columns: [
      {
        heading: say('version'),
        value: (row) => row.item.body.version,
        show: (row) =>
          html`<a href="/codes/item?id=${id}&amp;version=${row.item.body.version}">${row.item.body.version}</a>`,
      },
      { heading: say('issuedOn'), value: (row) => row.item.body.issuedAt.slice(0, 10) },
      { heading: say('issuedBy'), value: ({ by }) => by },
      { heading: say('state'), value: (row) => stateText(row, visit) },
    ],
  })
  const recipients = visit.list<IssuedRecipient>({
    name: 'recipients',
    title: say('recipients'),
    empty: say('noRecipients'),
    rows: await recipientsOf(seen, id),
    rowId: ({ organisation }) => organisation,
    columns: [
      { heading: say('unionName'), value: ({ unionName }) => unionName },
      { heading: say('version'), isNumber: true, value: ({ version }) => version },
      { heading: say('taken'), value: ({ hasTaken }) => say(hasTaken ? 'hasTaken' : 'underWay') },
    ],
  })
  return visit.show(
    html`<h1>${nameOf(item)}</h1>
      <p>
        ${kindText(shown, visit)} · ${say('versionOf', { version: item.body.version })} · ${stateText(shown, visit)}
      </p>
      ${isPresent && mayIssue(visit) ? acts : ''}
      ${isPresent && item.body.withdrawnAt === null && mayIssue(visit) ? withdraw : ''} ${contentOf(visit, shown)}
      <h2>${say('versions')}</h2>
      ${versionList}
      <h2>${say('recipients')}</h2>
      ${recipients}
      <p><a href="/codes">${say('back')}</a></p>`,
  )
}

/** A code list or sheet that was issued: what it says, its versions, who has it; and taking it back. */
export const issuedRoutes: readonly Route<Key>[] = [
  { method: 'GET', path: '/codes/item', needs: 'figures', handle: showItem },
  {
    method: 'POST',
    path: '/codes/withdraw',
    needs: 'work',
    async handle(visit) {
      const id = (await visit.form()).get('id') ?? ''
      const present = await presentOf(visit, id)
      if (present === undefined) return visit.notFound()
      await withdrawIssued(visit.hub, id, visit.account.name)
      await visit.log('withdrew', null, nameOf(present.item))
      return visit.goTo(`/codes/item?id=${id}`)
    },
  },
]
