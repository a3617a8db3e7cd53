import type {
  ClassRule,
  DuesBasis,
  DuesCalculation,
  DuesDerivation,
  DuesFormula,
  DuesResult,
  MemberClass,
  PayItem,
} from '../../model/dues-rule'
import { fenSchema, type Fen } from '../../model/money'
import { roundedQuotient } from '../rounding'

/** What a member's dues of a month follow from. */
export interface DuesSubject {
  readonly memberClass: MemberClass
  readonly grade: string | null
  readonly pay: DuesBasis['pay']
  /** The wage of the member's record, which stands in for a total that no dated basis has. */
  readonly wage: Fen | null
}

/**
 * A month's dues and how they come about: `round(rate × truncate(base, step), unit, mode)` of the chosen items of pay,
 * a flat amount, or one by band or grade, then kept between floor and cap. All in whole numbers.
 * Source: 全总《关于收交工会会费的通知》 (1978): 0.5 % of base pay, its tail below 10 yuan not counted.
 */
export function duesOf(formula: DuesFormula, subject: DuesSubject): DuesResult {
  const rule = classRuleOf(formula, subject.memberClass)
  if (rule === null) return none('kept')
  const { calculation } = rule
  switch (calculation.kind) {
    case 'exempt':
      return none('exemptClass')
    case 'flat':
      return due(rule, calculation.amount, { kind: 'flat' })
    case 'grades': {
      const { grade } = subject
      const found = calculation.grades.find((known) => known.grade === grade)
      return found === undefined ? none('noGrade') : due(rule, found.amount, { kind: 'grades', grade: found.grade })
    }
    case 'bands':
    case 'rate': {
      const missing = rule.payItems.filter((item) => payOf(subject, item) === null)
      if (missing.length > 0 || rule.payItems.length === 0) return none('noPay', missing)
      const base = rule.payItems.reduce((sum, item) => sum + (payOf(subject, item) ?? 0), 0)
      return calculation.kind === 'rate' ? byRate(rule, calculation, base) : byBand(rule, calculation, base)
    }
  }
}

/** The part of the rule that a class follows; null for kept members of whom the rule says nothing. */
function classRuleOf(formula: DuesFormula, memberClass: MemberClass): ClassRule | null {
  const own = formula.classes.find((rule) => rule.memberClass === memberClass)
  if (own !== undefined) return own
  if (memberClass === 'kept') return null
  const regular = formula.classes.find((rule) => rule.memberClass === 'regular')
  if (regular === undefined) throw new Error('A dues rule without regular members')
  return regular
}

type Calculation<Kind extends DuesCalculation['kind']> = Extract<DuesCalculation, { kind: Kind }>

function byRate(rule: ClassRule, calculation: Calculation<'rate'>, base: number): DuesResult {
  const { rate, baseStep, roundingUnit, roundingMode } = calculation
  const counted = base - (base % baseStep)
  const exact = rate * counted
  const amount = roundedQuotient(exact, 10_000 * roundingUnit, roundingMode) * roundingUnit
  return due(rule, amount, {
    kind: 'rate',
    rate,
    base: fenSchema.parse(base),
    counted: fenSchema.parse(counted),
    exact,
  })
}

function byBand(rule: ClassRule, { bands }: Calculation<'bands'>, base: number): DuesResult {
  const reached = bands.filter(({ from }) => from <= base)
  if (reached.length === 0) return none('nothing')
  const band = reached.reduce((best, next) => (next.from > best.from ? next : best))
  return due(rule, band.amount, { kind: 'bands', base: fenSchema.parse(base), from: band.from })
}

function due({ memberClass, floor, cap }: ClassRule, reckoned: number, by: DuesDerivation): DuesResult {
  const limitedBy = floor !== null && reckoned < floor ? 'floor' : cap !== null && reckoned > cap ? 'cap' : null
  const amount = limitedBy === 'floor' ? floor : limitedBy === 'cap' ? cap : reckoned
  if (amount === null || amount <= 0) return none('nothing')
  return { kind: 'due', amount: fenSchema.parse(amount), memberClass, by, limitedBy }
}

function none(why: Extract<DuesResult, { kind: 'none' }>['why'], missing: PayItem[] = []): DuesResult {
  return { kind: 'none', why, missing }
}

function payOf({ pay, wage }: DuesSubject, item: PayItem): Fen | null {
  return pay[item] ?? (item === 'total' ? wage : null)
}
