import type { BatchOutcome, BranchDatabase } from '../../../../db/branch-database'
import { chargeQueries, type NewCharge } from '../../../../db/queries/dues/charges'
import { duesEntryQueries } from '../../../../db/queries/dues/entries'
import type { ChargePeriod, ChargeRun } from '../../../../shared/contract/dues/charges'
import { failure } from '../../../../shared/contract/errors'
import { daySchema, now, type Day, type Month } from '../../../../shared/model/date'
import { duesEntryIdSchema, newId, type BatchId, type MemberId } from '../../../../shared/model/id'
import { fenSchema, type Fen } from '../../../../shared/model/money'
import { dayOf } from '../../../../shared/rules/date'
import { addedBy, planMonths, type PlannedMonth } from '../../../../shared/rules/dues/charging'
import { bookDayOf } from '../../funds/closing/require-open-month'
import { Turn } from '../../turn'
import { takeBack, writeReversal } from '../payments/reversal'
import { membersToCharge, monthsToCharge } from './members'

/** Members written together. */
const MEMBERS_A_STEP = 50

interface Progress {
  readonly kind: 'progress'
  readonly done: number
  readonly total: number
}

export interface ChargeResult {
  readonly members: number
  readonly lines: number
  readonly amount: Fen
}

/** Charges a period as one batch, in steps that say how many members are done; see the contract. */
export function chargeInSteps(
  db: BranchDatabase,
  { from, until, back, differences, expected }: ChargeRun,
  signal?: AbortSignal,
) {
  const title = from === until ? from : `${from} – ${until}`
  return db.writeBatchInSteps({ kind: 'charge', title }, function* (batchId): Generator<
    Progress,
    BatchOutcome<ChargeResult>,
    void
  > {
    const months = monthsToCharge(db, { from, until })
    if (months.every(({ rule, isEarlier }) => isEarlier || rule === null))
      throw failure('NO_DUES_RULE', { month: from })
    const { memberIds, insertCharges } = chargeQueries(db)
    const ids = memberIds.all()
    const total = ids.length
    yield { kind: 'progress', done: 0, total }
    const writer = new ChargeWriter(db, batchId)
    const [wantedBack, wantedDifferences] = [new Set(back), new Set(differences)]
    const turn = new Turn()
    for (let done = 0; done < total;) {
      const step = ids.slice(done, done + MEMBERS_A_STEP)
      for (const member of membersToCharge(db, step, months)) {
        const { memberId } = member
        writer.write(
          memberId,
          planMonths(months, member).filter(
            ({ group }) =>
              group === 'charge' ||
              (group === 'back' && wantedBack.has(memberId)) ||
              (group === 'difference' && wantedDifferences.has(memberId)),
          ),
        )
      }
      insertCharges(writer.take())
      done += step.length
      if (turn.isOver()) yield { kind: 'progress', done, total }
      signal?.throwIfAborted()
    }
    const { result } = writer
    if (result.members === 0) throw failure('NOTHING_TO_CHARGE')
    if (expected !== null && expected !== result.amount) throw failure('CHARGES_CHANGED')
    return { count: result.lines, result }
  })
}

/** Collects the lines of a run; what it reverses is written at once. */
class ChargeWriter {
  readonly #recordedAt = now()
  readonly #today = dayOf(new Date())
  readonly #bookDays = new Map<Month, Day | null>()
  #members = 0
  #lines = 0
  #amount = 0
  #charges: NewCharge[] = []

  constructor(
    private readonly db: BranchDatabase,
    private readonly batchId: BatchId,
  ) {}

  get result(): ChargeResult {
    return { members: this.#members, lines: this.#lines, amount: fenSchema.parse(this.#amount) }
  }

  /** The charges collected since the last call, to be inserted. */
  take(): readonly NewCharge[] {
    const charges = this.#charges
    this.#charges = []
    return charges
  }

  write(memberId: MemberId, months: readonly PlannedMonth[]): void {
    if (months.length > 0) this.#members += 1
    for (const planned of months) {
      const { month, group, due } = planned
      this.#amount += addedBy(planned)
      if (group === 'difference') this.#takeBack(memberId, month, due.kind === 'due')
      if (due.kind !== 'due') continue
      this.#lines += 1
      this.#charges.push({
        id: newId(duesEntryIdSchema),
        memberId,
        amount: due.amount,
        month,
        ruleId: due.ruleId,
        bookedOn: this.#bookDay(month),
        batchId: this.batchId,
        recordedAt: this.#recordedAt,
      })
    }
  }

  /** What is waived of a month waits for its new charge, and is taken back where there is none. */
  #takeBack(memberId: MemberId, month: Month, isChargedAnew: boolean): void {
    const { entry } = duesEntryQueries(this.db)
    for (const id of chargeQueries(this.db).openCharges.all({ memberId, month })) {
      const line = entry(id)
      if (line === undefined) continue
      if (isChargedAnew) writeReversal(this.db, line, this.batchId, null)
      this.#lines += isChargedAnew ? 1 : takeBack(this.db, line, this.batchId, null)
    }
  }

  #bookDay(month: Month): Day | null {
    const known = this.#bookDays.get(month)
    if (known !== undefined) return known
    const day = bookDayOf(this.db, daySchema.parse(`${month}-01`), this.#today)
    this.#bookDays.set(month, day)
    return day
  }
}

/** Charges a period for whoever is not charged yet, and nothing else. */
export async function chargePeriod(
  db: BranchDatabase,
  period: ChargePeriod,
): Promise<ChargeResult & { readonly batchId: BatchId }> {
  const steps = chargeInSteps(db, { ...period, back: [], differences: [], expected: null })
  let step = await steps.next()
  while (!step.done) step = await steps.next()
  return { ...step.value.result, batchId: step.value.batchId }
}
