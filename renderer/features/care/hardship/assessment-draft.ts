import { hardshipStandards } from '../../../../shared/codes/care/hardship-standards'
import type { Day } from '../../../../shared/model/date'
import {
  hardshipAssessmentInputSchema,
  type HardshipAssessment,
  type HardshipAssessmentInput,
} from '../../../../shared/model/hardship'
import type { Fen } from '../../../../shared/model/money'
import { yuanText } from '../../../components/yuan'
import { draftOf, valuesOf, type Draft, type FieldSpec } from './hardship-fields'

/** Figures, thresholds and decision of a year as typed. */
export const assessmentFields: readonly FieldSpec<keyof HardshipAssessmentInput>[] = [
  { name: 'year', kind: 'text', isMust: true },
  { name: 'on', kind: 'date', isMust: true },
  { name: 'people', kind: 'number', isMust: true },
  { name: 'income', kind: 'money', isMust: true },
  { name: 'rigidSpending', kind: 'money', isMust: true },
  { name: 'accidentCost', kind: 'money' },
  { name: 'minimumLiving', kind: 'money', isMust: true },
  { name: 'standard', kind: 'text' },
  { name: 'deepPercent', kind: 'number' },
  { name: 'relativePercent', kind: 'number' },
  { name: 'accidentPercent', kind: 'number' },
  { name: 'exclusion', kind: 'text' },
  { name: 'class', kind: 'text' },
  { name: 'reason', kind: 'text' },
  { name: 'publicFrom', kind: 'date' },
  { name: 'publicUntil', kind: 'date' },
  { name: 'publicPlace', kind: 'text' },
  { name: 'objections', kind: 'text' },
  { name: 'partyOpinion', kind: 'text' },
  { name: 'partyOpinionOn', kind: 'date' },
  { name: 'decision', kind: 'text' },
  { name: 'decidedOn', kind: 'date' },
  { name: 'upperOpinion', kind: 'text' },
  { name: 'upperOpinionOn', kind: 'date' },
  { name: 'note', kind: 'text' },
]

const STRICKEN = 'isStricken'

export function draftOfAssessment(assessment: HardshipAssessment): Draft {
  const { isStricken, ...fields } = assessment
  return { ...draftOf(assessmentFields, fields), [STRICKEN]: isStricken ? '1' : '' }
}

/** A new year: the last one's figures are carried over to be gone through; publicity and decision begin anew. */
export function newYearDraft(today: Day, last: HardshipAssessment | undefined, people: number, income: Fen): Draft {
  const year = String(Number(today.slice(0, 4)) - 1)
  const [standard] = hardshipStandards
  if (last !== undefined) {
    const { minimumLiving, deepPercent, relativePercent, accidentPercent, rigidSpending, publicPlace } = last
    return {
      ...draftOf(assessmentFields, {
        ...{ standard: last.standard, minimumLiving, deepPercent, relativePercent, accidentPercent, publicPlace },
        ...{ people: last.people, income: last.income, rigidSpending, exclusion: last.exclusion },
        ...{ on: today, year: String(Math.max(Number(last.year) + 1, Number(year))) },
      }),
      accidentCost: '0',
      [STRICKEN]: '',
    }
  }
  return {
    ...draftOf(assessmentFields, {
      ...{ on: today, year, people, standard: standard?.key ?? null, deepPercent: standard?.deepPercent ?? 100 },
      relativePercent: standard?.relativePercent ?? 200,
      accidentPercent: standard?.accidentPercent ?? 80,
    }),
    income: income > 0 ? yuanText(income) : '',
    rigidSpending: '0',
    accidentCost: '0',
    [STRICKEN]: '',
  }
}

/** Reads a draft. `problems` are the fields that cannot be read. */
export function readAssessment(draft: Draft): {
  readonly assessment: HardshipAssessmentInput | null
  readonly problems: ReadonlySet<string>
} {
  const values = valuesOf(assessmentFields, draft)
  const read = hardshipAssessmentInputSchema.safeParse({
    ...values,
    accidentCost: values['accidentCost'] ?? (draft['accidentCost']?.trim() === '' ? 0 : undefined),
    isStricken: draft[STRICKEN] === '1',
  })
  if (!read.success) {
    return { assessment: null, problems: new Set(read.error.issues.map(({ path: [name] }) => String(name))) }
  }
  const { publicFrom, publicUntil } = read.data
  const isInOrder = publicUntil === null || (publicFrom !== null && publicFrom <= publicUntil)
  return isInOrder
    ? { assessment: read.data, problems: new Set() }
    : { assessment: null, problems: new Set(['publicUntil']) }
}
