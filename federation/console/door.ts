import type { IncomingMessage } from 'node:http'
import { changePassword, setTwoFactor } from '../accounts/accounts'
import { isAdminKey } from '../accounts/admin-key'
import { record } from '../accounts/audit'
import { isGoodPassword } from '../accounts/password'
import { everythingOf } from '../accounts/seen'
import { rightsOf, type Account } from '../accounts/rights'
import { beginSession, confirmSession, endSession, sessionOf } from '../accounts/sessions'
import { accountOf, useCode, type AccountRow } from '../accounts/sign-in'
import { isTotpSecret, stepOfCode } from '../accounts/two-factor'
import { accountEntries, roleSchema } from '../accounts/accounts'
import type { Hub } from '../hub'
import { readBody } from '../http/body'
import type { Html } from './html'
import { layout } from './layout'
import { commonWords } from './locale/common'
import { ownWords } from './locale/own'
import { fill, type Language } from './locale/words'
import type { Answer } from './route'
import {
  codePage,
  firstPasswordPage,
  keyPage,
  recoveryPage,
  signInPage,
  twoFactorPage,
  type DoorSay,
  type Mistake,
} from './sign-in-pages'
import { goTo, markup } from './visit'

const FORM_MAX_BYTES = 10_000

/** Somebody who has come in, by their session. */
export interface Guest {
  readonly account: Account
  readonly session: string
}

interface Knock {
  readonly request: IncomingMessage
  readonly url: URL
  readonly language: Language
  readonly token: string | undefined
}

/** What is still missing before somebody with a right password is in. */
type Step = 'code' | 'newPassword' | 'twoFactor' | null

function nextStep(account: AccountRow, isConfirmed: boolean): Step {
  if (account.totpSecret !== null && !isConfirmed) return 'code'
  if (account.mustChangePassword) return 'newPassword'
  return account.needsCode && account.totpSecret === null ? 'twoFactor' : null
}

/** Signing in and out: answers a page of the door, or who has come in. */
export function doorOf(hub: Hub, adminKey: string, sessionCookie: (token: string) => string) {
  return async function knock({ request, url, language, token }: Knock): Promise<Answer | Guest> {
    const say: DoorSay = (key, blanks) => fill({ ...commonWords[language], ...ownWords[language] }[key], blanks)
    const show = (content: Html, status = 200) =>
      markup(status, layout({ say, language, url, navigation: null }, content))
    const form = async () => new URLSearchParams((await readBody(request, FORM_MAX_BYTES))?.toString() ?? '')
    const letIn = async (accountId: string | null, to: string): Promise<Answer> => {
      const newToken = await beginSession(hub, accountId, request.headers['user-agent'] ?? '')
      return { ...goTo(to), headers: { location: to, 'set-cookie': sessionCookie(newToken) } }
    }
    const asks = `${request.method ?? ''} ${url.pathname}`
    const showSignIn = async (mistake: Mistake, status: number) =>
      show(signInPage(say, mistake, (await accountEntries(everythingOf(hub))).length === 0), status)

    if (asks === 'POST /sign-in' || asks === 'POST /key') {
      const typed = await form()
      if (asks === 'POST /key') {
        if (isAdminKey(typed.get('key') ?? '', adminKey)) {
          await record(hub, { id: null, name: 'key', node: null }, { event: 'own.keyUsed' })
          return letIn(null, '/accounts')
        }
        return show(keyPage(say, 'wrongKey'), 403)
      }
      const found = await accountOf(hub, typed.get('login') ?? '', typed.get('password') ?? '')
      if (found === null) return showSignIn('wrongPassword', 403)
      if (nextStep(found, false) !== 'code')
        await record(hub, { ...found, id: found.account }, { event: 'own.signedIn' })
      return letIn(found.account, '/')
    }
    if (asks === 'GET /key') return show(keyPage(say, null))

    const session = token === undefined || token === '' ? null : await sessionOf(hub, token)
    if (session === null) return showSignIn(null, url.pathname === '/' ? 200 : 403)
    if (asks === 'POST /sign-out') {
      await endSession(hub, session.tokenHash)
      return { ...goTo('/'), headers: { location: '/', 'set-cookie': sessionCookie('') } }
    }
    const { account: row, tokenHash } = session
    if (row === null) {
      const account = {
        id: null,
        name: say('adminKey'),
        node: hub.identity.id,
        rights: ['accounts'],
        seesMembers: false,
      } as const
      return { account, session: tokenHash }
    }
    const account: Account = {
      id: row.account,
      name: row.name,
      node: row.node,
      rights: rightsOf(roleSchema.array().parse(row.roles)),
      seesMembers: row.seesMembers,
    }
    switch (nextStep(row, session.isConfirmed)) {
      case 'code': {
        if (asks !== 'POST /sign-in/code') return show(codePage(say, null), url.pathname === '/' ? 200 : 403)
        if (!(await useCode(hub, row.account, (await form()).get('code') ?? '')))
          return show(codePage(say, 'wrongCode'), 403)
        await confirmSession(hub, tokenHash)
        await record(hub, { ...row, id: row.account }, { event: 'own.signedIn' })
        return goTo('/')
      }
      case 'newPassword': {
        if (asks !== 'POST /sign-in/password')
          return show(firstPasswordPage(say, row.login, null), url.pathname === '/' ? 200 : 403)
        const typed = await form()
        const password = typed.get('password') ?? ''
        if (password !== typed.get('again')) return show(firstPasswordPage(say, row.login, 'notTheSame'), 400)
        if (!(await isGoodPassword(password, [row.login, row.name, hub.identity.name]))) {
          return show(firstPasswordPage(say, row.login, 'weakPassword'), 400)
        }
        await changePassword(hub, row.account, password, tokenHash)
        await record(hub, { ...row, id: row.account }, { event: 'own.passwordChanged' })
        return goTo('/')
      }
      case 'twoFactor': {
        const ask = async (mistake: Mistake, status: number, secret?: string) =>
          show(
            await twoFactorPage({ say, mistake, login: row.login, issuer: hub.identity.name, secret, isIn: false }),
            status,
          )
        if (asks !== 'POST /sign-in/two-factor') return ask(null, url.pathname === '/' ? 200 : 403)
        const typed = await form()
        const secret = typed.get('secret') ?? ''
        if (!isTotpSecret(secret)) return ask(null, 400)
        const step = stepOfCode(secret, typed.get('code') ?? '', 0)
        if (step === null) return ask('wrongCode', 400, secret)
        const codes = await setTwoFactor(hub, row.account, secret, step)
        await confirmSession(hub, tokenHash)
        await record(hub, { ...row, id: row.account }, { event: 'own.twoFactorSet' })
        return show(recoveryPage(say, codes))
      }
      case null:
        return { account, session: tokenHash }
    }
  }
}
