/** As many rows as the contract hands out at once. */
const MOST_ROWS = 500

/**
 * Every row of a list that is handed out by the page, in its order.
 * @param fetchPage e.g. `(page) => client.dues.arrears.debtors({ search, ...page })`
 */
export async function allRows<Row>(
  fetchPage: (page: { offset: number; limit: number }) => Promise<{ total: number; rows: readonly Row[] }>,
): Promise<readonly Row[]> {
  const rows: Row[] = []
  for (;;) {
    const page = await fetchPage({ offset: rows.length, limit: MOST_ROWS })
    rows.push(...page.rows)
    if (rows.length >= page.total || page.rows.length === 0) return rows
  }
}
