import { makeCode } from '../enrolment'
import { rollUp } from '../tree/roll-up'
import {
  addUnion,
  closeNode,
  moveNode,
  nodeBelow,
  previewMove,
  renameUnion,
  reopenNode,
  treeBelow,
  type MoveRefusal,
  type TreeNode,
} from '../tree/tree'
import { isUuid } from './code-form'
import { html, type Html } from './html'
import { treeWords, type TreeKey as Key } from './locale/tree'
import { thisMonth } from './month'
import { movePage } from './move-page'
import { maySetBelow, nodePage, type NodeMistake } from './node-page'
import { pageGroup, type Answer, type Visit } from './route'
import { treeList } from './tree-list'

const NAME_MAX = 100

/** A node that the visitor sees, as a form or an address names it. */
async function nodeNamed({ hub, account }: Visit<Key>, id: string | null): Promise<TreeNode | undefined> {
  return id === null || !isUuid(id) ? undefined : nodeBelow(hub, account.node, id)
}

/** Null for the hub's own union, as the tree has it. */
const asParent = ({ hub }: Visit<Key>, { id }: TreeNode) => (id === hub.identity.id ? null : id)

/** A node that may be renamed, moved or closed: below what the visitor stands at. */
const isArrangeable = ({ account }: Visit<Key>, { id, path }: TreeNode) => id !== account.node && path.length > 0

async function showNode(visit: Visit<Key>, node: TreeNode, mistake: NodeMistake = null): Promise<Answer> {
  return visit.show(await nodePage(visit, node, mistake), mistake === null ? 200 : 400)
}

/** A name as typed, or what is wrong with it; `besides` is the node that may have it already. */
async function nameIn(
  { hub }: Visit<Key>,
  form: URLSearchParams,
  parent: string | null,
  besides: string | null,
): Promise<{ readonly name: string } | 'nameMissing' | 'nameTaken'> {
  const name = (form.get('name') ?? '').trim()
  if (name === '' || Array.from(name).length > NAME_MAX) return 'nameMissing'
  const beside = (await treeBelow(hub, parent ?? hub.identity.id, 1)).filter(
    (node) => node.parent === parent && node.id !== besides,
  )
  return beside.some((node) => node.name === name) ? 'nameTaken' : { name }
}

function search({ say, url }: Visit<Key>): Html {
  return html`<form class="choose" method="get">
    <label for="q">${say('search')}</label>
    <input id="q" name="q" type="search" value="${url.searchParams.get('q') ?? ''}" />
    <button>${say('find')}</button>
  </form>`
}

/** An act on a node that may be arranged, by a form. */
function actOn(path: string, act: (visit: Visit<Key>, node: TreeNode, form: URLSearchParams) => Promise<Answer>) {
  return {
    method: 'POST',
    path: `/tree/${path}`,
    needs: 'manage',
    async handle(visit: Visit<Key>): Promise<Answer> {
      const form = await visit.form()
      const node = await nodeNamed(visit, form.get('id'))
      return node === undefined || !isArrangeable(visit, node) ? visit.notFound() : act(visit, node, form)
    },
  } as const
}

/** Where a node is asked to go and what that changes, or why it cannot; undefined where one of the two is not there. */
async function moveAsked(visit: Visit<Key>, asked: URLSearchParams) {
  const [node, target] = [await nodeNamed(visit, asked.get('id')), await nodeNamed(visit, asked.get('to'))]
  if (node === undefined || target === undefined || !isArrangeable(visit, node)) return undefined
  const to = asParent(visit, target)
  const plan = to === node.parent ? ('SAME' as const) : await previewMove(visit.hub, node.id, to)
  return { node, target, to, plan }
}

function refusedMove(visit: Visit<Key>, node: TreeNode, reason: MoveRefusal | 'SAME'): Promise<Answer> {
  const { say } = visit
  return visit.show(
    html`<h1>${say('moveTitle', { name: node.name })}</h1>
      <p class="error" role="alert">${say(reason)}</p>
      <p><a href="/tree/node?id=${node.id}">${say('back')}</a></p>`,
    400,
  )
}

const closeTexts = { branch: 'closeBranchText', union: 'closeUnionText', hub: 'closeHubText' } as const

