import type { Indicator } from './indicators'

/** Rows behind figures that agree in all that figures are told apart by. */
export interface Cell {
  readonly department: string | null
  readonly unionGroup: string | null
  readonly gender: '男' | '女' | null
  /** Which kind they are of; null where that is not stated. */
  readonly part: string | null
  readonly rows: number
  /** Fen. */
  readonly amount: number
  /** Day of the latest. */
  readonly latest: string | null
}

/** What some cells come to as a figure: people and things, fen, or 1 and 0 for yes and no. */
export function measured({ unit }: Pick<Indicator, 'unit'>, cells: readonly Cell[]): number {
  if (unit === 'money') return cells.reduce((sum, { amount }) => sum + amount, 0)
  const rows = cells.reduce((sum, cell) => sum + cell.rows, 0)
  return unit === 'yesNo' ? Math.min(rows, 1) : rows
}

/** The kinds that a figure is made of, in the order of its declaration, what is not stated last. */
export function kindsOf({ parts }: Pick<Indicator, 'parts'>, cells: readonly Cell[]): (string | null)[] {
  if (parts === undefined) return []
  const found = new Set(cells.map(({ part }) => part))
  const others = [...found].filter((part) => part !== null && !parts.includes(part)).sort()
  return [...parts.filter((part) => found.has(part)), ...others, ...(found.has(null) ? [null] : [])]
}
