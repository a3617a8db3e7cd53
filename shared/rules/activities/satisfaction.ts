/** Fewer answers than these are not told as an average: whose they are could be guessed. */
export const FEWEST_ANSWERS = 5

interface Answers {
  readonly answers: number
  readonly sum: number
}

/** With one decimal; null where too few answered. */
export function averageOf({ answers, sum }: Answers, fewest = 1): number | null {
  return answers < Math.max(fewest, 1) ? null : Math.round((10 * sum) / answers) / 10
}

/** The averages of groups that are large enough, and of the others together, if those are. */
export function averagesByGroup<Group extends Answers>(
  groups: readonly Group[],
): {
  readonly groups: readonly (Group & { readonly average: number })[]
  readonly few: { readonly count: number; readonly answers: number; readonly average: number | null }
} {
  const few = groups.filter(({ answers }) => answers < FEWEST_ANSWERS)
  const all = few.reduce((total, { answers, sum }) => ({ answers: total.answers + answers, sum: total.sum + sum }), {
    answers: 0,
    sum: 0,
  })
  return {
    groups: groups.flatMap((group) => {
      const average = averageOf(group, FEWEST_ANSWERS)
      return average === null ? [] : [{ ...group, average }]
    }),
    few: { count: few.length, answers: all.answers, average: averageOf(all, FEWEST_ANSWERS) },
  }
}
