import type { StoredReceipt } from '../../../db/queries/federation'
import type { Moment } from '../../../shared/model/date'
import type { Receipt } from '../../../shared/sync/receipt'

/** A receipt as the branch keeps it; null for one that says nothing but that all is well. */
export function storedReceipt({ id, outcome }: Receipt, at: Moment): StoredReceipt | null {
  switch (outcome.result) {
    case 'applied':
      return null
    case 'withheld':
    case 'merged':
      return { changeId: id, result: outcome.result, reason: null, field: null, at }
    case 'conflict':
      return { changeId: id, result: outcome.result, reason: null, field: outcome.fields.join(','), at }
    case 'held':
    case 'rejected':
      return { changeId: id, result: outcome.result, reason: outcome.reason, field: outcome.field, at }
  }
}
