import type { CSSProperties, MouseEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { GridColumn } from './column'
import styles from './DataGrid.module.css'
import type { Selection } from './use-selection'

interface GridRowProps<Row, Id extends string, SortField extends string> {
  readonly id: string
  readonly index: number
  /** Undefined while it is being fetched. */
  readonly row: Row | undefined
  readonly columns: readonly GridColumn<Row, SortField>[]
  readonly style: CSSProperties
  /** Where the arrow keys are. */
  readonly active: boolean
  readonly rowId: (row: Row) => Id
  readonly rowName: (row: Row) => string
  readonly selection: Selection<Id> | undefined
  /** It becomes the active row; with `extend` the rows up to it are selected. */
  readonly onActivate: (index: number, extend: boolean) => void
  readonly onOpen: ((row: Row) => void) | undefined
}

/** One row of a grid, or its placeholder. */
export function GridRow<Row, Id extends string, SortField extends string>(props: GridRowProps<Row, Id, SortField>) {
  const { id, index, row, columns, style, active, rowId, rowName, selection, onActivate, onOpen } = props
  const { t } = useTranslation()
  const selected = row !== undefined && selection?.ids.has(rowId(row)) === true

  function activate(event: MouseEvent) {
    onActivate(index, event.shiftKey)
  }

  function toggle(event: MouseEvent) {
    if (row !== undefined && !event.shiftKey) selection?.toggle(rowId(row))
  }

  const className = [styles.row, active && styles.active, selected && styles.selected].filter(Boolean).join(' ')
  return (
    <div
      id={id}
      role="row"
      aria-rowindex={index + 2}
      aria-selected={selection === undefined ? undefined : selected}
      aria-busy={row === undefined}
      className={className}
      style={style}
      onClick={activate}
      onDoubleClick={() => row !== undefined && onOpen?.(row)}
    >
      {selection !== undefined && (
        <div role="gridcell" className={styles.check}>
          {row !== undefined && (
            <input
              type="checkbox"
              tabIndex={-1}
              aria-label={t('grid.selectRow', { name: rowName(row) })}
              checked={selected}
              onClick={toggle}
              onDoubleClick={(event) => event.stopPropagation()}
              readOnly
            />
          )}
        </div>
      )}
      {columns.map(({ key, align, render }) => (
        <div key={key} role="gridcell" className={align === 'end' ? `${styles.cell} ${styles.end}` : styles.cell}>
          {row === undefined ? <span className={styles.placeholder} /> : render(row)}
        </div>
      ))}
    </div>
  )
}
