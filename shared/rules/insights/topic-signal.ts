/** How often a topic was brought up: in the month looked at, and in the twelve months before it. */
export interface TopicCounts {
  readonly topic: string
  /** People who brought it up in the month; one who did so twice counts once. */
  readonly month: number
  /** The same in the twelve months before, month by month. */
  readonly before: number
}

export interface TopicSignal extends TopicCounts {
  /** All topics of the month, and of the twelve months before. */
  readonly monthTotal: number
  readonly beforeTotal: number
  /** The chance of so many or more, were the topic's share what it was; before the correction. */
  readonly chance: number
}

/** A year in which nothing grew gives a signal in at most this share of cases, whatever the number of topics. */
export const TOPIC_SIGNAL_LEVEL = 0.05
/** A year has twelve months to look at: each gets its part of the level. */
const MONTHS = 12
/** Fewer people than this are no group that is spoken of. */
export const LEAST_PEOPLE = 5

/**
 * The topics that were brought up in a month more often than chance explains.
 *
 * Test: Fisher's exact test, one-sided. Given all totals, the number of times that a topic falls into the month is
 * hypergeometric if its share did not change; this is the exact conditional test of two Poisson rates against the
 * growth of all topics together, so that a month in which everything is asked more often gives no signal.
 * Correction: Holm's over the topics of the month, at `TOPIC_SIGNAL_LEVEL` / 12 for the twelve months of a year
 * (Bonferroni). Together: at most 5 % of years without any change have a false alarm.
 *
 * Topics that fewer than `LEAST_PEOPLE` people brought up in the month are tested and never named.
 * Sources: R. A. Fisher (1935); S. Holm, Scand. J. Statist. 6 (1979).
 */
export function topicSignals(topics: readonly TopicCounts[]): TopicSignal[] {
  const monthTotal = sum(topics.map(({ month }) => month))
  const beforeTotal = sum(topics.map(({ before }) => before))
  const tested = topics
    .map((topic) => ({
      ...topic,
      monthTotal,
      beforeTotal,
      chance: chanceOfAtLeast(topic.month, {
        drawn: monthTotal,
        marked: topic.month + topic.before,
        all: monthTotal + beforeTotal,
      }),
    }))
    .sort((left, right) => left.chance - right.chance)
  const level = TOPIC_SIGNAL_LEVEL / MONTHS
  const firstKept = tested.findIndex(({ chance }, rank) => chance > level / (tested.length - rank))
  const found = firstKept === -1 ? tested : tested.slice(0, firstKept)
  return found.filter(({ month }) => month >= LEAST_PEOPLE)
}

/** The chance that `drawn` of `all` things hold at least `count` of the `marked` ones (hypergeometric upper tail). */
export function chanceOfAtLeast(
  count: number,
  { drawn, marked, all }: { readonly drawn: number; readonly marked: number; readonly all: number },
): number {
  const most = Math.min(drawn, marked)
  const least = Math.max(0, drawn + marked - all)
  if (count <= least) return 1
  let chance = 0
  for (let found = count; found <= most; found++) {
    chance += Math.exp(logChoose(marked, found) + logChoose(all - marked, drawn - found) - logChoose(all, drawn))
  }
  return Math.min(1, chance)
}

function logChoose(all: number, chosen: number): number {
  return logFactorial(all) - logFactorial(chosen) - logFactorial(all - chosen)
}

const logFactorials = [0]

function logFactorial(number: number): number {
  for (let next = logFactorials.length; next <= number; next++) {
    logFactorials.push((logFactorials[next - 1] ?? 0) + Math.log(next))
  }
  return logFactorials[number] ?? 0
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
