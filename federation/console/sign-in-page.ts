import { html, type Html } from './html'
import type { CommonKey } from './locale/common'
import type { Say } from './locale/words'

export function signInPage(say: Say<CommonKey>, wasWrong: boolean): Html {
  return html`<h1>${say('signIn')}</h1>
    ${wasWrong ? html`<p class="error" role="alert">${say('wrongKey')}</p>` : ''}
    <form method="post" action="/sign-in">
      <label for="key">${say('adminKey')}</label>
      <input
        id="key"
        name="key"
        type="password"
        required
        autofocus
        autocomplete="current-password"
        aria-describedby="hint"
      />
      <button>${say('signIn')}</button>
    </form>
    <p id="hint" class="hint">${say('adminKeyHint')}</p>`
}
