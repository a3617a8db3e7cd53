import type { BranchDatabase } from '../../../../db/branch-database'
import { duesRuleQueries } from '../../../../db/queries/dues/rules'
import { memberQueries } from '../../../../db/queries/members'
import { transferQueries } from '../../../../db/queries/transfers'
import { now, partialDateSchema, type Day } from '../../../../shared/model/date'
import type { TransferResult } from '../../../../shared/model/transfer'
import { monthOf } from '../../../../shared/rules/date'
import { ruleOfMonth } from '../../../../shared/rules/dues/validity'
import { isEventAllowed } from '../../../../shared/rules/membership'
import { handOverMonths, leavingDay } from '../../../../shared/rules/transfers/dues-months'

/** The rule of dues in the month of a day, as far as joining and leaving go. */
export function duesFormulaOn(db: BranchDatabase, day: Day) {
  return ruleOfMonth(duesRuleQueries(db).all(), monthOf(day))?.formula ?? null
}

/**
 * Keeps how far a request of this branch is. Once the member went over, or came back, the event is recorded as a batch; an
 * event that is there already, or does not follow any more, is not.
 */
export function keepResult(db: BranchDatabase, hubId: string, result: TransferResult): void {
  transferQueries(db).putResult.run({ id: result.id, body: JSON.stringify(result), at: now() })
  const { memberId, event, handedOverOn, duesUntil, toUnion } = result
  const queries = memberQueries(db)
  const member = queries.get.get(memberId)
  if (event === null || handedOverOn === null || member === undefined) return
  const events = queries.events.all(memberId)
  const isNext = isEventAllowed(events.length === 0 ? 'active' : member.status, event.type)
  if (!isNext || events.some(({ id }) => id === event.id)) return
  const formula = duesFormulaOn(db, handedOverOn)
  const leftOn = leavingDay(handedOverOn, handOverMonths(handedOverOn, duesUntil), formula?.leaving ?? 'sameMonth')
  db.writeBatch(
    {
      kind: 'transfer',
      title: event.type === 'transferOut' ? `${member.name} → ${toUnion}` : `${toUnion} → ${member.name}`,
    },
    () => {
      queries.insertEvent.run({
        ...event,
        memberId,
        // Who is given back was never away: both events have one day, and no month is lost.
        date:
          events.findLast(({ type }) => type === 'transferOut' && event.type === 'transferIn')?.date ??
          partialDateSchema.parse(leftOn),
        decidedOn: partialDateSchema.parse(handedOverOn),
        reason: event.type === 'transferOut' ? reasonOf(db, result) : null,
        documentNumber: null,
        otherUnion: toUnion.slice(0, 100),
      })
      return { count: 1, result: null }
    },
    { actor: hubId },
  )
}

function reasonOf(db: BranchDatabase, { id }: TransferResult): string | null {
  return transferQueries(db).get.get(id)?.reason ?? null
}
