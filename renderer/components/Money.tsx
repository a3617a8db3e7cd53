import type { Fen } from '../../shared/model/money'
import { formatYuan } from './yuan'

/** An amount of money in figures of equal width. */
export function Money({ fen }: { readonly fen: Fen }) {
  return <span className="numeric">{formatYuan(fen)}</span>
}
