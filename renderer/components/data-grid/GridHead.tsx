import { CaretDownFilled, CaretUpFilled } from '@ant-design/icons'
import type { CSSProperties } from 'react'
import { useTranslation } from 'react-i18next'
import type { GridColumn, GridSort } from './column'
import styles from './DataGrid.module.css'
import type { Selection } from './use-selection'

interface GridHeadProps<Row, Id extends string, SortField extends string> {
  readonly columns: readonly GridColumn<Row, SortField>[]
  readonly layout: CSSProperties
  readonly total: number
  readonly sort?: GridSort<SortField>
  readonly onSort?: (sort: GridSort<SortField>) => void
  readonly selection?: Selection<Id>
}

/** The head row of a grid: select all, titles, sorting. */
export function GridHead<Row, Id extends string, SortField extends string>(props: GridHeadProps<Row, Id, SortField>) {
  const { columns, layout, total, sort, onSort, selection } = props
  const { t } = useTranslation()

  function ariaSort(field: SortField | undefined) {
    if (field === undefined) return undefined
    if (sort?.field !== field) return 'none'
    return sort.direction === 'asc' ? 'ascending' : 'descending'
  }

  return (
    <div role="rowgroup" className={styles.head}>
      <div role="row" aria-rowindex={1} className={styles.headRow} style={layout}>
        {selection !== undefined && (
          <div role="columnheader" className={styles.check}>
            <input
              type="checkbox"
              aria-label={t('grid.selectAll')}
              title={t('grid.selectAll')}
              checked={selection.ids.size > 0 && selection.ids.size >= total}
              ref={(box) => {
                if (box !== null) box.indeterminate = selection.ids.size > 0 && selection.ids.size < total
              }}
              onChange={(event) => (event.target.checked ? selection.selectAll() : selection.clear())}
            />
          </div>
        )}
        {columns.map(({ key, title, align, sortField }) => (
          <div
            key={key}
            role="columnheader"
            aria-sort={ariaSort(sortField)}
            className={align === 'end' ? `${styles.cell} ${styles.end}` : styles.cell}
          >
            {sortField === undefined || onSort === undefined ? (
              title
            ) : (
              <button
                type="button"
                className={styles.sort}
                onClick={() =>
                  onSort({ field: sortField, direction: ariaSort(sortField) === 'ascending' ? 'desc' : 'asc' })
                }
              >
                {title}
                <span aria-hidden="true" className={styles.sortMark}>
                  {sort?.field === sortField && (sort.direction === 'asc' ? <CaretUpFilled /> : <CaretDownFilled />)}
                </span>
              </button>
            )}
          </div>
        ))}
      </div>
    </div>
  )
}
