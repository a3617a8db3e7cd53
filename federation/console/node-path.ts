import { rootOf, nodeBelow, type TreeNode } from '../tree/tree'
import { html, type Html } from './html'
import type { Visit } from './route'

/** The nodes from the highest one that the visitor sees down to the one above a node, each a way there. */
export async function pathOf(
  { hub, account }: Pick<Visit, 'hub' | 'account'>,
  { path, id }: TreeNode,
  address: string,
): Promise<Html> {
  const above = path.filter((step) => step !== id)
  const named = await Promise.all(above.map((step) => nodeBelow(hub, account.node, step)))
  const isWhole = account.node === hub.identity.id
  const steps = [...(isWhole && path.length > 0 ? [rootOf(hub)] : []), ...named.flatMap((step) => step ?? [])]
  if (steps.length === 0) return html``
  return html`<p class="path">${steps.map((step) => html`<a href="${address}${step.id}">${step.name}</a> › `)}</p>`
}
