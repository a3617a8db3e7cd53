import { Table, type TableProps } from 'antd'
import { useEffect, type ReactNode } from 'react'
import { ErrorNotice } from './ErrorNotice'
import type { ShownPage } from './use-page'

/** A query of a page. */
interface List<Row> {
  readonly data: { readonly total: number; readonly rows: readonly Row[] } | undefined
  readonly error: unknown
  readonly isPending: boolean
  readonly refetch: () => unknown
}

interface PagedTableProps<Row> extends Pick<TableProps<Row>, 'columns' | 'rowSelection' | 'scroll' | 'size'> {
  readonly list: List<Row>
  readonly page: ShownPage
  /** Shown instead when there is nothing. */
  readonly empty: ReactNode
}

/** A long list that is read page by page. */
export function PagedTable<Row extends { readonly id: string | number }>({
  list,
  page,
  empty,
  size = 'small',
  ...table
}: PagedTableProps<Row>) {
  const { data, error, isPending, refetch } = list
  const { number, size: pageSize, show } = page
  // What was on the last page may be gone by now.
  const last = data === undefined ? number : Math.max(1, Math.ceil(data.total / pageSize))
  useEffect(() => {
    if (number > last) show(last)
  }, [number, last, show])
  if (error !== null) return <ErrorNotice error={error} onRetry={() => void refetch()} />
  if (data?.total === 0) return empty
  return (
    <Table<Row>
      {...table}
      size={size}
      rowKey="id"
      loading={isPending}
      dataSource={data?.rows ?? []}
      pagination={{
        current: number,
        pageSize,
        total: data?.total ?? 0,
        onChange: show,
        hideOnSinglePage: true,
        showSizeChanger: false,
      }}
    />
  )
}
