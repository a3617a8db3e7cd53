import type { RoundingMode } from '../model/dues-rule'

/** `numerator / denominator` rounded to a whole number; both whole, the denominator positive. */
export function roundedQuotient(numerator: number, denominator: number, mode: RoundingMode): number {
  const rest = ((numerator % denominator) + denominator) % denominator
  const down = (numerator - rest) / denominator
  switch (mode) {
    case 'down':
      return down
    case 'up':
      return rest === 0 ? down : down + 1
    case 'halfUp':
      return 2 * rest < denominator ? down : down + 1
  }
}

/** `numerator / denominator` rounded half up; both whole, the denominator positive. */
export function roundHalfUp(numerator: number, denominator: number): number {
  return roundedQuotient(numerator, denominator, 'halfUp')
}
