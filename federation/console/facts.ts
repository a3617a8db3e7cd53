import { html, type Html } from './html'

/** What is said of something, and what it is called. */
export type Fact = readonly [term: string, value: Html | string]

/** Facts about one thing, side by side. */
export function factList(facts: readonly Fact[]): Html {
  return html`<dl class="facts">
    ${facts.map(
      ([term, value]) =>
        html`<div data-figure="${term}">
          <dt>${term}</dt>
          <dd>${value}</dd>
        </div>`,
    )}
  </dl>`
}
