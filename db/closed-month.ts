/**
 * SQL: whether the books of a month are closed. Months are closed one after the other and reopened from the last one on,
 * so that the latest act says it of all: what lies before the first month that was closed is closed with it.
 * @param month SQL of the month
 */
export function isClosedMonth(month: string): string {
  return `EXISTS (SELECT 1 FROM (SELECT month AS last, act FROM month_closing ORDER BY rowid DESC LIMIT 1)
    WHERE last = ${month} AND act = 'close'
      OR last > ${month} AND (act = 'close' OR EXISTS (SELECT 1 FROM month_closing WHERE month < last)))`
}
