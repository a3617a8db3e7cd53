import type { DueOfMonth } from '../../../../shared/model/dues-charge'
import { fenSchema, type Fen } from '../../../../shared/model/money'

/** What a month comes to, nothing where it has no dues. */
export function amountOf(due: DueOfMonth): Fen {
  return due.kind === 'due' ? due.amount : fenSchema.parse(0)
}
