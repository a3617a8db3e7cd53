import type { UnitNode, UnitTree } from '../../../shared/contract/organisation'
import type { UnitId } from '../../../shared/model/id'

/** What is chosen in the tree: everybody, those in no 分会, or a unit. */
export type Place = 'whole' | 'unplaced' | UnitId

export interface TreeRow {
  readonly place: Place
  readonly level: 1 | 2
  readonly unit: UnitNode | null
  readonly active: number
  readonly kept: number
  /** Whether its groups are shown; null for a row without any. */
  readonly isOpen: boolean | null
}

/** The rows of the tree in sight; `folded` names the 分会 whose groups are hidden. */
export function treeRows({ units, branch, unplaced }: UnitTree, folded: ReadonlySet<Place>): readonly TreeRow[] {
  const parents = new Set(units.map(({ parentId }) => parentId))
  const rows = units
    .filter(({ parentId }) => parentId === null || !folded.has(parentId))
    .map((unit): TreeRow => {
      const { id, active, kept } = unit
      return {
        place: id,
        level: unit.parentId === null ? 1 : 2,
        unit,
        active,
        kept,
        isOpen: parents.has(id) ? !folded.has(id) : null,
      }
    })
  const others = { level: 1, unit: null, isOpen: null } as const
  const hasUnplaced = unplaced.active + unplaced.kept > 0
  return [
    { ...others, place: 'whole', ...counts(branch) },
    ...rows,
    ...(hasUnplaced ? [{ ...others, place: 'unplaced' as const, ...counts(unplaced) }] : []),
  ]
}

function counts({ active, kept }: { readonly active: number; readonly kept: number }) {
  return { active, kept }
}

/** What a key does in a tree (WAI-ARIA): goes to a row, or opens and folds the one it is on. */
export type TreeAct = { readonly kind: 'go'; readonly place: Place } | { readonly kind: 'fold'; readonly place: Place }

export function treeAct(rows: readonly TreeRow[], on: Place, key: string): TreeAct | null {
  const index = Math.max(
    0,
    rows.findIndex(({ place }) => place === on),
  )
  const row = rows[index]
  const go = (target: TreeRow | undefined): TreeAct | null =>
    target === undefined ? null : { kind: 'go', place: target.place }
  if (row === undefined) return null
  switch (key) {
    case 'ArrowDown':
      return go(rows[index + 1])
    case 'ArrowUp':
      return go(rows[index - 1])
    case 'Home':
      return go(rows[0])
    case 'End':
      return go(rows.at(-1))
    case 'ArrowRight':
      if (row.isOpen === false) return { kind: 'fold', place: row.place }
      return row.isOpen === true ? go(rows[index + 1]) : null
    case 'ArrowLeft':
      if (row.isOpen === true) return { kind: 'fold', place: row.place }
      return row.level === 1 ? null : go(rows.slice(0, index).findLast(({ level }) => level === 1))
    default:
      return null
  }
}
