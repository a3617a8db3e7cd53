import { reachableBranches } from '../codes/branches'
import { html, type Html } from './html'
import type { Visit } from './route'

/** Whom a version goes to beside those who have an earlier one. */
export async function recipientChoice(
  { say, hub }: Pick<Visit<'recipients' | 'recipientsHint'>, 'say' | 'hub'>,
  chosen: readonly string[],
): Promise<Html> {
  const branches = await reachableBranches(hub.orm)
  return html`<fieldset>
    <legend>${say('recipients')}</legend>
    <p class="hint">${say('recipientsHint')}</p>
    ${branches.map(
      ({ id, unionName }) =>
        html`<label
          ><input
            type="checkbox"
            name="to"
            value="${id}"
            ${chosen.includes(id) ? html`checked` : ''}
          />${unionName}</label
        >`,
    )}
  </fieldset>`
}

/** The branches chosen in a form; all where none was. */
export function chosenIn(form: FormData): readonly string[] | 'all' {
  const chosen = form.getAll('to').filter((id) => typeof id === 'string')
  return chosen.length === 0 ? 'all' : chosen
}
