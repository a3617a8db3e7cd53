import { fenSchema, type Fen } from '../../model/money'

/** Splits an amount among `count` so that no fen is lost: parts differ by at most one fen, the larger ones first. */
export function splitEvenly(amount: Fen, count: number): Fen[] {
  const part = Math.floor(amount / count)
  const larger = amount - part * count
  return Array.from({ length: count }, (_, index) => fenSchema.parse(index < larger ? part + 1 : part))
}
