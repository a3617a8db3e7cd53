import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { withoutSmallGroups } from '../../shared/rules/insights/suppression'
import {
  chanceOfAtLeast,
  TOPIC_SIGNAL_LEVEL,
  topicSignals,
  type TopicCounts,
} from '../../shared/rules/insights/topic-signal'

const YEARS = 1000
const SHARES = [0.22, 0.18, 0.14, 0.12, 0.1, 0.08, 0.06, 0.05, 0.03, 0.02]

/** Uniform numbers in [0, 1), the same for the same seed (mulberry32). */
function uniform(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

function poisson(random: () => number, mean: number): number {
  const least = Math.exp(-mean)
  let count = 0
  for (let product = random(); product > least; product *= random()) count++
  return count
}

function draw(random: () => number, shares: readonly number[]): number {
  let rest = random() * shares.reduce((sum, share) => sum + share, 0)
  return Math.max(
    0,
    shares.findIndex((share) => (rest -= share) < 0),
  )
}

/** Two years of counts by month and topic; how much is asked follows the seasons, what is asked does not. */
function months(seed: number, mean: number, burst?: { month: number; topic: number; times: number }): number[][] {
  const random = uniform(seed)
  return Array.from({ length: 24 }, (_, month) => {
    const shares = SHARES.map((share, topic) =>
      burst?.month === month && burst.topic === topic ? share * burst.times : share,
    )
    const counts = SHARES.map(() => 0)
    const season = 1 + 0.5 * Math.sin((month / 12) * 2 * Math.PI)
    // A topic that is asked more adds to the month; the others stay as they were.
    const asked = poisson(random, mean * season * shares.reduce((sum, share) => sum + share, 0))
    for (let request = 0; request < asked; request++) {
      const topic = draw(random, shares)
      counts[topic] = (counts[topic] ?? 0) + 1
    }
    return counts
  })
}

function countsOf(year: readonly (readonly number[])[], month: number): TopicCounts[] {
  return SHARES.map((_, topic) => ({
    topic: String(topic),
    month: year[month]?.[topic] ?? 0,
    before: year.slice(month - 12, month).reduce((sum, counts) => sum + (counts[topic] ?? 0), 0),
  }))
}

/** The number that a binomial variable passes in one of a thousand cases only. */
function binomialBound(trials: number, chance: number): number {
  let logTerm = trials * Math.log(1 - chance)
  let below = Math.exp(logTerm)
  let count = 0
  while (below < 0.999) {
    logTerm += Math.log(((trials - count) / (count + 1)) * (chance / (1 - chance)))
    below += Math.exp(logTerm)
    count++
  }
  return count
}

describe('the topic signal', () => {
  it('reckons the chance as tables of the hypergeometric distribution have it', () => {
    // Fisher's tea: all four cups right by chance, 1 of 70.
    expect(chanceOfAtLeast(4, { drawn: 4, marked: 4, all: 8 })).toBeCloseTo(1 / 70, 12)
    expect(chanceOfAtLeast(3, { drawn: 4, marked: 4, all: 8 })).toBeCloseTo(17 / 70, 12)
    expect(chanceOfAtLeast(0, { drawn: 4, marked: 4, all: 8 })).toBe(1)
    expect(chanceOfAtLeast(5, { drawn: 4, marked: 4, all: 8 })).toBe(0)
  })

  it.each([
    { mean: 30, seed: 1 },
    { mean: 200, seed: 5_000_000 },
  ])('stays quiet in random years of $mean requests a month at its stated rate', ({ mean, seed }) => {
    let alarms = 0
    for (let year = 0; year < YEARS; year++) {
      const counts = months(seed + year, mean)
      const heard = Array.from({ length: 12 }, (_, month) => topicSignals(countsOf(counts, 12 + month)))
      if (heard.some((signals) => signals.length > 0)) alarms++
    }
    expect(alarms).toBeLessThanOrEqual(binomialBound(YEARS, TOPIC_SIGNAL_LEVEL))
  })

  it.each([
    { mean: 30, topic: 4, times: 6, power: 0.9 },
    { mean: 200, topic: 4, times: 2.5, power: 0.9 },
  ])('finds a topic that grows $times times in a month of $mean requests', ({ mean, topic, times, power }) => {
    const cases = 300
    let found = 0
    for (let seed = 0; seed < cases; seed++) {
      const signals = topicSignals(countsOf(months(900 + seed, mean, { month: 18, topic, times }), 18))
      if (signals.some((signal) => signal.topic === String(topic))) found++
    }
    expect(found / cases).toBeGreaterThanOrEqual(power)
  })

  it('does not take a busy month for a rise of each topic', () => {
    expect(
      topicSignals(SHARES.map((share, topic) => ({ topic: String(topic), month: share * 1000, before: share * 1000 }))),
    ).toEqual([])
  })

  it('never names a topic of fewer than five people', () => {
    const others = { topic: 'others', month: 0, before: 5000 }
    expect(topicSignals([{ topic: 'rare', month: 4, before: 0 }, others])).toEqual([])
    expect(topicSignals([{ topic: 'rare', month: 5, before: 0 }, others])).toHaveLength(1)
  })
})

/** Whether the unknowns of a linear system are not determined, by rank: brute force to check the rule against. */
function isDetermined(table: ReturnType<typeof withoutSmallGroups>, row: number, column: number): boolean {
  const grid = [
    ...table.cells.map((cells, place) => [...cells, table.rowSums[place] ?? null]),
    [...table.columnSums, table.sum],
  ]
  const unknowns = grid.flatMap((cells, place) => cells.flatMap((cell, at) => (cell === null ? [[place, at]] : [])))
  const equations = [
    ...grid.map((_, line) =>
      unknowns.map(([place, at]) => (place === line ? (at === (grid[0]?.length ?? 0) - 1 ? -1 : 1) : 0)),
    ),
    ...(grid[0] ?? []).map((_, line) =>
      unknowns.map(([place, at]) => (at === line ? (place === grid.length - 1 ? -1 : 1) : 0)),
    ),
  ]
  const wanted = unknowns.map(([place, at]) => (place === row && at === column ? 1 : 0))
  return rank(equations) === rank([...equations, wanted])
}

function rank(matrix: number[][]): number {
  const rows = matrix.map((row) => [...row])
  let found = 0
  for (let column = 0; column < (rows[0]?.length ?? 0); column++) {
    const pivot = rows.findIndex((row, index) => index >= found && Math.abs(row[column] ?? 0) > 1e-9)
    const chosen = rows[pivot]
    if (chosen === undefined) continue
    rows[pivot] = rows[found] ?? []
    rows[found] = chosen
    for (const [index, row] of rows.entries()) {
      if (index === found) continue
      const factor = (row[column] ?? 0) / (chosen[column] ?? 1)
      rows[index] = row.map((value, at) => value - factor * (chosen[at] ?? 0))
    }
    found++
  }
  return found
}

describe('keeping back small groups', () => {
  it('shows a table without small groups as it is', () => {
    expect(
      withoutSmallGroups([
        [5, 0],
        [7, 12],
      ]),
    ).toEqual({
      cells: [
        [5, 0],
        [7, 12],
      ],
      rowSums: [5, 19],
      columnSums: [12, 12],
      sum: 24,
    })
  })

  it('keeps back with a small group what it would follow from', () => {
    const { cells } = withoutSmallGroups([
      [3, 9, 20],
      [8, 9, 20],
      [9, 9, 20],
    ])
    expect(cells[0]?.[0]).toBeNull()
    expect(cells.flat().filter((cell) => cell === null).length).toBeGreaterThanOrEqual(4)
  })

  it('lets no small group be reckoned from what is shown, whatever the table', () => {
    const counts = fc.tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 5 })).chain(([height, width]) =>
      fc.array(fc.array(fc.integer({ min: 0, max: 9 }), { minLength: width, maxLength: width }), {
        minLength: height,
        maxLength: height,
      }),
    )
    fc.assert(
      fc.property(counts, (table) => {
        const shown = withoutSmallGroups(table)
        table.forEach((row, place) =>
          row.forEach((count, column) => {
            const cell = shown.cells[place]?.[column]
            if (count >= 5 || count === 0) {
              expect([null, count]).toContain(cell)
              return
            }
            expect(cell).toBeNull()
            expect(isDetermined(shown, place, column)).toBe(false)
          }),
        )
        // Those kept back under a sum that is shown are five people or more together.
        shown.rowSums.forEach((sum, place) => {
          if (sum === null) return
          const hidden = (table[place] ?? []).filter((_, column) => shown.cells[place]?.[column] === null)
          if (hidden.length > 0) expect(hidden.reduce((all, count) => all + count, 0)).toBeGreaterThanOrEqual(5)
        })
      }),
      { seed: 5, numRuns: 2000 },
    )
  })
})
