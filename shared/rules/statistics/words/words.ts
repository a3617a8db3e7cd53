import type { z } from 'zod'
import type { activityTypeSchema } from '../../../model/activity'
import type { CareKind } from '../../../model/care-gift'
import type { HardshipClass } from '../../../model/hardship'
import type { RequestKind } from '../../../model/request'
import type { LegalCase } from '../../../model/service-register'
import type { IndicatorGroup, IndicatorKey, ReportHead } from '../../../model/statistics'
import type { articleSchema } from '../../../model/team'
import type { Indicator } from '../indicators'

/** Kinds that figures are made of, where they are no values of a code list. */
export type KindName =
  | z.infer<typeof activityTypeSchema>
  | CareKind
  | HardshipClass
  | RequestKind
  | LegalCase['kind']
  | NonNullable<z.infer<typeof articleSchema>['adoption']>

/** The words of the statistics, on the screen and in sheets. */
export interface StatisticsWords {
  readonly title: string
  readonly groups: Readonly<Record<IndicatorGroup, string>>
  readonly indicators: Readonly<Record<IndicatorKey, string>>
  readonly units: Readonly<Record<Indicator['unit'], string>>
  readonly kinds: Readonly<Record<KindName, string>>
  /** What the record does not state. */
  readonly unstated: string
  /** What it means for some figures that nothing is stated. */
  readonly unstatedOf: Readonly<Partial<Record<IndicatorKey, string>>>
  readonly yes: string
  readonly no: string
  readonly period: (from: string, until: string) => string
  readonly until: (day: string) => string
  readonly madeBy: (name: string) => string
  readonly typed: (source: string, day: string) => string
  /** Figure, unit, of the period, women, of the period before, change, remark. */
  readonly headings: readonly [string, string, string, string, string, string, string]
  /** No., name, sex, department, day, kind, what, amount. */
  readonly listHeadings: readonly [string, string, string, string, string, string, string, string]
  readonly signatures: string
  readonly notes: string
  readonly total: string
  readonly women: string
  readonly sexes: Readonly<Record<Extract<ReportHead, { readonly of: 'sex' }>['sex'], string>>
  readonly noDepartment: string
  readonly noGroup: string
  readonly department: string
  readonly group: string
  readonly item: string
  readonly month: (month: string) => string
  readonly quarter: (year: string, quarter: number) => string
  readonly inYuan: string
}
