import {
  accountDraftSchema,
  accountEntries,
  changeAccount,
  makeAccount,
  resetPassword,
  resetTwoFactor,
  setDisabled,
  unlock,
  type AccountEntry,
} from '../accounts/accounts'
import { roleNames } from '../accounts/rights'
import { endSessions } from '../accounts/sessions'
import { html, type Html } from './html'
import { nodeNames } from './branches'
import { accountWords } from './locale/accounts'
import { pageGroup, type Answer, type Visit } from './route'

type Key = keyof (typeof accountWords)['en']
type Nodes = ReadonlyMap<string, string>

/** The nodes of the tree that a visitor may give to an account, by name. */
async function nodesFor({ hub, seen, say }: Visit<Key>): Promise<Nodes> {
  const whole = seen.isWhole ? [[hub.identity.id, say('wholeTree')] as const] : []
  return new Map([...whole, ...(await nodeNames(seen))])
}

function stateOf({ isDisabled, isLocked, mustChangePassword }: AccountEntry): Key {
  if (isDisabled) return 'disabled'
  if (isLocked) return 'isLocked'
  return mustChangePassword ? 'neverSignedIn' : 'inUse'
}

function accountList(visit: Visit<Key>, entries: readonly AccountEntry[], nodes: Nodes): Html {
  const { say, language } = visit
  const yesNo = (is: boolean) => say(is ? 'yes' : 'no')
  return visit.list<AccountEntry>({
    name: 'accounts',
    title: say('accounts'),
    empty: say('noAccounts'),
    rows: entries,
    rowId: ({ id }) => id,
    columns: [
      {
        heading: say('personName'),
        value: ({ name }) => name,
        show: ({ id, name }) => html`<a href="/account?id=${id}">${name}</a>`,
      },
      { heading: say('login'), value: ({ login }) => login },
      { heading: say('roles'), value: ({ roles }) => roles.map((role) => say(role)).join(say('comma')) },
      { heading: say('node'), value: ({ node }) => nodes.get(node) ?? null },
      { heading: say('seesMembers'), value: ({ seesMembers }) => yesNo(seesMembers) },
      {
        heading: say('twoFactor'),
        value: ({ hasCode, needsCode }) => say(hasCode ? 'codeOn' : needsCode ? 'codeDue' : 'codeExcused'),
      },
      { heading: say('state'), value: (entry) => say(stateOf(entry)) },
      {
        heading: say('lastSignIn'),
        value: ({ lastSignIn }) => lastSignIn?.toISOString() ?? null,
        show: ({ lastSignIn }) => lastSignIn?.toLocaleString(language) ?? null,
      },
    ],
  })
}

interface Fields extends Pick<AccountEntry, 'name' | 'login' | 'node' | 'roles' | 'seesMembers' | 'needsCode'> {
  readonly id: string | null
}

function accountForm({ say }: Visit<Key>, fields: Fields, nodes: Nodes): Html {
  const checked = (is: boolean) => (is ? html` checked` : '')
  const roleBoxes = roleNames.map(
    (role) =>
      html`<label
        ><input type="checkbox" name="roles" value="${role}" ${checked(fields.roles.includes(role))} /> ${say(role)}
        <span class="hint">${say(`${role}Hint`)}</span></label
      >`,
  )
  const options = [...nodes].map(
    ([id, name]) => html`<option value="${id}" ${id === fields.node ? html`selected` : ''}>${name}</option>`,
  )
  const login = html`<label for="login">${say('login')}</label>
    <input
      id="login"
      name="login"
      required
      maxlength="60"
      value="${fields.login}"
      autocomplete="off"
      aria-describedby="loginHint"
    />
    <p id="loginHint" class="hint">${say('loginHint')}</p>`
  return html`<form class="sheet" method="post" action="${fields.id === null ? '/accounts' : '/account'}">
    ${fields.id === null ? '' : html`<input type="hidden" name="id" value="${fields.id}" />`}
    <label for="name">${say('personName')}</label>
    <input id="name" name="name" required maxlength="60" value="${fields.name}" autocomplete="off" />
    ${fields.id === null ? login : ''}
    <fieldset>
      <legend>${say('roles')}</legend>
      ${roleBoxes}
    </fieldset>
    <label for="node">${say('node')}</label>
    <select id="node" name="node">
      ${options}
    </select>
    <fieldset>
      <legend>${say('more')}</legend>
      <label
        ><input type="checkbox" name="seesMembers" ${checked(fields.seesMembers)} /> ${say('seesMembers')}
        <span class="hint">${say('seesMembersHint')}</span></label
      >
      <label
        ><input type="checkbox" name="needsCode" ${checked(fields.needsCode)} /> ${say('needsCode')}
        <span class="hint">${say('needsCodeHint')}</span></label
      >
    </fieldset>
    <button class="primary">${say(fields.id === null ? 'makeAccount' : 'save')}</button>
  </form>`
}

