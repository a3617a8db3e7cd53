import { daySchema, type Month } from '../../../../shared/model/date'
import {
  duesCalculationSchema,
  duesRuleInputSchema,
  memberClassSchema,
  type ClassRule,
  type DuesCalculation,
  type DuesFormula,
  type DuesRule,
  type DuesRuleInput,
  type MemberClass,
  type PayItem,
  type RoundingMode,
} from '../../../../shared/model/dues-rule'
import type { Fen } from '../../../../shared/model/money'
import { parsePartialDate } from '../../../components/partial-date'
import { parseYuan, yuanText } from '../../../components/yuan'
import { readMonth } from '../month-text'

/** How the dues of a class are reckoned, as typed; what another way needs stays for when it is chosen again. */
export interface ClassDraft {
  readonly kind: DuesCalculation['kind']
  readonly payItems: readonly PayItem[]
  readonly rate: string
  readonly rateUnit: 'percent' | 'permille'
  /** In fen. */
  readonly baseStep: number
  /** In fen. */
  readonly roundingUnit: number
  readonly roundingMode: RoundingMode
  /** A flat amount in yuan. */
  readonly amount: string
  readonly bands: readonly { readonly from: string; readonly amount: string }[]
  readonly grades: readonly { readonly grade: string; readonly amount: string }[]
  readonly floor: string
  readonly cap: string
}

/** A dues rule as typed. */
export interface RuleDraft extends Pick<DuesFormula, 'period' | 'joining' | 'leaving'> {
  /** Classes with dues of their own; the others follow the regular members, kept ones are exempt. */
  readonly classes: Readonly<Partial<Record<MemberClass, ClassDraft>>>
  readonly validFrom: string
  readonly validUntil: string
  readonly decision: string
  readonly decidedOn: string
}

/** What is wrong with the part of a class. */
export type ClassProblem = 'payItems' | 'rate' | 'amount' | 'bands' | 'grades' | 'limits'
export type RuleProblem = 'validFrom' | 'validUntil' | 'decidedOn' | `${MemberClass}.${ClassProblem}`

const [rateCalculation, , bandCalculation, gradeCalculation] = duesCalculationSchema.options

/** Ready-made starts. */
export const ruleStarts = ['national', 'posts', 'wholeYuan', 'grades', 'flat'] as const
export type RuleStart = (typeof ruleStarts)[number]

const usual: ClassDraft = {
  kind: 'rate',
  payItems: ['total'],
  rate: '0.5',
  rateUnit: 'percent',
  baseStep: 1000,
  roundingUnit: 10,
  roundingMode: 'halfUp',
  amount: '',
  bands: [
    { from: '0', amount: '' },
    { from: '', amount: '' },
  ],
  grades: [
    { grade: '', amount: '' },
    { grade: '', amount: '' },
  ],
  floor: '',
  cap: '',
}

/** The part of a class that gets dues of its own: first the same as those of the regular members. */
export function newClassDraft(draft: RuleDraft): ClassDraft {
  return draft.classes.regular ?? usual
}

const posts: readonly PayItem[] = ['post', 'scale']
const wholeYuan: ClassDraft = { ...usual, payItems: posts, baseStep: 1, roundingUnit: 100 }

const starts: Record<RuleStart, Pick<RuleDraft, 'period' | 'classes'>> = {
  // 全总《关于收交工会会费的通知》 (1978)
  national: { period: 'month', classes: { regular: usual } },
  posts: { period: 'halfYear', classes: { regular: { ...usual, payItems: posts, roundingUnit: 1 } } },
  wholeYuan: {
    period: 'halfYear',
    classes: {
      regular: wholeYuan,
      probation: { ...wholeYuan, rate: '0.25' },
      contract: { ...wholeYuan, rate: '0.25' },
    },
  },
  grades: {
    period: 'month',
    classes: {
      regular: {
        ...usual,
        kind: 'grades',
        grades: [
          { grade: '处级', amount: '30' },
          { grade: '科级', amount: '20' },
          { grade: '一般', amount: '10' },
        ],
      },
    },
  },
  flat: { period: 'halfYear', classes: { regular: { ...usual, kind: 'flat', amount: '10' } } },
}

/** A rule to begin with. */
export function newRuleDraft(month: Month, start: RuleStart = 'national'): RuleDraft {
  return {
    ...starts[start],
    joining: 'sameMonth',
    leaving: 'sameMonth',
    validFrom: month,
    validUntil: '',
    decision: '',
    decidedOn: '',
  }
}

/** A rule that is like another one, to be changed from a month on. */
export function ruleDraftOf({ formula }: DuesRule, month: Month): RuleDraft {
  const classes = formula.classes.map((rule) => [rule.memberClass, classDraftOf(rule)] as const)
  return { ...newRuleDraft(month), ...formula, classes: Object.fromEntries(classes) }
}

function classDraftOf({ payItems, calculation, floor, cap }: ClassRule): ClassDraft {
  const text = (fen: Fen | null) => (fen === null ? '' : yuanText(fen))
  const draft = {
    ...usual,
    kind: calculation.kind,
    payItems: payItems.length === 0 ? usual.payItems : payItems,
    floor: text(floor),
    cap: text(cap),
  }
  switch (calculation.kind) {
    case 'rate': {
      const { rate, baseStep, roundingUnit, roundingMode } = calculation
      return { ...draft, rate: String(rate / 100), baseStep, roundingUnit, roundingMode }
    }
    case 'flat':
      return { ...draft, amount: yuanText(calculation.amount) }
    case 'bands':
      return {
        ...draft,
        bands: calculation.bands.map(({ from, amount }) => ({ from: yuanText(from), amount: yuanText(amount) })),
      }
    case 'grades':
      return { ...draft, grades: calculation.grades.map(({ grade, amount }) => ({ grade, amount: yuanText(amount) })) }
    case 'exempt':
      return draft
  }
}

