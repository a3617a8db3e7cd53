import { daySchema, type Day } from '../../../../shared/model/date'
import type { Fen } from '../../../../shared/model/money'
import { parsePartialDate } from '../../../components/partial-date'
import { parseYuan, yuanText } from '../../../components/yuan'

/** What was typed into a box that may stay empty: `problem` where it cannot be read. */
export interface Typed<Value> {
  readonly value: Value | null
  readonly problem: boolean
}

export function typedDay(text: string): Typed<Day> {
  if (text.trim() === '') return { value: null, problem: false }
  const value = daySchema.safeParse(parsePartialDate(text)).data ?? null
  return { value, problem: value === null }
}

export function typedYuan(text: string): Typed<Fen> {
  if (text.trim() === '') return { value: null, problem: false }
  const value = parseYuan(text)
  return { value, problem: value === null || value < 0 }
}

export const typedText = (text: string): string | null => text.trim() || null

/** An amount as one types it; empty for none. */
export const amountText = (amount: Fen | null | undefined): string =>
  amount === null || amount === undefined ? '' : yuanText(amount)
