import type { PluralLocale } from '../locale'
import type source from '../zh-CN/closing'

const closing: PluralLocale<typeof source> = {
  none: 'Nothing is booked yet, so there is nothing to close',
  noneText: 'Once income, spending or dues are booked, each month can be closed.',
  next: 'To be closed: {{month}}',
  allClosed: 'Everything up to last month is closed',
  account: 'Account',
  carried: 'At the beginning',
  opening: 'Opening balance',
  income: 'Income',
  spending: 'Spending',
  balance: 'At the end',
  checks: 'Checks before closing',
  check: {
    order: {
      fine: 'Earlier months are closed',
      found: 'An earlier month is not closed yet',
    },
    over: {
      fine: 'The month is over',
      found: 'The month is not over; it can be closed on its last day',
    },
    handOverDrafts: {
      fine: 'No hand-over is waiting to be posted',
      found: 'Hand-overs of the month not posted yet: {{count, number}}',
    },
    payrollImports: {
      fine: 'No deduction list is waiting to be posted',
      found: 'Deduction lists of the month not posted yet: {{count, number}}',
    },
    undatedDrafts: {
      fine: 'No hand-over lacks its date',
      found: 'Hand-over drafts without a date: {{count, number}}; see whether they are of this month',
    },
    charged: {
      fine: 'The dues of the month are charged',
      found: 'Members not charged yet: {{count, number}}, {{amount}} in all',
    },
    receipts: {
      fine: 'Receipts are numbered without gaps',
      found: 'Numbers missing among the receipts: {{count, number}}',
    },
    attachments: {
      fine: 'All spending has attachments',
      found: 'Spending without attachments: {{count, number}}, {{amount}} in all',
    },
    remittances: {
      fine: 'All dues deducted from wages were paid over',
      found: 'Deduction lists not fully paid over: {{count, number}}, {{amount}} missing',
    },
    handOvers: {
      fine: 'Cash handed over agrees with the payments',
      found: 'Hand-overs that differ from their payments: {{count, number}}, by {{amount}}',
    },
    balances: {
      fine: 'No account is below zero',
      found: 'Accounts below zero: {{count, number}}, {{amount}} in all',
    },
  },
  lastDay: 'Today is the last day of the month; once it is closed, nothing of today can be booked either',
  state: {
    label: 'State',
    fine: 'Fine',
    warning: 'Note',
    blocking: 'To be settled',
  },
  go: 'Settle it',
  close: 'Close {{month}}',
  closeTitle: 'Close {{month}}?',
  closeText: 'Nothing can be dated in this month or before any more; corrections are dated after it.',
  closeWarnings_one: '{{count, number}} note is not settled.',
  closeWarnings_other: '{{count, number}} notes are not settled.',
  closed: '{{month}} was closed',
  months: 'Month by month',
  month: 'Month',
  duesBalance: 'Dues account',
  fundsBalance: 'Funds account',
  closedAt: 'Closed at',
  isClosed: 'Closed',
  isReopened: 'Reopened',
  isOpen: 'Open',
  changed: '{{before}} when closed, differs by {{difference}}',
  reopen: 'Reopen',
  reopenTitle: 'Reopen {{month}}',
  reopenText:
    'Entries can be dated in that month again, and statements already handed out may no longer agree. Close it again afterwards. The reason is kept.',
  reopened: '{{month}} was reopened',
  reasons: {
    missed: 'Something was left out',
    wrong: 'Something was booked wrongly',
    asked: 'The union above or the audit committee asks for it',
  },
  acts: 'Closings and reopenings',
  act: {
    label: 'What',
    close: 'Closed',
    reopen: 'Reopened',
  },
  at: 'When',
  reason: 'Reason',
}
export default closing
