import type { MembershipStatus } from '../../shared/model/membership'

/** What a member's record should have and may lack, by column. */
export const memberGaps = { id_number: 'idNumber', phone: 'phone', birth_date: 'birthDate' } as const
export type MemberGap = (typeof memberGaps)[keyof typeof memberGaps]

/** Results of entries that a person should look at. */
export const attentionResults = ['conflict', 'held', 'rejected'] as const
export type AttentionResult = (typeof attentionResults)[number]

export type FigureName =
  | `members.${MembershipStatus}`
  /** Members in good standing or kept whose record lacks anything, and one thing. */
  | 'incomplete'
  | `incomplete.${MemberGap}`
  /** Fen charged for a month, and received during it. */
  | 'duesCharged'
  | 'duesReceived'
  /** Activities that begin in a month, without those called off, and who came to them. */
  | 'activities'
  | 'participations'
  /** Answers to a directive, and the sum of the figures in them in hundredths. */
  | 'directiveAnswers'
  | 'directiveFigures'
  /** Entries stored, and those of them that need a look. */
  | 'entries'
  | `attention.${AttentionResult}`

/** Something that counts: so much of a figure. */
export interface Count {
  readonly name: FigureName
  readonly period: string
  readonly value: number
}

export function count(name: FigureName, value: number, period = ''): Count {
  return { name, period, value }
}

/** By how much figures change, added up. */
export class FigureChanges {
  readonly #changes = new Map<string, Count>()

  /** Counts something in; with −1 it is taken out instead. */
  add(counts: readonly Count[], times: 1 | -1 = 1): void {
    for (const { name, period, value } of counts) {
      const key = `${name} ${period}`
      const sum = (this.#changes.get(key)?.value ?? 0) + times * value
      this.#changes.set(key, { name, period, value: sum })
    }
  }

  /** What is not nought, always in the same order. */
  list(): Count[] {
    return [...this.#changes.values()].filter(({ value }) => value !== 0)
  }
}
