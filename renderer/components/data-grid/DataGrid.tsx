import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useId, useRef, type CSSProperties, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { ErrorNotice } from '../ErrorNotice'
import { Loading } from '../Loading'
import type { GridColumn, GridSort } from './column'
import styles from './DataGrid.module.css'
import { GridHead } from './GridHead'
import { GridRow } from './GridRow'
import { placeIn } from './last-place'
import { useGridKeys, type RowKeys } from './use-grid-keys'
import { usePlace } from './use-place'
import type { RowPages } from './use-row-pages'
import type { Selection } from './use-selection'

const ROW_HEIGHT = 42
const SELECT_WIDTH = 44

interface DataGridProps<Row, Id extends string, SortField extends string> {
  /** What the rows are, for screen readers. */
  readonly label: string
  readonly columns: readonly GridColumn<Row, SortField>[]
  /** In pixels, for rows of more than one line. */
  readonly rowHeight?: number
  readonly pages: RowPages<Row>
  readonly rowId: (row: Row) => Id
  /** What a row is called where it has no visible label. */
  readonly rowName: (row: Row) => string
  readonly sort?: GridSort<SortField>
  readonly onSort?: (sort: GridSort<SortField>) => void
  readonly selection?: Selection<Id>
  /** A row was opened, by double click or Enter. */
  readonly onOpen?: (row: Row) => void
  /** What letters do with the row that the arrow keys are on. */
  readonly rowKeys?: RowKeys<Row>
  /** Stands in place of the rows when there are none. */
  readonly empty: ReactNode
}

/**
 * A table for lists of any length: only the rows in sight are drawn and fetched. The arrow keys move, Enter opens,
 * Space selects, Shift selects a range, Ctrl+A everything.
 */
export function DataGrid<Row, Id extends string, SortField extends string = never>(
  props: DataGridProps<Row, Id, SortField>,
) {
  const { label, columns, pages, rowHeight = ROW_HEIGHT, rowId, rowName, selection, onOpen } = props
  const { t } = useTranslation()
  const scroller = useRef<HTMLDivElement>(null)
  const idPrefix = useId()
  const total = pages.total ?? 0
  // eslint-disable-next-line react-hooks/incompatible-library -- the virtualizer is used in this component only
  const virtualizer = useVirtualizer({
    count: total,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 12,
    scrollPaddingStart: ROW_HEIGHT,
    initialOffset: () => placeIn(pages.listKey).offset,
    // React draws what scrolling brings soon enough; forced in the middle of a render it complains.
    useFlushSync: false,
  })
  const items = virtualizer.getVirtualItems()
  const [first, last] = [items[0]?.index ?? 0, items.at(-1)?.index ?? 0]
  const { onRangeShown } = pages
  useEffect(() => onRangeShown(first, last), [first, last, onRangeShown])
  const keys = useGridKeys({
    total,
    pages,
    rowId,
    selection,
    onOpen,
    rowKeys: props.rowKeys,
    scrollTo: (index) => virtualizer.scrollToIndex(index),
    firstInSight: () => virtualizer.range?.startIndex ?? 0,
  })

  usePlace(scroller, pages.listKey, keys.active)

  if (pages.total === null)
    return pages.error === null ? <Loading /> : <ErrorNotice error={pages.error} onRetry={pages.retry} />
  if (total === 0) return props.empty

  const widths = columns.map(({ width }) => `minmax(${width}px, ${width}fr)`)
  const layout: CSSProperties = {
    gridTemplateColumns: [...(selection === undefined ? [] : [`${SELECT_WIDTH}px`]), ...widths].join(' '),
    minWidth: columns.reduce((sum, { width }) => sum + width, selection === undefined ? 0 : SELECT_WIDTH),
  }
  return (
    <>
      {pages.error !== null && <ErrorNotice error={pages.error} onRetry={pages.retry} />}
      <p id={`${idPrefix}help`} className="visually-hidden">
        {t('grid.help')}
      </p>
      <div
        ref={scroller}
        className={styles.grid}
        role="grid"
        tabIndex={0}
        aria-label={label}
        aria-describedby={`${idPrefix}help`}
        aria-rowcount={total + 1}
        aria-colcount={columns.length + (selection === undefined ? 0 : 1)}
        aria-multiselectable={selection !== undefined}
        aria-activedescendant={keys.active === null ? undefined : `${idPrefix}${keys.active}`}
        onKeyDown={keys.onKeyDown}
        onFocus={keys.onFocus}
      >
        <GridHead {...props} layout={layout} total={total} />
        <div
          role="rowgroup"
          className={styles.rows}
          style={{ height: virtualizer.getTotalSize(), minWidth: layout.minWidth }}
        >
          {items.map(({ index, start }) => (
            <GridRow
              key={index}
              id={`${idPrefix}${index}`}
              index={index}
              row={pages.rowAt(index)}
              columns={columns}
              style={{ ...layout, height: rowHeight, transform: `translateY(${start}px)` }}
              active={keys.active === index}
              rowId={rowId}
              rowName={rowName}
              selection={selection}
              onActivate={keys.activate}
              onOpen={onOpen}
            />
          ))}
        </div>
      </div>
    </>
  )
}
