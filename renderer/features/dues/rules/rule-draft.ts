import { monthSchema, type Month } from '../../../../shared/model/date'
import { duesRuleInputSchema, type DuesRuleInput } from '../../../../shared/model/dues-rule'
import { parsePartialDate } from '../../../components/partial-date'
import { parseYuan } from '../../../components/yuan'

/** A dues rule as typed. */
export interface RuleDraft {
  readonly kind: 'rate' | 'flat'
  readonly rate: string
  readonly rateUnit: 'percent' | 'permille'
  /** In fen. */
  readonly baseStep: number
  /** In fen. */
  readonly roundingUnit: number
  /** A flat amount in yuan. */
  readonly amount: string
  readonly validFrom: string
  readonly decision: string
}

export type RuleProblem = 'rate' | 'amount' | 'validFrom'

/** The usual rule: 0.5 % of base pay, its tail below 10 yuan not counted, rounded to 0.1 yuan. */
export function newRuleDraft(month: Month): RuleDraft {
  return {
    kind: 'rate',
    rate: '0.5',
    rateUnit: 'percent',
    baseStep: 1000,
    roundingUnit: 10,
    amount: '',
    validFrom: month,
    decision: '',
  }
}

/** Reads a draft; `rule` is null while something cannot be read. */
export function readRuleDraft(draft: RuleDraft): {
  readonly rule: DuesRuleInput | null
  readonly problems: ReadonlySet<RuleProblem>
} {
  const problems = new Set<RuleProblem>()
  const validFrom = readMonth(draft.validFrom)
  if (validFrom === null) problems.add('validFrom')
  const { data: rule } = duesRuleInputSchema.safeParse({
    formula: formulaOf(draft),
    validFrom,
    validUntil: null,
    decision: draft.decision.trim() || null,
    decidedOn: null,
  })
  if (rule === undefined && validFrom !== null) problems.add(draft.kind === 'rate' ? 'rate' : 'amount')
  return { rule: rule ?? null, problems }
}

/** One way for everybody, by the month. */
function formulaOf(draft: RuleDraft) {
  return {
    period: 'month',
    classes: [
      {
        memberClass: 'regular',
        payItems: draft.kind === 'rate' ? ['total'] : [],
        calculation: calculationOf(draft),
        floor: null,
        cap: null,
      },
    ],
    joining: 'sameMonth',
    leaving: 'sameMonth',
  }
}

function calculationOf(draft: RuleDraft) {
  if (draft.kind === 'flat') return { kind: 'flat', amount: parseYuan(draft.amount) }
  const { baseStep, roundingUnit } = draft
  return {
    kind: 'rate',
    rate: readRate(draft.rate, draft.rateUnit),
    baseStep,
    roundingUnit,
    roundingMode: 'halfUp',
  }
}

/** A rate in ten-thousandths, e.g. 50 for `0.5` percent; null when it is none or finer than that. */
function readRate(text: string, unit: RuleDraft['rateUnit']): number | null {
  const digits = text.normalize('NFKC').replace(/[\s%‰]/g, '')
  const decimals = unit === 'percent' ? 2 : 1
  const match = /^(\d{1,3})(?:\.(\d+?)0*)?$/.exec(digits)
  const [, whole = '', fraction = ''] = match ?? []
  const known = fraction === '0' ? '' : fraction
  return match === null || known.length > decimals ? null : Number(whole + known.padEnd(decimals, '0'))
}

/** A month as one types it, e.g. `2026.3` or `2026年3月`; null when it is none. */
function readMonth(text: string): Month | null {
  const date = parsePartialDate(text)
  return monthSchema.safeParse(date).data ?? null
}
