/** SQL: whether an entry of the book was taken back. */
export const isReversed = (entry: string) =>
  `EXISTS (SELECT 1 FROM fund_entry AS later WHERE later.reverses_id = ${entry}.id)`

/** SQL: whether an entry of the book stands: it neither was taken back nor takes another back. */
export const stands = (entry: string) => `${entry}.reverses_id IS NULL AND NOT ${isReversed(entry)}`

/** SQL: whether it is a spending that stands and has no picture or paper. */
export const lacksAttachment = (entry: string) => `${entry}.direction = 'spending' AND ${stands(entry)}
  AND NOT EXISTS (SELECT 1 FROM attachment WHERE owner_id = ${entry}.id)`
