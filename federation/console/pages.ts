import { membershipStatusSchema } from '../../shared/model/membership'
import type { BranchOverview } from './branches'
import { html, type Html } from './html'
import { languages, type Language, type Say } from './locale'

/** What every page needs to know of its reader. */
export interface Reader {
  readonly say: Say
  readonly language: Language
  readonly isSignedIn: boolean
}

/** A whole page around its content. */
export function page({ say, language, isSignedIn }: Reader, content: Html): string {
  const others = Object.entries(languages).filter(([tag]) => tag !== language)
  const signedIn = html`<nav aria-label="${say('title')}">
      <a href="/">${say('branches')}</a>
      <a href="/directives">${say('directives')}</a>
    </nav>
    <form method="post" action="/sign-out"><button>${say('signOut')}</button></form>`
  return html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${say('title')}</title>
        <link rel="stylesheet" href="/style.css" />
      </head>
      <body>
        <header>
          <h1>${say('title')}</h1>
          <nav aria-label="${say('language')}">
            ${others.map(([tag, name]) => html`<a href="/?language=${tag}" lang="${tag}">${name}</a>`)}
          </nav>
          ${isSignedIn ? signedIn : ''}
        </header>
        <main>${content}</main>
      </body>
    </html>`.text
}

export function signInPage({ say }: Reader, wasWrong: boolean): Html {
  return html`<h2>${say('signIn')}</h2>
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

function yuan(fen: number): string {
  return (fen / 100).toFixed(2)
}

function memberCounts(branch: BranchOverview, say: Say): Html {
  const counts = membershipStatusSchema.options.flatMap((status) => {
    const count = branch.members[status] ?? 0
    return count === 0 ? [] : [html`<li data-status="${status}">${say(status)} ${count}</li>`]
  })
  return html`<ul>
    ${counts}
  </ul>`
}

function branchRow(branch: BranchOverview, { say, language }: Reader): Html {
  const { id, unionName: name } = branch
  const total = Object.values(branch.members).reduce((sum, count) => sum + count, 0)
  const revoke = html`<a href="/revoke?organisation=${id}" aria-label="${say('revokeNamed', { name })}"
    >${say('revoke')}</a
  >`
  return html`<tr data-organisation="${id}">
    <th scope="row">${name}${branch.isSample ? html` <small>(${say('sample')})</small>` : ''}</th>
    <td>${branch.creditCode ?? '–'}</td>
    <td class="number">${total}</td>
    <td>${memberCounts(branch, say)}</td>
    <td class="number">${yuan(branch.charged)}</td>
    <td class="number">${yuan(branch.received)}</td>
    <td class="number">${branch.waiting}</td>
    <td class="number">${branch.attention}</td>
    <td>
      <time datetime="${branch.lastContact.toISOString()}">${branch.lastContact.toLocaleString(language)}</time>
    </td>
    <td>${say(branch.isEnrolled ? 'enrolled' : 'revoked')}</td>
    <td>
      ${branch.isEnrolled ? revoke : ''}
      <form method="post" action="/code">
        <input type="hidden" name="organisation" value="${id}" />
        <button aria-label="${say('newCodeForNamed', { name })}">${say('newCodeFor')}</button>
      </form>
    </td>
  </tr>`
}

export function branchesPage(reader: Reader, branches: readonly BranchOverview[], month: string): Html {
  const { say } = reader
  const numbers = new Set<string>(['members', 'charged', 'received', 'waiting', 'attention'])
  const headings = (
    [
      'unionName',
      'creditCode',
      'members',
      'membersByStatus',
      'charged',
      'received',
      'waiting',
      'attention',
      'lastContact',
      'connection',
      'actions',
    ] as const
  ).map((key) => html`<th scope="col" class="${numbers.has(key) ? 'number' : ''}">${say(key)}</th>`)
  const table = html`<div class="scroll" tabindex="0" role="region" aria-label="${say('branches')}">
    <table>
      <thead>
        <tr>
          ${headings}
        </tr>
      </thead>
      <tbody>
        ${branches.map((branch) => branchRow(branch, reader))}
      </tbody>
    </table>
  </div>`
  return html`<h2>${say('branches')}</h2>
    <p>${say('month', { month })} · <a href="/">${say('refresh')}</a></p>
    <form method="post" action="/code"><button>${say('newCode')}</button></form>
    ${branches.length === 0 ? html`<p>${say('noBranches')}</p>` : table}`
}

/** Shows a new code, made for a branch of this name or for everybody. */
export function codePage({ say }: Reader, code: string, name: string | null): Html {
  return html`<h2>${say('codeTitle')}</h2>
    <p class="code" role="status">${code}</p>
    <p>${name === null ? say('codeForAll') : say('codeForOne', { name })}</p>
    <p class="hint">${say('codeHint')}</p>
    <p><a href="/">${say('back')}</a></p>`
}

export function revokePage({ say }: Reader, { id, unionName: name }: BranchOverview): Html {
  return html`<h2>${say('revokeTitle')}</h2>
    <p>${say('revokeQuestion', { name })}</p>
    <form method="post" action="/revoke">
      <input type="hidden" name="organisation" value="${id}" />
      <button>${say('revoke')}</button>
      <a href="/">${say('cancel')}</a>
    </form>`
}

export function notFoundPage({ say }: Reader): Html {
  return html`<p>${say('notFound')}</p>
    <p><a href="/">${say('back')}</a></p>`
}