export const treePages = pageGroup({
  name: 'tree',
  words: treeWords,
  routes: [
    {
      method: 'GET',
      path: '/tree',
      needs: 'figures',
      link: { section: 'overview', text: 'tree' },
      async handle(visit) {
        const { say, hub, account } = visit
        return visit.show(
          html`<h1>${say('tree')}</h1>
            <p class="hint">${say('treeHint')}</p>
            ${search(visit)} ${visit.may('manage') ? html`<p><a href="/tree/sheet">${say('fromSheet')}</a></p>` : ''}
            ${treeList(visit, await rollUp(hub, account.node, thisMonth()))}`,
        )
      },
    },
    {
      method: 'GET',
      path: '/tree/node',
      needs: 'figures',
      async handle(visit) {
        const node = await nodeNamed(visit, visit.url.searchParams.get('id'))
        return node === undefined ? visit.notFound() : showNode(visit, node)
      },
    },
    {
      method: 'POST',
      path: '/tree/add',
      needs: 'manage',
      async handle(visit) {
        const form = await visit.form()
        const above = await nodeNamed(visit, form.get('id'))
        if (above === undefined || !maySetBelow(above)) return visit.notFound()
        const parent = asParent(visit, above)
        const named = await nameIn(visit, form, parent, null)
        if (typeof named === 'string') return showNode(visit, above, named)
        const id = await addUnion(visit.hub, named.name, parent)
        await visit.log('unionAdded', id, `${above.name} › ${named.name}`)
        return visit.goTo(`/tree/node?id=${id}`)
      },
    },
    {
      method: 'POST',
      path: '/tree/code',
      needs: 'manage',
      async handle(visit) {
        const { say, hub } = visit
        const form = await visit.form()
        const node = await nodeNamed(visit, form.get('id'))
        const kind = form.get('kind')
        if (node === undefined || node.via !== null) return visit.notFound()
        if (kind === 'again') {
          if (node.kind === 'union' || node.path.length === 0) return visit.notFound()
        } else if ((kind !== 'branch' && kind !== 'hub') || !maySetBelow(node)) return visit.notFound()
        const code = await (kind === 'again'
          ? makeCode(hub, node.id, { kind: node.kind === 'hub' ? 'hub' : 'branch' })
          : makeCode(hub, null, { kind, parent: asParent(visit, node) }))
        await visit.log('codeMade', node.id)
        const text = kind === 'again' ? 'codeAgainText' : kind === 'hub' ? 'codeHubText' : 'codeBranchText'
        return visit.show(
          html`<h1>${say('codeTitle')}</h1>
            <p class="code" role="status">${code}</p>
            <p>${say(text, { name: node.name })}</p>
            <p class="hint">${say('codeHint')}</p>
            <p><a href="/tree/node?id=${node.id}">${say('back')}</a></p>`,
        )
      },
    },
    actOn('rename', async (visit, node, form) => {
      if (node.kind !== 'union' || node.via !== null) return visit.notFound()
      const named = await nameIn(visit, form, node.parent, node.id)
      if (typeof named === 'string') return showNode(visit, node, named)
      await renameUnion(visit.hub, node.id, named.name)
      await visit.log('unionRenamed', node.id, `${node.name} → ${named.name}`)
      return visit.goTo(`/tree/node?id=${node.id}`)
    }),
    {
      method: 'GET',
      path: '/tree/move',
      needs: 'manage',
      async handle(visit) {
        const asked = await moveAsked(visit, visit.url.searchParams)
        if (asked === undefined) return visit.notFound()
        const { node, target, plan } = asked
        if (typeof plan === 'string') return refusedMove(visit, node, plan)
        return visit.show(await movePage(visit, node, target, plan))
      },
    },
    {
      method: 'POST',
      path: '/tree/move',
      needs: 'manage',
      async handle(visit) {
        const { hub } = visit
        const asked = await moveAsked(visit, await visit.form())
        if (asked === undefined) return visit.notFound()
        const { node, target, to, plan } = asked
        const moved = typeof plan === 'string' ? plan : await moveNode(hub, node.id, to)
        if (typeof moved === 'string') return refusedMove(visit, node, moved)
        const from = node.parent === null ? hub.identity : await nodeBelow(hub, hub.identity.id, node.parent)
        await visit.log('nodeMoved', node.id, `${from?.name ?? ''} → ${target.name}`)
        return visit.goTo(`/tree/node?id=${node.id}`)
      },
    },
    {
      method: 'GET',
      path: '/tree/close',
      needs: 'manage',
      async handle(visit) {
        const { say, url } = visit
        const node = await nodeNamed(visit, url.searchParams.get('id'))
        if (node === undefined || node.via !== null || node.isClosed || !isArrangeable(visit, node)) {
          return visit.notFound()
        }
        return visit.show(
          html`<h1>${say('closeTitle', { name: node.name })}</h1>
            <p>${say(closeTexts[node.kind])}</p>
            <form method="post" action="/tree/close">
              <input type="hidden" name="id" value="${node.id}" />
              <button class="danger">${say('close')}</button>
              <a href="/tree/node?id=${node.id}">${say('cancel')}</a>
            </form>`,
        )
      },
    },
    actOn('close', async (visit, node) => {
      if (!(await closeNode(visit.hub, node.id))) return showNode(visit, node, 'closeNotYet')
      await visit.log('nodeClosed', node.id, node.name)
      return visit.goTo(`/tree/node?id=${node.id}`)
    }),
    actOn('reopen', async (visit, node) => {
      await reopenNode(visit.hub, node.id)
      await visit.log('nodeReopened', node.id, node.name)
      return visit.goTo(`/tree/node?id=${node.id}`)
    }),
  ],
})
