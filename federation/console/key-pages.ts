import { apiScopeSchema, type ApiScope } from '../../shared/contract/hub-api'
import { daySchema } from '../../shared/model/date'
import { keysOf, makeKey, revokeKey, type ApiKey, type KeyDraft } from '../api/keys'
import { nodeNames } from './branches'
import { html, type Html } from './html'
import { keyWords } from './locale/keys'
import { pageGroup, type Answer, type Visit } from './route'

type Key = keyof (typeof keyWords)['en']
type Nodes = ReadonlyMap<string, string>

const NAME_MAX = 60
const DAYS_GOOD = 365
const DAY = 86_400_000

/** The nodes of the tree that the visitor may give to a key; its own for whoever sees a part of it only. */
async function nodesFor({ hub, seen, say }: Visit<Key>): Promise<Nodes> {
  const whole = seen.isWhole ? [[hub.identity.id, say('wholeTree')] as const] : []
  return new Map([...whole, ...(await nodeNames(seen))])
}

const nodeOf = ({ node }: ApiKey, { hub }: Visit<Key>) => node ?? hub.identity.id

/** Scopes that open members' records, or say who has one. */
const ofMembers: readonly ApiScope[] = ['memberParticulars', 'rosters']

/** What a visitor may let a key do: nobody passes on what they may not see. */
function scopesFor({ account }: Visit<Key>): readonly ApiScope[] {
  return apiScopeSchema.options.filter((scope) => !ofMembers.includes(scope) || account.seesMembers)
}

function stateOf({ revokedAt, expiresAt }: ApiKey): Key {
  if (revokedAt !== null) return 'isRevoked'
  return expiresAt <= new Date() ? 'expired' : 'inUse'
}

function keyList(visit: Visit<Key>, keys: readonly ApiKey[], nodes: Nodes): Html {
  const { say, language } = visit
  const revoke = ({ apiKey, name }: ApiKey) =>
    html`<form method="post" action="/keys/revoke">
      <input type="hidden" name="id" value="${apiKey}" />
      <button aria-label="${say('revokeNamed', { name })}">${say('revoke')}</button>
    </form>`
  return visit.list<ApiKey>({
    name: 'keys',
    title: say('keys'),
    empty: say('noKeys'),
    rows: keys,
    rowId: ({ apiKey }) => apiKey,
    columns: [
      { heading: say('keyName'), value: ({ name }) => name },
      { heading: say('scopes'), value: ({ scopes }) => scopes.map((scope) => say(scope)).join(say('comma')) },
      { heading: say('node'), value: (key) => nodes.get(nodeOf(key, visit)) ?? null },
      { heading: say('expiresOn'), value: ({ expiresAt }) => expiresAt.toISOString().slice(0, 10) },
      {
        heading: say('lastUsed'),
        value: ({ lastUsedAt }) => lastUsedAt?.toISOString() ?? null,
        show: ({ lastUsedAt }) => lastUsedAt?.toLocaleString(language) ?? say('never'),
      },
      { heading: say('madeBy'), value: ({ madeBy }) => madeBy },
      { heading: say('state'), value: (key) => say(stateOf(key)) },
      { heading: say('acts'), show: (key) => (key.revokedAt === null ? revoke(key) : '') },
    ],
  })
}

function newKeyForm(visit: Visit<Key>, nodes: Nodes): Html {
  const { say } = visit
  const until = new Date(Date.now() + DAYS_GOOD * DAY).toISOString().slice(0, 10)
  return html`<form class="sheet" method="post" action="/keys">
    <label for="name">${say('keyName')}</label>
    <input id="name" name="name" required maxlength="${NAME_MAX}" aria-describedby="nameHint" />
    <p id="nameHint" class="hint">${say('nameHint')}</p>
    <fieldset>
      <legend>${say('scopes')}</legend>
      ${scopesFor(visit).map(
        (scope) => html`<label><input type="checkbox" name="scope" value="${scope}" />${say(scope)}</label>`,
      )}
    </fieldset>
    <label for="node">${say('node')}</label>
    <select id="node" name="node">
      ${[...nodes].map(([id, name]) => html`<option value="${id}">${name}</option>`)}
    </select>
    <label for="until">${say('expiresOn')}</label>
    <input id="until" name="until" type="date" required value="${until}" />
    <button>${say('makeKey')}</button>
  </form>`
}

async function showKeys(visit: Visit<Key>, wasWrong: boolean): Promise<Answer> {
  const { say, seen } = visit
  const nodes = await nodesFor(visit)
  return visit.show(
    html`<h1>${say('keys')}</h1>
      <p>${say('intro')} <a href="/api/v1/openapi.json">${say('document')}</a></p>
      ${keyList(visit, await keysOf(seen), nodes)}
      <h2>${say('newKey')}</h2>
      ${wasWrong ? html`<p class="error" role="alert">${say('keyWrong')}</p>` : ''} ${newKeyForm(visit, nodes)}`,
    wasWrong ? 400 : 200,
  )
}

/** A key as its form states it; null while something is missing. */
function draftIn(form: URLSearchParams, visit: Visit<Key>, nodes: Nodes): KeyDraft | null {
  const name = (form.get('name') ?? '').trim()
  const scopes = scopesFor(visit).filter((scope) => form.getAll('scope').includes(scope))
  const node = form.get('node') ?? ''
  const until = daySchema.safeParse(form.get('until'))
  if (name === '' || name.length > NAME_MAX || scopes.length === 0 || !nodes.has(node) || !until.success) return null
  // To the end of the day, wherever the reader is.
  const expiresAt = new Date(new Date(`${until.data}T00:00:00Z`).getTime() + DAY)
  if (expiresAt <= new Date()) return null
  return { name, scopes, node: node === visit.hub.identity.id ? null : node, expiresAt }
}

/** Keys 接口密钥 of the data API. */
export const keyPages = pageGroup<Key>({
  name: 'keys',
  words: keyWords,
  routes: [
    {
      method: 'GET',
      path: '/keys',
      needs: 'manage',
      link: { section: 'administration', text: 'keys' },
      handle: (visit) => showKeys(visit, false),
    },
    {
      method: 'POST',
      path: '/keys',
      needs: 'manage',
      async handle(visit) {
        const { say, hub, account } = visit
        const draft = draftIn(await visit.form(), visit, await nodesFor(visit))
        if (draft === null) return showKeys(visit, true)
        const secret = await makeKey(hub, draft, account.name)
        await visit.log('made', draft.node, `${draft.name}: ${draft.scopes.join(', ')}`)
        return visit.show(
          html`<h1>${draft.name}</h1>
            <p>${say('secretHint')}</p>
            <p class="code words">${secret}</p>
            <p class="hint">${say('secretUse')}</p>
            <p><a href="/keys">${say('back')}</a></p>`,
        )
      },
    },
    {
      method: 'POST',
      path: '/keys/revoke',
      needs: 'manage',
      async handle(visit) {
        const revoked = await revokeKey(visit.seen, (await visit.form()).get('id') ?? '')
        if (revoked === null) return visit.notFound()
        await visit.log('revoked', revoked.node, revoked.name)
        return visit.goTo('/keys')
      },
    },
  ],
})
