import type { Columns } from '../../shared/sync/change'
import type { HubRow } from '../../shared/sync/decide'
import { count, type Count } from './figure'

/** The month of a day or month as a branch sent it, if it is one. */
export function monthOf(value: Columns[string] | undefined): string | null {
  return /^\d{4}-(0[1-9]|1[0-2])(?=-|$)/.exec(String(value ?? ''))?.[0] ?? null
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** The month in which an activity counts; null when it does not. */
export function activityMonth(row: HubRow | null): string | null {
  if (row === null || row.deletion !== null || row.columns['cancelled_on'] !== undefined) return null
  return monthOf(row.columns['starts_on'])
}

function duesEntry(columns: Columns): Count[] {
  const amount = Number(columns['amount'])
  const charged = monthOf(columns['month'])
  const received = monthOf(columns['paid_on'])
  return [
    ...(charged === null ? [] : [count('duesCharged', amount, charged)]),
    ...(received === null ? [] : [count('duesReceived', -amount, received)]),
  ]
}

function directiveAnswer(columns: Columns): Count[] {
  const directive = String(columns['directive_id'])
  // Whatever else a branch calls a directive is none of ours.
  if (!uuid.test(directive)) return []
  const figure = columns['figure']
  const figures = typeof figure === 'number' ? [count('directiveFigures', figure, directive)] : []
  return [count('directiveAnswers', 1, directive), ...figures]
}

const countsOfTable: Readonly<Partial<Record<string, (columns: Columns) => Count[]>>> = {
  dues_entry: duesEntry,
  directive_answer: directiveAnswer,
}

/** What a record counts for all by itself. */
export function countsOfRow(table: string, row: HubRow | null): Count[] {
  if (row === null || row.deletion !== null) return []
  if (table !== 'activity') return countsOfTable[table]?.(row.columns) ?? []
  const month = activityMonth(row)
  return month === null ? [] : [count('activities', 1, month)]
}
