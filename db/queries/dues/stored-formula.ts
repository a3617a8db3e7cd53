import { z } from 'zod'
import { duesCalculationSchema, duesFormulaSchema, type DuesFormula } from '../../../shared/model/dues-rule'
import { fenSchema } from '../../../shared/model/money'

/** What rules recorded before formulas told classes apart hold: one way to reckon, rounded half up, for everybody. */
const earlierFormulaSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('rate'), rate: z.int(), baseStep: fenSchema, roundingUnit: fenSchema }),
  z.object({ kind: z.literal('flat'), amount: fenSchema }),
])

/** Reads a formula as `dues_rule` holds it. An earlier one charged by the month, from the month of joining on. */
export const storedFormulaSchema = z.union([
  duesFormulaSchema,
  earlierFormulaSchema.transform((earlier): DuesFormula => ({
    period: 'month',
    classes: [
      {
        memberClass: 'regular',
        payItems: earlier.kind === 'rate' ? ['total'] : [],
        calculation: duesCalculationSchema.parse({ ...earlier, roundingMode: 'halfUp' }),
        floor: null,
        cap: null,
      },
    ],
    joining: 'sameMonth',
    leaving: 'previousMonth',
  })),
])
