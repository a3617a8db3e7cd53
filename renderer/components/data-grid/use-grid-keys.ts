import { useRef, useState, type FocusEvent, type KeyboardEvent } from 'react'
import { placeIn } from './last-place'
import type { RowPages } from './use-row-pages'
import type { Selection } from './use-selection'

/** Letters that act on the active row, in lower case. */
export type RowKeys<Row> = Readonly<Partial<Record<string, (row: Row) => void>>>

interface GridKeys<Row, Id extends string> {
  readonly total: number
  readonly pages: RowPages<Row>
  readonly rowId: (row: Row) => Id
  readonly selection: Selection<Id> | undefined
  readonly onOpen: ((row: Row) => void) | undefined
  readonly rowKeys: RowKeys<Row> | undefined
  readonly scrollTo: (index: number) => void
  /** The first row in sight. */
  readonly firstInSight: () => number
}

/** Rows passed over by Page Up and Page Down. */
const PAGE_STEP = 15

/** Moving, opening and selecting by keyboard; the focus stays on the grid and one row is the active one. */
export function useGridKeys<Row, Id extends string>(grid: GridKeys<Row, Id>) {
  const { total, pages, rowId, selection, onOpen, rowKeys, scrollTo, firstInSight } = grid
  const [wanted, setActive] = useState<number | null>(() => placeIn(pages.listKey).active)
  /** Where a range of selected rows starts. */
  const anchor = useRef(0)
  const active = wanted === null ? null : Math.min(wanted, total - 1)

  function activate(index: number, extend: boolean) {
    setActive(index)
    if (extend) selection?.addRange(anchor.current, index)
    else anchor.current = index
  }

  function moveTo(target: number, extend: boolean) {
    const index = Math.max(0, Math.min(total - 1, target))
    activate(index, extend)
    scrollTo(index)
  }

  function onKeyDown(event: KeyboardEvent) {
    // Buttons and boxes inside the grid have keys of their own.
    if (event.target !== event.currentTarget) return
    const index = active ?? 0
    const row = pages.rowAt(index)
    const steps: Partial<Record<string, number>> = {
      ArrowDown: active === null ? 0 : index + 1,
      ArrowUp: index - 1,
      PageDown: index + PAGE_STEP,
      PageUp: index - PAGE_STEP,
      Home: 0,
      End: total - 1,
    }
    const target = steps[event.key]
    const rowKey = rowKeys?.[event.key.toLowerCase()]
    if (target !== undefined) moveTo(target, event.shiftKey)
    else if (event.key === 'Enter' && row !== undefined) onOpen?.(row)
    else if (event.key === ' ' && row !== undefined && selection !== undefined) selection.toggle(rowId(row))
    else if (event.key === 'a' && (event.ctrlKey || event.metaKey)) selection?.selectAll()
    else if (row !== undefined && rowKey !== undefined && !event.ctrlKey && !event.metaKey && !event.altKey) rowKey(row)
    else return
    event.preventDefault()
  }

  return {
    active,
    activate,
    onKeyDown,
    /** Coming in by keyboard makes the first row in sight the active one. */
    onFocus: (event: FocusEvent) => {
      if (event.target === event.currentTarget) setActive((before) => before ?? firstInSight())
    },
  }
}
