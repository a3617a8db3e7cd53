/** Rows of a printed page. */
export const ROWS_A_PAGE = 32

/** Rows by the pages they are printed on. */
export function pagesOf<Row>(rows: readonly Row[]): readonly (readonly Row[])[] {
  return Array.from({ length: Math.ceil(rows.length / ROWS_A_PAGE) }, (_, page) =>
    rows.slice(page * ROWS_A_PAGE, (page + 1) * ROWS_A_PAGE),
  )
}
