import type { Account } from '../accounts/rights'
import { html, type Html } from './html'
import { languages, type Language, type Say } from './locale/words'
import type { CommonKey } from './locale/common'
import { sections, type Section } from './route'

/** A place of the navigation that its reader may go to. */
export interface Link {
  readonly section: Section
  readonly path: string
  readonly text: string
}

interface Frame {
  readonly say: Say<CommonKey>
  readonly language: Language
  readonly url: URL
  /** Null for whoever is not signed in. */
  readonly navigation: { readonly account: Account; readonly links: readonly Link[] } | null
}

function navigationOf({ say, url, navigation }: Frame): Html {
  const parts = sections.flatMap((section) => {
    const links = (navigation?.links ?? []).filter((link) => link.section === section)
    if (links.length === 0) return []
    const items = links.map(
      ({ path, text }) =>
        html`<li><a href="${path}" ${path === url.pathname ? html` aria-current="page"` : ''}>${text}</a></li>`,
    )
    return [
      html`<li>
        <span>${say(section)}</span>
        <ul>
          ${items}
        </ul>
      </li>`,
    ]
  })
  return html`<nav class="main" id="menu" aria-label="${say('navigation')}">
    <ul>
      ${parts}
    </ul>
  </nav>`
}

/** A whole page around its content. */
export function layout(frame: Frame, content: Html): string {
  const { say, language, url, navigation } = frame
  const others = Object.entries(languages).filter(([tag]) => tag !== language)
  const inLanguage = (tag: string) => {
    const parameters = new URLSearchParams(url.searchParams)
    parameters.set('language', tag)
    return `${url.pathname}?${parameters.toString()}`
  }
  const account = navigation?.account
  // The administrator's key has no account to look after.
  const name =
    account?.id === null ? html`<span>${account.name}</span>` : html`<a href="/me">${account?.name ?? ''}</a>`
  const signedIn = html`<form method="post" action="/sign-out">${name} <button>${say('signOut')}</button></form>`
  return html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${say('title')}</title>
        <link rel="stylesheet" href="/style.css" />
      </head>
      <body>
        <a class="skip" href="#content">${say('skip')}</a>
        <header>
          <p class="name">${say('title')}</p>
          <nav class="languages" aria-label="${say('language')}">
            ${others.map(([tag, name]) => html`<a href="${inLanguage(tag)}" lang="${tag}">${name}</a>`)}
          </nav>
          ${navigation === null ? '' : html`<a class="menu" href="#menu">${say('navigation')}</a>${signedIn}`}
        </header>
        ${navigation === null ? '' : navigationOf(frame)}
        <main id="content">${content}</main>
      </body>
    </html>`.text
}
