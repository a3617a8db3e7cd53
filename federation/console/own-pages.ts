import { changePassword, renewRecoveryCodes, setTwoFactor, twoFactorState } from '../accounts/accounts'
import { isGoodPassword } from '../accounts/password'
import { endSession, endSessions, sessionsOf, type SessionEntry } from '../accounts/sessions'
import { isOwnPassword } from '../accounts/sign-in'
import { isTotpSecret, stepOfCode } from '../accounts/two-factor'
import { html, type Html } from './html'
import { ownWords, type OwnKey } from './locale/own'
import { pageGroup, type Answer, type Visit } from './route'
import { mistakeText, newPasswordFields, recoveryPage, twoFactorPage, type Mistake } from './sign-in-pages'

function sessionList(visit: Visit<OwnKey>, sessions: readonly SessionEntry[]): Html {
  const { say, language, session } = visit
  const time = (at: Date) => html`<time datetime="${at.toISOString()}">${at.toLocaleString(language)}</time>`
  return visit.list<SessionEntry>({
    name: 'sessions',
    title: say('mySessions'),
    empty: say('noSessions'),
    rows: sessions,
    columns: [
      {
        heading: say('browser'),
        value: ({ browser }) => browser,
        show: ({ browser, tokenHash }) => html`${browser} ${tokenHash === session ? say('thisSession') : ''}`,
      },
      {
        heading: say('began'),
        value: ({ createdAt }) => createdAt.toISOString(),
        show: ({ createdAt }) => time(createdAt),
      },
      {
        heading: say('lastSeen'),
        value: ({ lastSeen }) => lastSeen.toISOString(),
        show: ({ lastSeen }) => time(lastSeen),
      },
      {
        heading: say('actions'),
        show: ({ tokenHash }) =>
          html`<form method="post" action="/me/sessions/end">
            <input type="hidden" name="session" value="${tokenHash}" />
            <button>${say('endSession')}</button>
          </form>`,
      },
    ],
  })
}

async function showMe(visit: Visit<OwnKey>, id: string, mistake: Mistake | 'passwordSaved'): Promise<Answer> {
  const { say, hub, account } = visit
  const { login, hasCode, recoveryCodes } = await twoFactorState(hub, id)
  const renew = html`<form class="sheet narrow" method="post" action="/me/recovery-codes">
    <label for="renewPassword">${say('oldPassword')}</label>
    <input id="renewPassword" name="password" type="password" required autocomplete="current-password" />
    <button>${say('newRecoveryCodes')}</button>
  </form>`
  const message =
    mistake === 'passwordSaved' ? html`<p class="done" role="status">${say(mistake)}</p>` : mistakeText(say, mistake)
  return visit.show(
    html`<h1>${account.name}</h1>
      <p>${say('signedInAs', { login })}</p>
      ${message}
      <h2>${say('myTwoFactor')}</h2>
      <p>${hasCode ? say('twoFactorOn', { count: recoveryCodes }) : say('twoFactorOff')}</p>
      <p><a class="button" href="/me/two-factor">${say(hasCode ? 'changePhone' : 'setUpTwoFactor')}</a></p>
      ${hasCode ? renew : ''}
      <h2>${say('myPassword')}</h2>
      <form class="sheet narrow" method="post" action="/me/password">
        <label for="old">${say('oldPassword')}</label>
        <input id="old" name="old" type="password" required autocomplete="current-password" />
        ${newPasswordFields(say, login)}
        <button class="primary">${say('save')}</button>
      </form>
      <h2>${say('mySessions')}</h2>
      ${sessionList(visit, await sessionsOf(hub, id))}
      <form method="post" action="/me/sessions/end-all"><button>${say('endAll')}</button></form>`,
    mistake === null || mistake === 'passwordSaved' ? 200 : 400,
  )
}

/** For whoever has an account: the administrator's key has nothing of its own. */
function withAccount(handle: (visit: Visit<OwnKey>, id: string) => Promise<Answer>) {
  return (visit: Visit<OwnKey>) => (visit.account.id === null ? visit.notFound() : handle(visit, visit.account.id))
}

async function askTwoFactor(visit: Visit<OwnKey>, id: string, mistake: Mistake, secret?: string): Promise<Answer> {
  const { say, hub } = visit
  const { login } = await twoFactorState(hub, id)
  const content = await twoFactorPage({ say, mistake, login, issuer: hub.identity.name, secret, isIn: true })
  return visit.show(content, mistake === null ? 200 : 400)
}

export const ownPages = pageGroup({
  name: 'own',
  words: ownWords,
  routes: [
    { method: 'GET', path: '/me', needs: null, handle: withAccount((visit, id) => showMe(visit, id, null)) },
    {
      method: 'POST',
      path: '/me/password',
      needs: null,
      handle: withAccount(async (visit, id) => {
        const { hub, account, session } = visit
        const typed = await visit.form()
        const password = typed.get('password') ?? ''
        if (password !== typed.get('again')) return showMe(visit, id, 'notTheSame')
        const { login } = await twoFactorState(hub, id)
        if (!(await isGoodPassword(password, [login, account.name, hub.identity.name]))) {
          return showMe(visit, id, 'weakPassword')
        }
        if (!(await isOwnPassword(hub, id, typed.get('old') ?? ''))) return showMe(visit, id, 'wrongOldPassword')
        await changePassword(hub, id, password, session)
        await visit.log('passwordChanged')
        return showMe(visit, id, 'passwordSaved')
      }),
    },
    {
      method: 'GET',
      path: '/me/two-factor',
      needs: null,
      handle: withAccount((visit, id) => askTwoFactor(visit, id, null)),
    },
    {
      method: 'POST',
      path: '/me/two-factor',
      needs: null,
      handle: withAccount(async (visit, id) => {
        const { hub, say } = visit
        const typed = await visit.form()
        const secret = typed.get('secret') ?? ''
        if (!isTotpSecret(secret)) return askTwoFactor(visit, id, 'wrongCode')
        const step = stepOfCode(secret, typed.get('code') ?? '', 0)
        if (step === null) return askTwoFactor(visit, id, 'wrongCode', secret)
        if (!(await isOwnPassword(hub, id, typed.get('password') ?? ''))) {
          return askTwoFactor(visit, id, 'wrongOldPassword', secret)
        }
        const codes = await setTwoFactor(hub, id, secret, step)
        await endSessions(hub, id, visit.session)
        await visit.log('twoFactorSet')
        return visit.show(recoveryPage(say, codes))
      }),
    },
    {
      method: 'POST',
      path: '/me/recovery-codes',
      needs: null,
      handle: withAccount(async (visit, id) => {
        const { hub, say } = visit
        const password = (await visit.form()).get('password') ?? ''
        if (!(await isOwnPassword(hub, id, password))) return showMe(visit, id, 'wrongOldPassword')
        const codes = await renewRecoveryCodes(hub, id)
        await visit.log('recoveryRenewed')
        return visit.show(recoveryPage(say, codes))
      }),
    },
    {
      method: 'POST',
      path: '/me/sessions/end',
      needs: null,
      handle: withAccount(async (visit, id) => {
        await endSession(visit.hub, (await visit.form()).get('session') ?? '', id)
        await visit.log('sessionsEnded')
        return visit.goTo('/me')
      }),
    },
    {
      method: 'POST',
      path: '/me/sessions/end-all',
      needs: null,
      handle: withAccount(async (visit, id) => {
        await endSessions(visit.hub, id)
        await visit.log('sessionsEnded')
        return visit.goTo('/')
      }),
    },
  ],
})
