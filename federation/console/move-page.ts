import { accountEntries } from '../accounts/accounts'
import { minus, plus, rollUp, type RolledUp, type Sums } from '../tree/roll-up'
import { nodeBelow, type Move, type TreeNode } from '../tree/tree'
import { whole, yuan } from './format'
import { factList } from './facts'
import { html, type Html } from './html'
import type { TreeKey as Key } from './locale/tree'
import { thisMonth } from './month'
import type { Visit } from './route'

interface ChangedSum {
  readonly name: string
  readonly before: Sums
  readonly after: Sums
}

/** Accounts in use whose node is one of some. */
async function accountsAt({ seen, say }: Visit<Key>, nodes: readonly TreeNode[]): Promise<string[]> {
  const names = new Map(nodes.map(({ id, name }) => [id, name]))
  return (await accountEntries(seen)).flatMap(({ name: account, node, isDisabled }) => {
    const at = names.get(node)
    return at === undefined || isDisabled ? [] : [say('accountAt', { account, node: at })]
  })
}

function sumList(visit: Visit<Key>, changed: readonly ChangedSum[]): Html {
  const { say } = visit
  const beforeAfter = (heading: string, text: (sums: Sums) => string) => ({
    heading,
    isNumber: true,
    value: ({ before, after }: ChangedSum) => say('beforeAfter', { before: text(before), after: text(after) }),
  })
  return visit.list<ChangedSum>({
    name: 'sums',
    title: say('moveFigures'),
    empty: say('noFigures'),
    rows: changed,
    columns: [
      { heading: say('name'), value: ({ name }) => name },
      beforeAfter(say('branches'), ({ branches }) => whole(branches)),
      beforeAfter(say('members'), ({ members }) => whole(members)),
      beforeAfter(say('duesReceived'), ({ duesReceived }) => yuan(duesReceived)),
    ],
  })
}

async function viaText({ say, hub }: Visit<Key>, { viaBefore, viaAfter }: Move): Promise<string | null> {
  if (viaBefore === viaAfter) return null
  const nameOf = async (id: string) => (await nodeBelow(hub, hub.identity.id, id))?.name ?? ''
  if (viaAfter !== null) return say('viaToHub', { name: await nameOf(viaAfter) })
  return viaBefore === null ? null : say('viaToOwn', { name: await nameOf(viaBefore) })
}

/** What moving a node changes, before it is moved: who sees it, which sums it goes out of and into, by which way it comes. */
export async function movePage(visit: Visit<Key>, node: TreeNode, target: TreeNode, move: Move): Promise<Html> {
  const { say, hub, account } = visit
  const lines = await rollUp(hub, account.node, thisMonth())
  const lineOf = (id: string): RolledUp | undefined => lines.find((line) => line.node.id === id)
  const moved = lineOf(node.id)?.sums
  const from = lineOf(node.parent ?? hub.identity.id)
  const [was, is] = [from?.node.path ?? [], target.path]
  const nodesOf = (ids: readonly string[]) => ids.flatMap((id) => lineOf(id) ?? [])
  const leaves = nodesOf(was.filter((id) => !is.includes(id)))
  const enters = nodesOf(is.filter((id) => !was.includes(id)))
  const changed = (line: RolledUp, after: Sums): ChangedSum => ({ name: line.node.name, before: line.sums, after })
  const sums =
    moved === undefined
      ? []
      : [
          ...leaves.map((line) => changed(line, minus(line.sums, moved))),
          ...enters.map((line) => changed(line, plus(line.sums, moved))),
        ]
  const accounts = async (of: readonly RolledUp[]) => {
    const found = await accountsAt(
      visit,
      of.map((line) => line.node),
    )
    return found.length === 0 ? say('nobody') : html`${found.map((text) => html`<span class="words">${text}</span> `)}`
  }
  const via = await viaText(visit, move)
  return html`<h1>${say('moveTitle', { name: node.name })}</h1>
    <p>${say('moveFrom', { from: from?.node.name ?? '', to: target.name, branches: whole(move.branches) })}</p>
    ${via === null ? '' : html`<p class="notice">${via}</p>`}
    <h2>${say('moveSees')}</h2>
    ${factList([
      [say('gains'), await accounts(enters)],
      [say('loses'), await accounts(leaves)],
    ])}
    <h2>${say('moveFigures')}</h2>
    ${sumList(visit, sums)}
    <p class="hint">${say('moveUndo')}</p>
    <form method="post" action="/tree/move">
      <input type="hidden" name="id" value="${node.id}" />
      <input type="hidden" name="to" value="${target.id}" />
      <button class="primary">${say('moveNow')}</button>
      <a href="/tree/node?id=${node.id}">${say('cancel')}</a>
    </form>`
}
