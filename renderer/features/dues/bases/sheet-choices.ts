import type { MatchedPayRow, MemberBasis, PaySheet } from '../../../../shared/contract/dues/bases'
import type { Month } from '../../../../shared/model/date'
import type { MemberId } from '../../../../shared/model/id'
import { changedBasis, isSameBasis, type BasisChange, type BasisContent } from '../../../../shared/rules/dues/basis'

/** Whom a person said rows are about, by their place in the list; null for nobody. */
export type SheetChoices = ReadonlyMap<number, MemberId | null>

/** What becomes of a row. */
export type RowGroup =
  | 'changed'
  | 'same'
  | 'toChoose' // a person has to say whom it is about
  | 'repeated' // another row about the same member is written
  | 'unknown' // nobody of the record
  | 'leftOut' // a person said that it is about nobody here
  | 'empty' // nothing in it could be read

export interface SheetRow {
  readonly index: number
  readonly row: MatchedPayRow
  readonly group: RowGroup
  readonly member: MemberBasis | null
  readonly before: BasisContent | null
  readonly after: BasisContent | null
  /** Whether a basis that begins in the very month is replaced. */
  readonly replaces: boolean
}

/** What a row changes. */
export function changeOf({ memberClass, grade, pay }: MatchedPayRow): BasisChange {
  return { pay, ...(memberClass === null ? {} : { memberClass }), ...(grade === null ? {} : { grade }) }
}

/** What becomes of each row as things stand. */
export function sheetRows({ rows, members }: PaySheet, month: Month, choices: SheetChoices): SheetRow[] {
  const byId = new Map(members.map((member) => [member.memberId, member]))
  const taken = new Set<MemberId>()
  return rows.map((row, index) => {
    const memberId = memberOf(row, choices.get(index))
    const member = memberId === null ? null : (byId.get(memberId) ?? null)
    if (member === null) {
      return {
        index,
        row,
        group: groupWithout(row, choices.has(index)),
        member,
        before: null,
        after: null,
        replaces: false,
      }
    }
    const before = member.basis
    const after = changedBasis(before, changeOf(row))
    const known = { index, row, member, before, after, replaces: before?.validFrom === month }
    if (taken.has(member.memberId)) return { ...known, group: 'repeated' }
    if (isEmpty(row)) return { ...known, group: 'empty' }
    taken.add(member.memberId)
    return { ...known, group: isSameBasis(before, after) ? 'same' : 'changed' }
  })
}

function memberOf({ match }: MatchedPayRow, chosen: MemberId | null | undefined): MemberId | null {
  if (chosen !== undefined) return chosen
  return match.kind === 'matched' || match.kind === 'repeated' ? match.memberId : null
}

function groupWithout({ match }: MatchedPayRow, isChosen: boolean): RowGroup {
  if (isChosen) return 'leftOut'
  return match.kind === 'unknown' ? 'unknown' : 'toChoose'
}

function isEmpty({ memberClass, grade, pay }: MatchedPayRow): boolean {
  return memberClass === null && grade === null && Object.keys(pay).length === 0
}
