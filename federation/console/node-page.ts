import { rollUp, HEARD_DAYS } from '../tree/roll-up'
import { nodeBelow, type TreeNode } from '../tree/tree'
import { ago, time, whole, yuan } from './format'
import { factList, type Fact } from './facts'
import { html, type Html } from './html'
import type { TreeKey as Key } from './locale/tree'
import { thisMonth } from './month'
import { pathOf } from './node-path'
import type { Visit } from './route'
import { heardText, kindText, treeList } from './tree-list'

/** What went wrong with the last act on a node. */
export type NodeMistake = 'nameMissing' | 'nameTaken' | 'closeNotYet' | null

const isRoot = ({ path }: TreeNode) => path.length === 0

async function wayText({ say, hub }: Visit<Key>, { kind, via }: TreeNode): Promise<string> {
  if (kind === 'union') return say('wayNone')
  const by = via === null ? undefined : await nodeBelow(hub, hub.identity.id, via)
  return by === undefined ? say('wayOwn') : say('wayVia', { name: by.name })
}

/** Unions and the hub itself, below which something may be put. */
export function maySetBelow(node: TreeNode): boolean {
  return !node.isClosed && node.via === null && (isRoot(node) || node.kind === 'union')
}

/** Where a node may go: what the visitor sees that is not at or below it, and takes something up. */
async function targets(visit: Visit<Key>, node: TreeNode): Promise<TreeNode[]> {
  const lines = await rollUp(visit.hub, visit.account.node, thisMonth())
  return lines
    .map((line) => line.node)
    .filter(
      (other) =>
        !other.path.includes(node.id) &&
        !other.isClosed &&
        other.kind !== 'branch' &&
        other.id !== (node.parent ?? visit.hub.identity.id),
    )
}

/** A form of one act on the node. */
function act({ id }: TreeNode, path: string, content: Html, className = ''): Html {
  return html`<form method="post" action="/tree/${path}" class="${className}">
    <input type="hidden" name="id" value="${id}" />${content}
  </form>`
}

async function moveForm(visit: Visit<Key>, node: TreeNode): Promise<Html> {
  const choices = await targets(visit, node)
  if (choices.length === 0) return html``
  const { say } = visit
  const options = choices.map(
    (other) => html`<option value="${other.id}">${'　'.repeat(other.path.length)}${other.name}</option>`,
  )
  return html`<form method="get" action="/tree/move" class="sheet">
    <input type="hidden" name="id" value="${node.id}" />
    <label for="to">${say('moveTo')}</label>
    <select id="to" name="to" required>
      ${options}
    </select>
    <button>${say('moveCheck')}</button>
  </form>`
}

async function actsOn(visit: Visit<Key>, node: TreeNode): Promise<Html> {
  const { say, account } = visit
  // What is at the top of what somebody sees is arranged by those above.
  const isTop = node.id === account.node
  const rename = html`<label for="rename">${say('name')}</label>
    <input id="rename" name="name" required maxlength="100" value="${node.name}" /><button>${say('rename')}</button>`
  const addBelow = html`<label for="add">${say('addUnion')}</label>
    <input id="add" name="name" required maxlength="100" aria-describedby="addHint" />
    <p id="addHint" class="hint">${say('addUnionHint')}</p>
    <button>${say('add')}</button>`
  const code = (kind: string, text: Key) =>
    act(node, 'code', html`<input type="hidden" name="kind" value="${kind}" /><button>${say(text)}</button>`)
  const parts: Html[] = []
  if (node.via !== null)
    parts.push(html`<p class="hint">${say('arrangedBelow', { name: await wayName(visit, node) })}</p>`)
  if (node.kind === 'hub' && !isRoot(node))
    parts.push(html`<p class="hint">${say('arrangedBelow', { name: node.name })}</p>`)
  if (node.kind === 'branch' && node.via === null) parts.push(html`<p class="hint">${say('branchNames')}</p>`)
  if (maySetBelow(node)) {
    parts.push(
      html`<div class="acts">${code('branch', 'codeBranch')} ${code('hub', 'codeHub')}</div>`,
      act(node, 'add', addBelow, 'sheet'),
    )
  }
  if (node.kind !== 'union' && !isRoot(node) && node.via === null) {
    parts.push(html`<div class="acts">${code('again', 'codeAgain')}</div>`)
  }
  if (isRoot(node) || isTop) return html`<div class="stack">${parts}</div>`
  if (node.kind === 'union' && node.via === null) parts.push(act(node, 'rename', rename, 'sheet'))
  if (!node.isClosed && (node.via === null || node.kind === 'branch')) parts.push(await moveForm(visit, node))
  if (node.via === null) {
    parts.push(
      node.isClosed
        ? act(node, 'reopen', html`<button>${say('reopen')}</button>`)
        : html`<p><a class="button" href="/tree/close?id=${node.id}">${say('close')}</a></p>`,
    )
  }
  return html`<div class="stack">${parts}</div>`
}

async function wayName({ hub }: Visit<Key>, { via }: TreeNode): Promise<string> {
  return via === null ? '' : ((await nodeBelow(hub, hub.identity.id, via))?.name ?? '')
}

/** One node of the tree: what it amounts to, what is below it, and what can be done with it. */
export async function nodePage(visit: Visit<Key>, node: TreeNode, mistake: NodeMistake): Promise<Html> {
  const { say, language } = visit
  const lines = await rollUp(visit.hub, node.id, thisMonth(), 1)
  const [own, ...below] = lines
  if (own === undefined) return html``
  const { sums, oldestContact } = own
  const isBranch = node.kind === 'branch'
  const facts: Fact[] = [
    [say('kind'), kindText(visit, own)],
    [say('state'), say(node.isClosed ? 'closed' : 'inUse')],
    [say('way'), isRoot(node) ? '–' : await wayText(visit, node)],
    [say('branches'), whole(sums.branches)],
    [say('members'), whole(sums.members)],
    [say('incomplete'), whole(sums.incomplete)],
    [say('duesReceived'), yuan(sums.duesReceived)],
    [say('heard', { days: HEARD_DAYS }), heardText(visit, own)],
    ...(isRoot(node) || node.kind === 'union'
      ? []
      : [
          [say('lastContact'), html`${ago(node.lastContact, language)} (${time(node.lastContact, language)})`] as const,
        ]),
    ...(isBranch || oldestContact === null ? [] : [[say('oldestContact'), ago(oldestContact, language)] as const]),
  ]
  const branchLink = html` · <a href="/branch?organisation=${node.id}">${say('branchPage')}</a>`
  return html`<h1>${node.name}</h1>
    ${await pathOf(visit, node, '/tree/node?id=')}
    ${mistake === null ? '' : html`<p class="error" role="alert">${say(mistake)}</p>`} ${factList(facts)}
    <p><a href="/levels?node=${node.id}">${say('levels')}</a>${isBranch ? branchLink : ''}</p>
    ${below.length === 0 ? '' : html`<h2>${say('below')}</h2>`} ${below.length === 0 ? '' : treeList(visit, below)}
    ${visit.may('manage') ? html`<h2>${say('acts')}</h2>` : ''} ${visit.may('manage') ? await actsOn(visit, node) : ''}
    <p><a href="/tree">${say('back')}</a></p>`
}
