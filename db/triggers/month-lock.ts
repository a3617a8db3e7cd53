import { isClosedMonth } from '../closed-month'

/**
 * Keeps money out of closed months, whoever writes it. An opening balance changes what counts before it, so it is set
 * and taken back only while no month is closed.
 */
export function monthLockTriggers(): Record<string, string> {
  const refuse = (month: string) => `BEGIN SELECT RAISE(ABORT, 'MONTH_CLOSED ' || ${month}); END`
  const locked = (table: string, day: string) => {
    const month = `substr(${day}, 1, 7)`
    return `BEFORE INSERT ON ${table} WHEN ${isClosedMonth(month)} ${refuse(month)}`
  }
  const lastClosed = `(SELECT max(month) FROM month_closing WHERE ${isClosedMonth('month_closing.month')})`
  return {
    dues_entry_month_open: locked('dues_entry', 'coalesce(NEW.booked_on, NEW.paid_on, NEW.month)'),
    remittance_month_open: locked('remittance', 'NEW.received_on'),
    fund_entry_month_open: locked('fund_entry', 'NEW."on"'),
    fund_entry_opening_open: `BEFORE INSERT ON fund_entry
WHEN NEW.direction = 'opening' AND ${lastClosed} IS NOT NULL
${refuse(lastClosed)}`,
  }
}
