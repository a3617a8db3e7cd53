import { fenSchema, type Fen } from '../../model/money'
import { roundHalfUp } from '../rounding'

/** Cost divided by those present, in fen rounded half up; null without a cost or without anybody present. */
export function costPerHead(cost: Fen | null, present: number): Fen | null {
  return cost === null || present === 0 ? null : fenSchema.parse(roundHalfUp(cost, present))
}
