import { newTotpSecret, totpPicture } from '../accounts/two-factor'
import { Html, html } from './html'
import type { CommonKey } from './locale/common'
import type { OwnKey } from './locale/own'
import type { Say } from './locale/words'

export type DoorSay = Say<CommonKey | OwnKey>

/** What was wrong with a form, if anything. */
export type Mistake =
  'wrongPassword' | 'wrongOldPassword' | 'wrongKey' | 'wrongCode' | 'notTheSame' | 'weakPassword' | null

export function mistakeText(say: DoorSay, mistake: Mistake): Html | string {
  return mistake === null ? '' : html`<p class="error" role="alert">${say(mistake)}</p>`
}

export function signInPage(say: DoorSay, mistake: Mistake, isFirst: boolean): Html {
  return html`<h1>${say('signIn')}</h1>
    ${mistakeText(say, mistake)} ${isFirst ? html`<p class="notice">${say('noAccounts')}</p>` : ''}
    <form class="sheet narrow" method="post" action="/sign-in">
      <label for="login">${say('login')}</label>
      <input id="login" name="login" required autofocus autocomplete="username" />
      <label for="password">${say('password')}</label>
      <input id="password" name="password" type="password" required autocomplete="current-password" />
      <button class="primary">${say('signIn')}</button>
    </form>
    <p><a href="/key">${say('useKey')}</a></p>`
}

export function keyPage(say: DoorSay, mistake: Mistake): Html {
  return html`<h1>${say('useKey')}</h1>
    <p>${say('keyPurpose')}</p>
    ${mistakeText(say, mistake)}
    <form class="sheet narrow" method="post" action="/key">
      <label for="key">${say('adminKey')}</label>
      <input id="key" name="key" type="password" required autofocus autocomplete="off" aria-describedby="hint" />
      <p id="hint" class="hint">${say('adminKeyHint')}</p>
      <button class="primary">${say('signIn')}</button>
    </form>
    <p><a href="/">${say('back')}</a></p>`
}

const signOut = (say: DoorSay) =>
  html`<form method="post" action="/sign-out"><button class="link">${say('signOut')}</button></form>`

export function codePage(say: DoorSay, mistake: Mistake): Html {
  return html`<h1>${say('twoFactorCode')}</h1>
    ${mistakeText(say, mistake)}
    <form class="sheet narrow" method="post" action="/sign-in/code">
      <label for="code">${say('codeOfPhone')}</label>
      <input id="code" name="code" required autofocus autocomplete="one-time-code" aria-describedby="hint" />
      <p id="hint" class="hint">${say('codeOfPhoneHint')}</p>
      <button class="primary">${say('signIn')}</button>
    </form>
    ${signOut(say)}`
}

export function firstPasswordPage(say: DoorSay, login: string, mistake: Mistake): Html {
  return html`<h1>${say('choosePassword')}</h1>
    <p>${say('choosePasswordWhy')}</p>
    ${mistakeText(say, mistake)}
    <form class="sheet narrow" method="post" action="/sign-in/password">
      ${newPasswordFields(say, login)}
      <button class="primary">${say('save')}</button>
    </form>
    ${signOut(say)}`
}

/** @param login tells programs that keep passwords whose it is */
export function newPasswordFields(say: DoorSay, login: string): Html {
  return html`<input name="username" value="${login}" autocomplete="username" hidden />
    <label for="new">${say('newPassword')}</label>
    <input id="new" name="password" type="password" required autocomplete="new-password" aria-describedby="rule" />
    <p id="rule" class="hint">${say('passwordRule')}</p>
    <label for="again">${say('passwordAgain')}</label>
    <input id="again" name="again" type="password" required autocomplete="new-password" />`
}

interface TwoFactorPage {
  readonly say: DoorSay
  readonly mistake: Mistake
  readonly login: string
  readonly issuer: string
  /** The one that was shown before; a new one when it is not there. */
  readonly secret: string | undefined
  /** Somebody who is in already says their password too. */
  readonly isIn: boolean
}

export async function twoFactorPage({ say, mistake, login, issuer, secret, isIn }: TwoFactorPage): Promise<Html> {
  const shown = secret ?? newTotpSecret()
  const picture = new Html(await totpPicture(shown, login, issuer))
  const password = html`<label for="password">${say('password')}</label>
    <input id="password" name="password" type="password" required autocomplete="current-password" />`
  return html`<h1>${say('setUpTwoFactor')}</h1>
    <p>${say('setUpTwoFactorWhy')}</p>
    ${mistakeText(say, mistake)}
    <div class="qr" role="img" aria-label="${say('qrPicture')}">${picture}</div>
    <p>${say('secretByHand')} <code class="secret">${shown.replaceAll(/(.{4})(?!$)/g, '$1 ')}</code></p>
    <form class="sheet narrow" method="post" action="${isIn ? '/me/two-factor' : '/sign-in/two-factor'}">
      <input type="hidden" name="secret" value="${shown}" />
      ${isIn ? password : ''}
      <label for="code">${say('codeOfPhone')}</label>
      <input id="code" name="code" required inputmode="numeric" autocomplete="one-time-code" />
      <button class="primary">${say('save')}</button>
    </form>
    ${isIn ? html`<p><a href="/me">${say('cancel')}</a></p>` : signOut(say)}`
}

export function recoveryPage(say: DoorSay, codes: readonly string[]): Html {
  return html`<h1>${say('recoveryCodes')}</h1>
    <p>${say('recoveryCodesWhy')}</p>
    <ul class="codes">
      ${codes.map((code) => html`<li>${code}</li>`)}
    </ul>
    <p><a class="button" href="/">${say('keptThem')}</a></p>`
}
