import { completed, type BranchDatabase } from '../../../../db/branch-database'
import { arrearsQueries } from '../../../../db/queries/dues/arrears'
import type { ArrearsAct, NotTaken } from '../../../../shared/contract/dues/arrears'
import { failure } from '../../../../shared/contract/errors'
import type { ArrearsStepKind } from '../../../../shared/model/arrears'
import { now, type Day } from '../../../../shared/model/date'
import { arrearsStepIdSchema, newId, type BatchId, type MemberId } from '../../../../shared/model/id'
import { conditionsOn, type Reckoned } from './conditions'
import { reckonMember } from './member'

/** Members reckoned and written between two chances for other work of the process. */
const A_STEP = 100

export interface StepToTake {
  readonly memberIds: readonly MemberId[]
  readonly act: ArrearsAct
  readonly on: Day
  readonly by: string | null
  readonly enteredUntil: Day
}

export interface LeftOut {
  readonly memberId: MemberId
  readonly name: string
  readonly why: NotTaken
}

/** Ends a batch that would write nothing, so that there is none. */
class NobodyLeft extends Error {}

/** Takes a step with members, see the contract. Throws NOT_FOUND, PAYMENTS_NOT_ENTERED, BUSY. */
export async function takeStep(
  db: BranchDatabase,
  { memberIds, act, on, by, enteredUntil }: StepToTake,
): Promise<{ batchId: BatchId | null; taken: MemberId[]; leftOut: LeftOut[] }> {
  const taken: MemberId[] = []
  const leftOut: LeftOut[] = []
  const steps = db.writeBatchInSteps({ kind: 'arrears', title: on }, function* () {
    // Within the transaction: what was paid meanwhile counts, and nothing is paid until the steps are written.
    if (act.kind !== 'talk') requireEntered(db, enteredUntil)
    // Months that began after the last payment entered are not known to be unpaid.
    const conditions = conditionsOn(db, enteredUntil, memberIds.length === 1 ? (memberIds[0] ?? null) : null)
    const recordedAt = now()
    for (const [place, memberId] of [...new Set(memberIds)].entries()) {
      const reckoned = reckonMember(db, memberId, conditions)
      const { debtor, standing } = reckoned
      const why = whyNot(reckoned, act.kind)
      if (why !== null || standing.since === null) {
        leftOut.push({ memberId, name: debtor.name, why: why ?? 'paid' })
      } else {
        arrearsQueries(db).insertStep.run({
          id: newId(arrearsStepIdSchema),
          memberId,
          kind: act.kind,
          on,
          since: standing.since,
          months: standing.owedMonths,
          owed: standing.owed,
          enteredUntil,
          by,
          reason: act.kind === 'talk' ? act.reason : null,
          decision: act.kind === 'decision' ? act.decision : null,
          document: act.kind === 'decision' ? act.document : null,
          recordedAt,
        })
        taken.push(memberId)
      }
      if (place % A_STEP === A_STEP - 1) yield
    }
    if (taken.length === 0) throw new NobodyLeft()
    return { count: taken.length, result: null }
  })
  try {
    return { batchId: (await completed(steps)).batchId, taken, leftOut }
  } catch (error) {
    if (error instanceof NobodyLeft) return { batchId: null, taken, leftOut }
    throw error
  }
}

/** Why a step is not taken with somebody as they stand now; null when it is. */
export function whyNot({ debtor, course }: Reckoned, kind: ArrearsStepKind): NotTaken | null {
  if (debtor.standing !== 'owes') {
    return debtor.owed + debtor.notDue + debtor.disputed + debtor.exempt === 0 ? 'paid' : debtor.standing
  }
  const has = (step: ArrearsStepKind) => course.taken.some((one) => one.kind === step)
  if (kind === 'committeeList' && !has('talk')) return 'noTalk'
  return kind === 'decision' && !has('committeeList') ? 'notListed' : null
}

/** Throws PAYMENTS_NOT_ENTERED while payments up to the day wait in hand-overs or deduction lists. */
function requireEntered(db: BranchDatabase, until: Day): void {
  const { openHandOvers, openPayrollLists } = arrearsQueries(db)
  const waiting = { handOvers: openHandOvers.get(until) ?? 0, lists: openPayrollLists.get(until) ?? 0 }
  if (waiting.handOvers + waiting.lists > 0) throw failure('PAYMENTS_NOT_ENTERED', waiting)
}
