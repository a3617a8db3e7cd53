import type { RetirementGroup, Sex } from '../../model/insights'
import { monthSchema, type Month, type PartialDate } from '../../model/date'
import { addMonths } from '../date'

interface GroupRule {
  /** Statutory age before the change, in years. */
  readonly before: number
  /** From this month of reaching it on, retirement moves by a month for every `step` months, at most `most` months. */
  readonly step: number
  readonly most: number
}

const BEGINNING = monthSchema.parse('2025-01')
const rules: Readonly<Record<RetirementGroup, GroupRule>> = {
  man: { before: 60, step: 4, most: 36 },
  womanCadre: { before: 55, step: 4, most: 36 },
  womanWorker: { before: 50, step: 2, most: 60 },
}

/**
 * The month in which somebody reaches the statutory age of retirement; null where the birth month is not known.
 * Source: 全国人大常委会关于实施渐进式延迟法定退休年龄的决定 (2024-09-13), in force from 2025-01-01: men 60 to 63,
 * women cadres 55 to 58, one month for every four; women workers 50 to 55, one month for every two.
 */
export function retirementMonth(birthDate: PartialDate, group: RetirementGroup): Month | null {
  if (birthDate.length < 7) return null
  const { before, step, most } = rules[group]
  const old = addMonths(monthSchema.parse(birthDate.slice(0, 7)), before * 12)
  if (old < BEGINNING) return old
  const months = monthsFrom(BEGINNING, old)
  return addMonths(old, Math.min(most, Math.floor(months / step) + 1))
}

function monthsFrom(from: Month, until: Month): number {
  return (Number(until.slice(0, 4)) - Number(from.slice(0, 4))) * 12 + Number(until.slice(5)) - Number(from.slice(5))
}

/** The groups that somebody may belong to: a woman's is not on record. */
export function retirementGroupsOf(sex: Sex): readonly RetirementGroup[] {
  if (sex === '男') return ['man']
  return sex === '女' ? ['womanWorker', 'womanCadre'] : []
}