/** An account as its form states it; null when something is missing or not the visitor's to give. */
function draftOf(typed: URLSearchParams, login: string, nodes: Nodes) {
  const draft = accountDraftSchema.safeParse({
    name: typed.get('name') ?? '',
    login,
    node: typed.get('node') ?? '',
    roles: typed.getAll('roles'),
    seesMembers: typed.has('seesMembers'),
    needsCode: typed.has('needsCode'),
  })
  return draft.success && nodes.has(draft.data.node) ? draft.data : null
}

async function showAccounts(
  visit: Visit<Key>,
  mistake: 'accountWrong' | 'loginTaken' | null,
  typed?: Fields,
): Promise<Answer> {
  const { say, account, seen } = visit
  const nodes = await nodesFor(visit)
  const entries = await accountEntries(seen)
  const first: Fields = {
    id: null,
    name: '',
    login: '',
    node: account.node,
    roles: entries.length === 0 ? ['administrator', 'officer'] : ['officer'],
    seesMembers: false,
    needsCode: true,
  }
  return visit.show(
    html`<h1>${say('accounts')}</h1>
      ${accountList(visit, entries, nodes)}
      <h2>${say('newAccount')}</h2>
      ${mistake === null ? '' : html`<p class="error" role="alert">${say(mistake)}</p>`}
      ${accountForm(visit, typed ?? first, nodes)}`,
    mistake === null ? 200 : 400,
  )
}

function initialPasswordPage({ say, account }: Visit<Key>, login: string, password: string): Html {
  const isKey = account.id === null
  const next = html`<p>${say('signInNow')}</p>
    <form method="post" action="/sign-out"><button class="primary">${say('goToSignIn')}</button></form>`
  return html`<h1>${say('initialPassword')}</h1>
    <p>${say('login')} <span class="code">${login}</span></p>
    <p>${say('initialPassword')} <span class="code" role="status">${password}</span></p>
    <p class="hint">${say('initialPasswordHint')}</p>
    ${isKey ? next : ''}
    <p><a href="/accounts">${say('back')}</a></p>`
}

async function entryOf(visit: Visit<Key>, id: string | null): Promise<AccountEntry | undefined> {
  return (await accountEntries(visit.seen)).find((entry) => entry.id === id)
}

async function showAccount(
  visit: Visit<Key>,
  entry: AccountEntry,
  mistake: 'accountWrong' | 'ownRights' | null,
): Promise<Answer> {
  const { say, account } = visit
  const act = (name: string, text: Key) =>
    html`<form method="post" action="/account/${name}">
      <input type="hidden" name="id" value="${entry.id}" />
      <button>${say(text)}</button>
    </form>`
  const isOwn = entry.id === account.id
  return visit.show(
    html`<h1>${entry.name}</h1>
      <p>${say('login')} ${entry.login} · ${say(stateOf(entry))}</p>
      ${mistake === null ? '' : html`<p class="error" role="alert">${say(mistake)}</p>`}
      ${accountForm(visit, entry, await nodesFor(visit))}
      <h2>${say('help')}</h2>
      <div class="acts">
        ${entry.isLocked ? act('unlock', 'unlock') : ''} ${isOwn ? '' : act('password', 'resetPassword')}
        ${entry.hasCode && !isOwn ? act('two-factor', 'resetTwoFactor') : ''} ${act('sessions', 'endSessions')}
        ${isOwn ? '' : act(entry.isDisabled ? 'enable' : 'disable', entry.isDisabled ? 'enable' : 'disable')}
      </div>
      <p class="hint">${say('helpHint')}</p>
      <p><a href="/accounts">${say('back')}</a></p>`,
    mistake === null ? 200 : 400,
  )
}

