import { LEAST_PEOPLE } from './topic-signal'

/** A table of counts with its sums; null where a number is kept back. */
export interface PublicTable {
  readonly cells: readonly (readonly (number | null)[])[]
  readonly rowSums: readonly (number | null)[]
  readonly columnSums: readonly (number | null)[]
  readonly sum: number | null
}

/**
 * What of a table of counts may be shown: no group of 1 to `least - 1` people, and nothing from which such a group could be
 * reckoned (complementary suppression). Sums are entries like others, so each row and each column of the table with its sums
 * is an equation; numbers are kept back, the smallest first, until
 *
 * - no equation has a single unknown, and the unknown cells under a sum that is shown are `least` people or more;
 * - no unknown follows from several equations together. Unknowns are edges between the rows and the columns they stand
 *   in; a linear combination gives exactly those that lie on no cycle (bridges).
 *
 * Nothing is shown as 0: that nobody asked says nothing about anybody.
 */
export function withoutSmallGroups(counts: readonly (readonly number[])[], least: number = LEAST_PEOPLE): PublicTable {
  const width = counts[0]?.length ?? 0
  const table = [...counts.map((row) => [...row, total(row)]), []]
  table[counts.length] = Array.from({ length: width + 1 }, (_, column) =>
    total(counts.map((_row, row) => table[row]?.[column] ?? 0)),
  )
  const grid = new Grid(table, least)
  grid.settle()
  const shown = (row: number, column: number) => (grid.isHidden(row, column) ? null : grid.value(row, column))
  return {
    cells: counts.map((row, place) => row.map((_, column) => shown(place, column))),
    rowSums: counts.map((_, row) => shown(row, width)),
    columnSums: Array.from({ length: width }, (_, column) => shown(counts.length, column)),
    sum: shown(counts.length, width),
  }
}

interface Place {
  readonly row: number
  readonly column: number
}

class Grid {
  private readonly height: number
  private readonly width: number
  private readonly hidden: boolean[][]

  constructor(
    private readonly table: readonly (readonly number[])[],
    private readonly least: number,
  ) {
    this.height = table.length
    this.width = table[0]?.length ?? 0
    this.hidden = table.map((row) => row.map((count) => count > 0 && count < least))
  }

  value(row: number, column: number): number {
    return this.table[row]?.[column] ?? 0
  }

  isHidden(row: number, column: number): boolean {
    return this.hidden[row]?.[column] ?? false
  }

  settle(): void {
    for (;;) {
      const next = this.lines().find((line) => this.givesAway(line)) ?? this.bridged()
      if (next === undefined) return
      // With everything kept back nothing follows from anything.
      if (!this.hideOneOf(next) && !this.hideOneOf(this.places())) return
    }
  }

  /** Rows and columns with their sums, the sum last. */
  private lines(): Place[][] {
    const rows = this.table.map((_, row) => Array.from({ length: this.width }, (_cell, column) => ({ row, column })))
    const columns = Array.from({ length: this.width }, (_, column) => this.table.map((_row, row) => ({ row, column })))
    return [...rows, ...columns]
  }

  private places(): Place[] {
    return this.table.flatMap((row, place) => row.map((_, column) => ({ row: place, column })))
  }

  private givesAway(line: readonly Place[]): boolean {
    const unknown = line.filter(({ row, column }) => this.isHidden(row, column))
    if (unknown.length === 0) return false
    if (unknown.length === 1) return true
    const sumPlace = line.at(-1)
    if (sumPlace === undefined || this.isHidden(sumPlace.row, sumPlace.column)) return false
    return total(unknown.map(({ row, column }) => this.value(row, column))) < this.least
  }

  /** The row and the column of an unknown that follows from several equations together. */
  private bridged(): Place[] | undefined {
    const edges = this.places().filter(({ row, column }) => this.isHidden(row, column))
    const bridge = edges.find((edge) => !this.isConnected(edge, edges))
    return bridge && this.places().filter(({ row, column }) => row === bridge.row || column === bridge.column)
  }

  /** Whether the ends of an edge are connected without it. */
  private isConnected(edge: Place, edges: readonly Place[]): boolean {
    const rows = new Set([edge.row])
    const columns = new Set<number>()
    for (let grown = true; grown;) {
      grown = false
      for (const other of edges) {
        if (other === edge || rows.has(other.row) === columns.has(other.column)) continue
        rows.add(other.row)
        columns.add(other.column)
        grown = true
      }
    }
    return columns.has(edge.column)
  }

  /**
   * Keeps back one of some places that are still shown: best one whose row and column have unknowns already, which
   * closes a cycle, then a cell before a sum, then the smallest count.
   */
  private hideOneOf(places: readonly Place[]): boolean {
    const isSum = ({ row, column }: Place) => Number(row === this.height - 1) + Number(column === this.width - 1)
    const hidden = this.places().filter(({ row, column }) => this.isHidden(row, column))
    const [rows, columns] = [new Set(hidden.map(({ row }) => row)), new Set(hidden.map(({ column }) => column))]
    const isApart = ({ row, column }: Place) => Number(!rows.has(row) || !columns.has(column))
    const [smallest] = places
      .filter(({ row, column }) => !this.isHidden(row, column) && this.value(row, column) > 0)
      .sort(
        (left, right) =>
          isApart(left) - isApart(right) ||
          isSum(left) - isSum(right) ||
          this.value(left.row, left.column) - this.value(right.row, right.column),
      )
    if (smallest === undefined) return false
    const row = this.hidden[smallest.row]
    if (row !== undefined) row[smallest.column] = true
    return true
  }
}

function total(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0)
}