/** Reads a draft; `formula` and `rule` are null while something cannot be read. */
export function readRuleDraft(draft: RuleDraft): {
  readonly formula: DuesFormula | null
  readonly rule: DuesRuleInput | null
  readonly problems: ReadonlySet<RuleProblem>
} {
  const problems = new Set<RuleProblem>()
  const classes = memberClassSchema.options.flatMap((memberClass): ClassRule[] => {
    const part = draft.classes[memberClass]
    if (part === undefined) return []
    const read = readClassDraft(part)
    for (const problem of read.problems) problems.add(`${memberClass}.${problem}`)
    const { calculation, floor, cap } = read
    return calculation === null
      ? []
      : [{ memberClass, payItems: needsPay(part) ? [...part.payItems] : [], calculation, floor, cap }]
  })
  const { period, joining, leaving } = draft
  const formula = problems.size === 0 ? { period, classes, joining, leaving } : null
  const validFrom = readMonth(draft.validFrom)
  const validUntil = draft.validUntil.trim() === '' ? null : readMonth(draft.validUntil)
  const decidedOn = draft.decidedOn.trim() === '' ? null : daySchema.safeParse(parsePartialDate(draft.decidedOn)).data
  if (validFrom === null) problems.add('validFrom')
  if (draft.validUntil.trim() !== '' && (validUntil === null || (validFrom !== null && validUntil < validFrom))) {
    problems.add('validUntil')
  }
  if (decidedOn === undefined) problems.add('decidedOn')
  const { data: rule } = duesRuleInputSchema.safeParse({
    formula,
    validFrom,
    validUntil,
    decision: draft.decision.trim() || null,
    decidedOn,
  })
  return { formula, rule: problems.size === 0 ? (rule ?? null) : null, problems }
}

export function needsPay({ kind }: ClassDraft): boolean {
  return kind === 'rate' || kind === 'bands'
}

function readClassDraft(part: ClassDraft): Pick<ClassRule, 'floor' | 'cap'> & {
  readonly calculation: DuesCalculation | null
  readonly problems: readonly ClassProblem[]
} {
  const problems: ClassProblem[] = []
  const calculation = readCalculation(part, problems)
  if (needsPay(part) && part.payItems.length === 0) problems.push('payItems')
  const [floor, cap] = hasLimits(part) ? [readLimit(part.floor), readLimit(part.cap)] : [null, null]
  if (floor === undefined || cap === undefined || (floor !== null && cap !== null && floor > cap))
    problems.push('limits')
  return { calculation, floor: floor ?? null, cap: cap ?? null, problems }
}

/** A flat amount needs no limits, nor does who pays nothing. */
export function hasLimits({ kind }: ClassDraft): boolean {
  return kind !== 'flat' && kind !== 'exempt'
}

/** Null where none is stated, undefined where it cannot be read. */
function readLimit(text: string): Fen | null | undefined {
  if (text.trim() === '') return null
  const fen = parseYuan(text)
  return fen === null || fen <= 0 ? undefined : fen
}

function readCalculation(part: ClassDraft, problems: ClassProblem[]): DuesCalculation | null {
  switch (part.kind) {
    case 'exempt':
      return { kind: 'exempt' }
    case 'rate': {
      const { baseStep, roundingUnit, roundingMode } = part
      const rate = readRate(part.rate, part.rateUnit)
      const { data } = rateCalculation.safeParse({ kind: 'rate', rate, baseStep, roundingUnit, roundingMode })
      return data ?? failed('rate', problems)
    }
    case 'flat': {
      const amount = parseYuan(part.amount)
      return amount === null || amount <= 0 ? failed('amount', problems) : { kind: 'flat', amount }
    }
    case 'bands': {
      const rows = part.bands.filter(({ from, amount }) => from.trim() !== '' || amount.trim() !== '')
      const bands = rows.map(({ from, amount }) => ({ from: parseYuan(from), amount: parseYuan(amount) }))
      const { data } = bandCalculation.safeParse({ kind: 'bands', bands })
      const isUnique = new Set(bands.map(({ from }) => from)).size === bands.length
      return data !== undefined && isUnique ? data : failed('bands', problems)
    }
    case 'grades': {
      const rows = part.grades.filter(({ grade, amount }) => grade.trim() !== '' || amount.trim() !== '')
      const grades = rows.map(({ grade, amount }) => ({ grade: grade.trim(), amount: parseYuan(amount) }))
      const { data } = gradeCalculation.safeParse({ kind: 'grades', grades })
      const isUnique = new Set(grades.map(({ grade }) => grade)).size === grades.length
      return data !== undefined && isUnique ? data : failed('grades', problems)
    }
  }
}

function failed(problem: ClassProblem, problems: ClassProblem[]): null {
  problems.push(problem)
  return null
}

/** A rate in ten-thousandths, e.g. 50 for `0.5` percent; null when it is none or finer than that. */
function readRate(text: string, unit: ClassDraft['rateUnit']): number | null {
  const digits = text.normalize('NFKC').replace(/[\s%‰]/g, '')
  const decimals = unit === 'percent' ? 2 : 1
  const match = /^(\d{1,3})(?:\.(\d+?)0*)?$/.exec(digits)
  const [, whole = '', fraction = ''] = match ?? []
  const known = fraction === '0' ? '' : fraction
  return match === null || known.length > decimals ? null : Number(whole + known.padEnd(decimals, '0'))
}
