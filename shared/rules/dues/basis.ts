import { z } from 'zod'
import { duesBasisSchema, payItemSchema, type DuesBasis } from '../../model/dues-rule'

const { memberClass, grade, pay } = duesBasisSchema.shape

/** What dues follow from, without the month from which it does. */
export type BasisContent = Pick<DuesBasis, 'memberClass' | 'grade' | 'pay'>

/** What becomes of a basis: what is left out stays as it was, null takes it away. */
export const basisChangeSchema = z.object({
  memberClass: memberClass.optional(),
  grade: grade.optional(),
  pay: z.partialRecord(payItemSchema, pay.valueType.nullable()),
})
export type BasisChange = z.infer<typeof basisChangeSchema>

/** What dues of a member without a recorded basis follow from: the class of regular members, and the record's wage. */
const NO_BASIS: BasisContent = { memberClass: 'regular', grade: null, pay: {} }

/** A basis with changes; null stands for a member without one. */
export function changedBasis(before: BasisContent | null, change: BasisChange): BasisContent {
  const known = before ?? NO_BASIS
  const pay: DuesBasis['pay'] = {}
  for (const item of payItemSchema.options) {
    const changed = change.pay[item]
    const value = changed === undefined ? known.pay[item] : changed
    if (value !== undefined && value !== null) pay[item] = value
  }
  return {
    memberClass: change.memberClass ?? known.memberClass,
    grade: change.grade === undefined ? known.grade : change.grade,
    pay,
  }
}

/** Whether dues follow from the same; a member without a basis has none that is the same. */
export function isSameBasis(one: BasisContent | null, other: BasisContent): boolean {
  return (
    one !== null &&
    one.memberClass === other.memberClass &&
    one.grade === other.grade &&
    payItemSchema.options.every((item) => one.pay[item] === other.pay[item])
  )
}
