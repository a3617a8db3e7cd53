import type { Day } from '../../model/date'
import type { HardshipClass, HardshipFigures, HardshipKind } from '../../model/hardship'
import { fenSchema, type Fen } from '../../model/money'

/** What a migrant worker's family has to fulfil beside the figures. */
export interface MigrantFacts {
  /** Null where nobody said it yet. */
  readonly livesInTown: boolean | null
  readonly employedSince: Day | null
  /** The day of the assessment. */
  readonly on: Day
  /** Months of factual employment that the place asks for. */
  readonly months: number
}

/** One line of the arithmetic, in the order in which a person would reckon it; amounts in fen. */
export type HardshipStep =
  /** (income − rigid spending) ÷ 12 ÷ people. `perHead` is rounded for show; comparisons are exact. */
  | {
      readonly kind: 'perHead'
      readonly income: Fen
      readonly rigidSpending: Fen
      readonly left: Fen
      readonly people: number
      readonly perHead: Fen
    }
  /** Whether what is left in the year lies below the minimum living standard, or a multiple, for all heads and months. */
  | {
      readonly kind: 'deep' | 'relative'
      readonly percent: number
      readonly minimumLiving: Fen
      readonly people: number
      readonly left: Fen
      /** What all heads would need in the year, rounded for show. */
      readonly limit: Fen
      readonly isMet: boolean
    }
  | {
      readonly kind: 'accident'
      readonly cost: Fen
      readonly income: Fen
      readonly percent: number
      readonly limit: Fen
      readonly isMet: boolean
    }
  | { readonly kind: 'stricken'; readonly isMet: boolean }
  | { readonly kind: 'town'; readonly isMet: boolean; readonly isKnown: boolean }
  | { readonly kind: 'employment'; readonly months: number; readonly isMet: boolean; readonly isKnown: boolean }
  | { readonly kind: 'excluded'; readonly why: string }

export interface HardshipProposal {
  /** Null where the figures and facts propose none. */
  readonly class: HardshipClass | null
  readonly steps: readonly HardshipStep[]
}

const MONTHS = 12
const fen = (amount: number): Fen => fenSchema.parse(Math.round(amount))

/** The day from which somebody employed since a day has been so for a number of months. */
function afterMonths(since: Day, months: number): string {
  const [year = 0, month = 1, day = 1] = since.split('-').map(Number)
  const count = year * 12 + month - 1 + months
  // The 31st of a shorter month is its last day.
  const last = new Date(Date.UTC(Math.floor(count / 12), (count % 12) + 1, 0)).getUTCDate()
  const pad = (value: number, length: number) => String(value).padStart(length, '0')
  return `${pad(Math.floor(count / 12), 4)}-${pad((count % 12) + 1, 2)}-${pad(Math.min(day, last), 2)}`
}

/**
 * The class that a family's figures propose, with the arithmetic: below the minimum living standard 深度困难, below its
 * multiple 相对困难, an accident or illness that cost more than a part of the yearly income, or harm by a disaster,
 * 意外致困. Comparisons are exact in fen: what equals a threshold is not below, nor above, it. Throws RangeError
 * without people.
 */
export function proposeClass(
  figures: HardshipFigures,
  kind: HardshipKind,
  migrant: MigrantFacts | null,
): HardshipProposal {
  const { people, income, rigidSpending, minimumLiving, accidentCost, isStricken, exclusion } = figures
  if (!Number.isInteger(people) || people < 1) throw new RangeError('A family has at least one person')
  const left = fen(income - rigidSpending)
  const below = (name: 'deep' | 'relative', percent: number) => ({
    kind: name,
    percent,
    minimumLiving,
    people,
    left,
    limit: fen((minimumLiving * percent * MONTHS * people) / 100),
    isMet: left * 100 < minimumLiving * percent * MONTHS * people,
  })
  const deep = below('deep', figures.deepPercent)
  const relative = below('relative', figures.relativePercent)
  const accident = {
    kind: 'accident' as const,
    cost: accidentCost,
    income,
    percent: figures.accidentPercent,
    limit: fen((income * figures.accidentPercent) / 100),
    isMet: accidentCost * 100 > income * figures.accidentPercent,
  }
  const conditions = kind === 'migrant' ? migrantSteps(migrant) : []
  const steps: HardshipStep[] = [
    { kind: 'perHead', income, rigidSpending, left, people, perHead: fen(left / MONTHS / people) },
    deep,
    relative,
    accident,
    { kind: 'stricken', isMet: isStricken },
    ...conditions,
    ...(exclusion === null ? [] : [{ kind: 'excluded' as const, why: exclusion }]),
  ]
  const isRuledOut = exclusion !== null || conditions.some(({ isMet }) => !isMet)
  const found = deep.isMet ? 'deep' : relative.isMet ? 'relative' : accident.isMet || isStricken ? 'accident' : null
  return { class: isRuledOut ? null : found, steps }
}

function migrantSteps(facts: MigrantFacts | null) {
  const { livesInTown = null, employedSince = null, months = MONTHS, on = null } = facts ?? {}
  return [
    { kind: 'town' as const, isMet: livesInTown === true, isKnown: livesInTown !== null },
    {
      kind: 'employment' as const,
      months,
      isMet: employedSince !== null && on !== null && afterMonths(employedSince, months) <= on,
      isKnown: employedSince !== null,
    },
  ]
}

/** The days, in order, between which a publicity period 公示 has not ended. */
export function isInPublicity(
  { publicFrom, publicUntil }: { readonly publicFrom: Day | null; readonly publicUntil: Day | null },
  today: Day,
): boolean {
  return publicFrom !== null && publicFrom <= today && (publicUntil === null || publicUntil >= today)
}

/** Why a decision is unusual; told, and left to the person. */
export type DecisionDoubt = 'notPublished' | 'publicityRunning' | 'objections'

/** What speaks against a decision on a day. */
export function decisionDoubts(
  assessment: {
    readonly publicFrom: Day | null
    readonly publicUntil: Day | null
    readonly objections: string | null
  },
  decidedOn: Day,
): DecisionDoubt[] {
  const { publicFrom, publicUntil, objections } = assessment
  const published: DecisionDoubt[] =
    publicFrom === null || publicUntil === null
      ? ['notPublished']
      : publicUntil >= decidedOn
        ? ['publicityRunning']
        : []
  return objections === null ? published : [...published, 'objections']
}

/** Yearly income of a family as its file states it: twelve months of everybody and what comes beside. */
export function statedIncome(
  file: { readonly monthlyIncome: Fen | null; readonly otherIncome: Fen | null },
  persons: readonly { readonly monthlyIncome: Fen | null }[],
): Fen {
  const monthly = [file, ...persons].reduce((sum, { monthlyIncome }) => sum + (monthlyIncome ?? 0), 0)
  return fen(monthly * MONTHS + (file.otherIncome ?? 0))
}

/** The day from which a year after an assessment the next review is due. */
export function nextReview(on: Day): string {
  return afterMonths(on, MONTHS)
}
