import type { BranchDatabase } from '../../../../db/branch-database'
import { duesEntryQueries } from '../../../../db/queries/dues/entries'
import { arrearsQueries, type DebtorRow } from '../../../../db/queries/dues/arrears'
import { failure } from '../../../../shared/contract/errors'
import { daySchema, type Day } from '../../../../shared/model/date'
import type { DuesEntry } from '../../../../shared/model/dues'
import type { SentencePart } from '../../../../shared/model/dues-sentence'
import type { MemberId } from '../../../../shared/model/id'
import { addMonths, monthOf } from '../../../../shared/rules/date'
import { CHARTER_MONTHS, isStricterThanCharter } from '../../../../shared/rules/dues/arrears-course'
import { sentenceOf } from '../../../../shared/rules/dues/sentence'
import { conditionsOn, reckon, type Conditions, type Reckoned } from './conditions'
import { replay } from './debtors'

/** A member as they stand, with the sentence that says so. Throws NOT_FOUND. */
export function reckonMember(
  db: BranchDatabase,
  memberId: MemberId,
  conditions: Conditions,
): Reckoned & { readonly sentence: SentencePart[]; readonly ledger: readonly DuesEntry[] } {
  const row = requireDebtor(db, memberId)
  const ledger = duesEntryQueries(db).ledger(memberId)
  const replayed = replay(ledger)
  const reckoned = reckon(row, replayed, conditions)
  const { standing, exempt } = reckoned
  return {
    ...reckoned,
    ledger,
    sentence: sentenceOf({ standing, allocation: replayed.allocation, exempt, today: conditions.today }),
  }
}

/** How a member stands, see the contract. Throws NOT_FOUND. */
export function memberArrears(db: BranchDatabase, memberId: MemberId, today: Day) {
  const conditions = conditionsOn(db, today, memberId)
  const { sentence, ledger, debtor } = reckonMember(db, memberId, conditions)
  const named = new Set(sentence.flatMap(({ entryIds }) => entryIds))
  const { terms } = conditions
  return {
    sentence,
    entries: ledger.filter(({ id }) => named.has(id)),
    debtor,
    terms,
    isStricter: isStricterThanCharter(terms),
    steps: [...(conditions.steps.get(memberId) ?? [])].reverse(),
    activities: attended(db, memberId, today),
  }
}

/** The member's part in organisational life in the months that the charter looks at. */
export function attended(db: BranchDatabase, memberId: MemberId, today: Day) {
  const from = daySchema.parse(`${addMonths(monthOf(today), -CHARTER_MONTHS)}-01`)
  return arrearsQueries(db).attended.all({ memberId, from, to: today })
}

function requireDebtor(db: BranchDatabase, memberId: MemberId): DebtorRow {
  const row = arrearsQueries(db).member.get(memberId)
  if (row === undefined) throw failure('NOT_FOUND')
  return row
}
