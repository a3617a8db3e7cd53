export type { GridColumn, GridSort } from './column'
export { DataGrid } from './DataGrid'
export { useRowPages } from './use-row-pages'
export { useSelection } from './use-selection'
