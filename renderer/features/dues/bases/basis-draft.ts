import type { Month } from '../../../../shared/model/date'
import { payItemSchema, type DuesBasis, type PayItem } from '../../../../shared/model/dues-rule'
import type { BasisChange, BasisContent } from '../../../../shared/rules/dues/basis'
import { parseYuan, yuanText } from '../../../components/yuan'
import { readMonth } from '../month-text'

/** A basis as typed; for many members an empty box leaves what each of them has. */
export interface BasisDraft {
  readonly validFrom: string
  /** Empty leaves each member's class. */
  readonly memberClass: DuesBasis['memberClass'] | ''
  readonly grade: string
  readonly pay: Readonly<Record<PayItem, string>>
  readonly note: string
}

export type BasisProblem = 'validFrom' | PayItem

const noPay: BasisDraft['pay'] = { total: '', post: '', scale: '', basic: '', seniority: '', performance: '' }

/** For many members, of whom only what is stated changes. */
export function newBasisDraft(month: Month): BasisDraft {
  return { validFrom: month, memberClass: '', grade: '', pay: noPay, note: '' }
}

/** For one member, beginning with what holds; null without a basis. */
export function basisDraftOf(basis: BasisContent | null, month: Month): BasisDraft {
  const pay = { ...noPay }
  for (const item of payItemSchema.options) {
    const amount = basis?.pay[item]
    if (amount !== undefined) pay[item] = yuanText(amount)
  }
  return { ...newBasisDraft(month), memberClass: basis?.memberClass ?? 'regular', grade: basis?.grade ?? '', pay }
}

/**
 * Reads a draft; null while something cannot be read.
 * @param clears whether an empty box takes away what stood there
 */
export function readBasisDraft(
  draft: BasisDraft,
  clears: boolean,
): {
  readonly basis: { readonly validFrom: Month; readonly change: BasisChange; readonly note: string | null } | null
  readonly problems: ReadonlySet<BasisProblem>
} {
  const problems = new Set<BasisProblem>()
  const validFrom = readMonth(draft.validFrom)
  if (validFrom === null) problems.add('validFrom')
  const pay: BasisChange['pay'] = {}
  for (const item of payItemSchema.options) {
    const text = draft.pay[item].trim()
    const amount = text === '' ? null : parseYuan(text)
    if (text !== '' && amount === null) problems.add(item)
    if (text !== '' || clears) pay[item] = amount
  }
  const grade = draft.grade.trim()
  const change: BasisChange = {
    pay,
    ...(draft.memberClass === '' ? {} : { memberClass: draft.memberClass }),
    ...(grade === '' && !clears ? {} : { grade: grade === '' ? null : grade }),
  }
  const note = draft.note.trim() || null
  return { basis: problems.size === 0 && validFrom !== null ? { validFrom, change, note } : null, problems }
}

/** Whether a change names anything at all. */
export function changesAnything({ memberClass, grade, pay }: BasisChange): boolean {
  return memberClass !== undefined || grade !== undefined || Object.keys(pay).length > 0
}
