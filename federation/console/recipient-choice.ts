import { reachableBranches } from '../codes/branches'
import type { Hub } from '../hub'
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

/** The branches chosen in a form; none where none was, and it is for all. */
export function chosenIn(form: FormData): readonly string[] {
  return form.getAll('to').filter((id) => typeof id === 'string')
}

/** To whom a form sends: chosen branches that can be reached, or all. */
export async function recipientsIn(hub: Hub, form: FormData): Promise<readonly string[] | 'all'> {
  const chosen = chosenIn(form)
  if (chosen.length === 0) return 'all'
  return (await reachableBranches(hub.orm)).map(({ id }) => id).filter((id) => chosen.includes(id))
}
