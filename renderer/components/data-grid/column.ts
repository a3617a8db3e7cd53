import type { ReactNode } from 'react'

/** A column of a grid. */
export interface GridColumn<Row, SortField extends string = never> {
  readonly key: string
  readonly title: string
  /** Least width in pixels; what is left over is shared out in proportion. */
  readonly width: number
  /** Figures stand at the end of their cell. */
  readonly align?: 'start' | 'end'
  /** The field the backend sorts by; a column without it is not sorted. */
  readonly sortField?: SortField
  readonly render: (row: Row) => ReactNode
}

export interface GridSort<SortField extends string> {
  readonly field: SortField
  readonly direction: 'asc' | 'desc'
}
