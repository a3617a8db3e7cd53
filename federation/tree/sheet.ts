import type { Hub } from '../hub'
import { hangBelow, lockTree } from './place'
import { rootOf, treeBelow, type TreeNode } from './tree'
import { v7 } from 'uuid'

const NAME_MAX = 100
export const TREE_SHEET_MAX_ROWS = 5000

/** A union as a sheet of the tree has it. */
export interface SheetUnion {
  /** Where it stood there. */
  readonly row: number
  readonly name: string
  /** The name of the union that it hangs below; empty below the one at the top of what is seen. */
  readonly above: string
  /** Branches come by a code of theirs, not by a sheet. */
  readonly isBranch: boolean
}

export type UnionFault =
  'nameMissing' | 'nameTooLong' | 'aboveUnknown' | 'aboveSeveral' | 'aboveTakesNone' | 'twice' | 'circle'

/** What entering a sheet would do with one of its rows. */
export interface PlannedUnion extends SheetUnion {
  readonly outcome: 'new' | 'present' | 'leftOut' | UnionFault
  readonly isFault: boolean
}

/** Where a row hangs: below a node that is there, or below another row. */
type Place = { readonly node: TreeNode } | { readonly row: SheetUnion }

const takesUp = ({ isClosed, via, kind, path }: TreeNode) =>
  !isClosed && via === null && (kind === 'union' || path.length === 0)

function byName<Named extends { readonly name: string }>(all: readonly Named[]): ReadonlyMap<string, readonly Named[]> {
  const found = new Map<string, Named[]>()
  for (const one of all) found.set(one.name, [...(found.get(one.name) ?? []), one])
  return found
}

function placesOf(rows: readonly SheetUnion[], nodes: readonly TreeNode[], top: TreeNode) {
  const [byNode, byRow] = [byName(nodes), byName(rows)]
  const present = (name: string, above: TreeNode) =>
    byNode.get(name)?.find(({ parent }) => parent === (above.path.length === 0 ? null : above.id))

  function placeOf({ above, row: own }: SheetUnion): Place | UnionFault {
    if (above === '') return takesUp(top) ? { node: top } : 'aboveTakesNone'
    const [node, ...more] = byNode.get(above) ?? []
    if (more.length > 0) return 'aboveSeveral'
    if (node !== undefined) return takesUp(node) ? { node } : 'aboveTakesNone'
    const [row, ...others] = (byRow.get(above) ?? []).filter((other) => other.row !== own && !other.isBranch)
    if (row === undefined) return byRow.has(above) ? 'circle' : 'aboveUnknown'
    return others.length > 0 ? 'aboveSeveral' : { row }
  }

  function leadsUp(row: SheetUnion): boolean {
    const seen = new Set<number>()
    for (let place = placeOf(row); ; place = placeOf(place.row)) {
      if (typeof place === 'string' || 'node' in place) return true
      if (seen.has(place.row.row)) return false
      seen.add(place.row.row)
    }
  }
  return { placeOf, leadsUp, present }
}

/** What entering a sheet would do, row by row; the nodes are what is seen, the first one at the top. */
export function planSheet(rows: readonly SheetUnion[], nodes: readonly TreeNode[]): PlannedUnion[] {
  const [top] = nodes
  if (top === undefined) throw new Error('Somebody sees a node')
  const { placeOf, leadsUp, present } = placesOf(rows, nodes, top)
  const met = new Set<string>()
  return rows.map((row): PlannedUnion => {
    const { name, above, isBranch } = row
    const fault = (code: UnionFault) => ({ ...row, outcome: code, isFault: true })
    const done = (outcome: 'new' | 'present' | 'leftOut') => ({ ...row, outcome, isFault: false })
    if (name === '') return fault('nameMissing')
    if (Array.from(name).length > NAME_MAX) return fault('nameTooLong')
    if (name === top.name && above === '') return done('present')
    if (isBranch) return done('leftOut')
    const place = placeOf(row)
    if (typeof place === 'string') return fault(place)
    if (!leadsUp(row)) return fault('circle')
    const key = JSON.stringify([above, name])
    if (met.has(key)) return fault('twice')
    met.add(key)
    return done('node' in place && present(name, place.node) !== undefined ? 'present' : 'new')
  })
}

/** What somebody sees from a node, that node first. */
async function seenFrom(hub: Hub, node: string): Promise<TreeNode[]> {
  const below = await treeBelow(hub, node)
  return node === hub.identity.id ? [rootOf(hub), ...below] : below
}

export async function previewSheet(hub: Hub, node: string, rows: readonly SheetUnion[]): Promise<PlannedUnion[]> {
  return planSheet(rows, await seenFrom(hub, node))
}

/** Adds every union of a sheet that is not there yet, or, with a fault in one row, none; answers how many, or null. */
export async function enterSheet(hub: Hub, node: string, rows: readonly SheetUnion[]): Promise<number | null> {
  return hub.orm.transaction(async (tx) => {
    await lockTree(tx)
    const nodes = await seenFrom({ ...hub, orm: tx }, node)
    const [top] = nodes
    const plan = planSheet(rows, nodes)
    if (top === undefined || plan.some(({ isFault }) => isFault)) return null
    const left = plan.filter(({ outcome }) => outcome === 'new')
    const { placeOf } = placesOf(rows, nodes, top)
    const added = new Map<number, string>()
    const add = async (row: SheetUnion): Promise<string | null> => {
      const known = added.get(row.row)
      if (known !== undefined) return known
      const place = placeOf(row)
      if (typeof place === 'string') return null
      const parent = 'row' in place ? await add(place.row) : place.node.path.length === 0 ? null : place.node.id
      const id = v7()
      added.set(row.row, id)
      await hangBelow(tx, parent, { organisation: id, kind: 'union', unionName: row.name })
      return id
    }
    for (const row of left) await add(row)
    return added.size
  })
}