/** An act on an account that the visitor sees, put down in the audit; on one's own only where that is allowed. */
function actOn(
  name: string,
  event: Key,
  act: (visit: Visit<Key>, entry: AccountEntry) => Promise<Answer | null>,
  onOwn = false,
) {
  return {
    method: 'POST',
    path: `/account/${name}`,
    needs: 'accounts',
    async handle(visit: Visit<Key>): Promise<Answer> {
      const entry = await entryOf(visit, (await visit.form()).get('id'))
      if (entry === undefined) return visit.notFound()
      if (entry.id === visit.account.id && !onOwn) return showAccount(visit, entry, 'ownRights')
      await visit.log(event, entry.node, entry.login)
      return (await act(visit, entry)) ?? visit.goTo(`/account?id=${entry.id}`)
    },
  } as const
}

export const accountPages = pageGroup({
  name: 'accounts',
  words: accountWords,
  routes: [
    {
      method: 'GET',
      path: '/accounts',
      needs: 'accounts',
      link: { section: 'administration', text: 'accounts' },
      handle: (visit) => showAccounts(visit, null),
    },
    {
      method: 'POST',
      path: '/accounts',
      needs: 'accounts',
      async handle(visit) {
        const typed = await visit.form()
        const login = typed.get('login') ?? ''
        const draft = draftOf(typed, login, await nodesFor(visit))
        const fields = {
          id: null,
          login,
          name: typed.get('name') ?? '',
          node: typed.get('node') ?? '',
          roles: roleNames.filter((role) => typed.getAll('roles').includes(role)),
          seesMembers: typed.has('seesMembers'),
          needsCode: typed.has('needsCode'),
        }
        if (draft === null) return showAccounts(visit, 'accountWrong', fields)
        const made = await makeAccount(visit.hub, draft)
        if (made === null) return showAccounts(visit, 'loginTaken', fields)
        await visit.log(
          'accountMade',
          draft.node,
          `${draft.login} ${draft.roles.map((role) => visit.say(role)).join(visit.say('comma'))}`,
        )
        return visit.show(initialPasswordPage(visit, draft.login, made.password))
      },
    },
    {
      method: 'GET',
      path: '/account',
      needs: 'accounts',
      async handle(visit) {
        const entry = await entryOf(visit, visit.url.searchParams.get('id'))
        return entry === undefined ? visit.notFound() : showAccount(visit, entry, null)
      },
    },
    {
      method: 'POST',
      path: '/account',
      needs: 'accounts',
      async handle(visit) {
        const typed = await visit.form()
        const entry = await entryOf(visit, typed.get('id'))
        if (entry === undefined) return visit.notFound()
        const draft = draftOf(typed, entry.login, await nodesFor(visit))
        if (draft === null) return showAccount(visit, entry, 'accountWrong')
        const losesOwn =
          entry.id === visit.account.id && (!draft.roles.includes('administrator') || draft.node !== entry.node)
        if (losesOwn) return showAccount(visit, entry, 'ownRights')
        await changeAccount(visit.hub, entry.id, draft)
        await visit.log(
          'accountChanged',
          draft.node,
          `${entry.login} ${draft.roles.map((role) => visit.say(role)).join(visit.say('comma'))}`,
        )
        return visit.goTo('/accounts')
      },
    },
    actOn(
      'unlock',
      'unlocked',
      async ({ hub }, { id }) => {
        await unlock(hub, id)
        return null
      },
      true,
    ),
    actOn('password', 'passwordReset', async (visit, { id, login }) =>
      visit.show(initialPasswordPage(visit, login, await resetPassword(visit.hub, id))),
    ),
    actOn('two-factor', 'twoFactorReset', async ({ hub }, { id }) => {
      await resetTwoFactor(hub, id)
      return null
    }),
    actOn(
      'sessions',
      'sessionsEnded',
      async ({ hub }, { id }) => {
        await endSessions(hub, id)
        return null
      },
      true,
    ),
    actOn('disable', 'accountDisabled', async ({ hub }, { id }) => {
      await setDisabled(hub, id, true)
      return null
    }),
    actOn('enable', 'accountEnabled', async ({ hub }, { id }) => {
      await setDisabled(hub, id, false)
      return null
    }),
  ],
})
