/** How many characters must be added, dropped or exchanged to make one text of the other (Levenshtein). */
export function editDistance(one: string, other: string): number {
  const [from, to] = [Array.from(one), Array.from(other)]
  let previous = to.map((_, index) => index + 1)
  for (const [row, character] of from.entries()) {
    const current: number[] = []
    for (const [column, wanted] of to.entries()) {
      const left = column === 0 ? row + 1 : (current[column - 1] ?? 0)
      const above = previous[column] ?? 0
      const diagonal = column === 0 ? row : (previous[column - 1] ?? 0)
      current.push(Math.min(left + 1, above + 1, diagonal + (character === wanted ? 0 : 1)))
    }
    previous = current
  }
  return to.length === 0 ? from.length : (previous.at(-1) ?? from.length)
}
