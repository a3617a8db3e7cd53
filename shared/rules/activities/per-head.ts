import { fenSchema, type Fen } from '../../model/money'
import { roundHalfUp } from '../rounding'

/** A sum divided by heads, in fen rounded half up; null without a sum or without anybody. */
export function costPerHead(cost: Fen | null, heads: number): Fen | null {
  return cost === null || heads === 0 ? null : fenSchema.parse(roundHalfUp(cost, heads))
}
