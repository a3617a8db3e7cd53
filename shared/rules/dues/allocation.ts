import type { Day, Month } from '../../model/date'
import type { ChosenMonth, DuesEntry } from '../../model/dues'
import type { DuesEntryId } from '../../model/id'
import { fenSchema, type Fen } from '../../model/money'

/** What the allocation reads of a line of the ledger. */
export type LedgerLine = Pick<DuesEntry, 'id' | 'kind' | 'amount' | 'month' | 'paidOn' | 'chosenMonths' | 'reversesId'>

/** A charged month and what was set off against it; `open` is `charged - waived - paid`, never below zero. */
export interface MonthAllocation {
  readonly month: Month
  readonly charged: Fen
  readonly waived: Fen
  readonly paid: Fen
  readonly open: Fen
  /** The payments that paid it, in the order in which they did. */
  readonly parts: readonly { readonly entryId: DuesEntryId; readonly paidOn: Day | null; readonly amount: Fen }[]
}

/** A payment and the months it paid; `amount` is what `covers`, `refunded` and `left` come to. */
export interface PaymentAllocation {
  readonly entryId: DuesEntryId
  readonly paidOn: Day | null
  readonly amount: Fen
  readonly covers: readonly ChosenMonth[]
  readonly refunded: Fen
  /** Carried for later months. */
  readonly left: Fen
}

/** `balance` is `owed + overRefunded - credit - overWaived`, and the sum of the lines. */
export interface Allocation {
  /** In their order, without those whose charge was taken back. */
  readonly months: readonly MonthAllocation[]
  /** In the order of recording, without those taken back. */
  readonly payments: readonly PaymentAllocation[]
  /** Open on charged months. */
  readonly owed: Fen
  /** Paid ahead 预缴. */
  readonly credit: Fen
  /** Given back by refunds whose payment was taken back since. */
  readonly overRefunded: Fen
  /** Waived of months beyond what is charged for them now: it waits for a new charge of the month and is no money. */
  readonly overWaived: Fen
  readonly balance: Fen
  /** The last charged month that is covered together with all charged months before it. */
  readonly paidThrough: Month | null
  /** The oldest open month. */
  readonly since: Month | null
  readonly openMonths: number
}

interface MonthState {
  readonly month: Month
  charged: number
  waived: number
  /** Fen by payment. */
  readonly parts: Map<PaymentState, number>
}

interface PaymentState {
  readonly line: LedgerLine
  left: number
}

interface RefundState {
  /** What no payment's credit stands for. */
  open: number
  readonly from: Map<PaymentState, number>
}

/**
 * Says which payment paid which charge by replaying a member's lines in the order of recording, so that a later line never
 * changes what was set off before, except by taking a line back or waiving a month that is paid already.
 *
 * A charge uses up the credit of earlier payments, oldest payment first. A payment goes to the months chosen for it, then
 * to the oldest open ones; what is left is credit. A refund takes from the newest credit. What a reversal or waiver frees
 * is set off again, oldest open month first.
 */
export function allocate(lines: readonly LedgerLine[]): Allocation {
  const replay = new Replay()
  for (const line of lines) replay.add(line)
  return replay.result()
}

class Replay {
  readonly #lines = new Map<DuesEntryId, LedgerLine>()
  readonly #months = new Map<Month, MonthState>()
  readonly #payments = new Map<DuesEntryId, PaymentState>()
  readonly #refunds = new Map<DuesEntryId, RefundState>()
  #balance = 0

  add(line: LedgerLine): void {
    this.#lines.set(line.id, line)
    this.#balance += line.amount
    switch (line.kind) {
      case 'charge':
        this.#monthOf(line).charged += line.amount
        break
      case 'waiver':
        this.#waive(line, 0 - line.amount)
        break
      case 'payment':
        this.#pay(line)
        break
      case 'refund':
        this.#refund(line)
        break
      case 'reversal':
        this.#reverse(line)
        break
    }
    this.#settle()
  }

  result(): Allocation {
    const payments = [...this.#payments.values()]
    const states = [...this.#months.values()]
    const months = states.filter(({ charged }) => charged > 0).sort(byMonth)
    const open = months.filter((month) => openOf(month) > 0)
    const since = open[0]?.month ?? null
    return {
      months: months.map((state) => ({
        month: state.month,
        charged: fen(state.charged),
        waived: fen(Math.min(state.waived, state.charged)),
        paid: fen(paidOf(state)),
        open: fen(openOf(state)),
        parts: [...state.parts].map(([{ line }, amount]) => ({
          entryId: line.id,
          paidOn: line.paidOn,
          amount: fen(amount),
        })),
      })),
      payments: payments.map((payment) => ({
        entryId: payment.line.id,
        paidOn: payment.line.paidOn,
        amount: fen(0 - payment.line.amount),
        covers: months.flatMap(({ month, parts }) => {
          const amount = parts.get(payment)
          return amount === undefined ? [] : [{ month, amount: fen(amount) }]
        }),
        refunded: fen(total([...this.#refunds.values()].map(({ from }) => from.get(payment) ?? 0))),
        left: fen(payment.left),
      })),
      owed: fen(total(open.map(openOf))),
      credit: fen(total(payments.map(({ left }) => left))),
      overRefunded: fen(total([...this.#refunds.values()].map((refund) => refund.open))),
      overWaived: fen(total(states.map(({ charged, waived }) => Math.max(0, waived - charged)))),
      balance: fen(this.#balance),
      paidThrough: months.findLast(({ month }) => since === null || month < since)?.month ?? null,
      since,
      openMonths: open.length,
    }
  }

  #pay(line: LedgerLine): void {
    const payment = { line, left: 0 - line.amount }
    this.#payments.set(line.id, payment)
    for (const { month, amount } of line.chosenMonths ?? []) {
      const state = this.#months.get(month)
      if (state !== undefined) setOff(payment, state, amount)
    }
  }

  #refund(line: LedgerLine): void {
    const refund: RefundState = { open: line.amount, from: new Map() }
    this.#refunds.set(line.id, refund)
    for (const payment of [...this.#payments.values()].reverse()) giveBack(payment, refund)
  }

  #waive(line: LedgerLine, amount: number): void {
    const month = this.#monthOf(line)
    month.waived += amount
    release(month)
  }

  #reverse(reversal: LedgerLine): void {
    const line = reversal.reversesId === null ? undefined : this.#lines.get(reversal.reversesId)
    if (line === undefined) throw new Error('A reversal without the line that it takes back')
    switch (line.kind) {
      case 'charge': {
        const month = this.#monthOf(line)
        month.charged -= line.amount
        release(month)
        break
      }
      case 'waiver':
        this.#waive(line, line.amount)
        break
      case 'payment': {
        const payment = this.#payments.get(line.id)
        if (payment === undefined) break
        this.#payments.delete(line.id)
        for (const { parts } of this.#months.values()) parts.delete(payment)
        for (const refund of this.#refunds.values()) {
          refund.open += refund.from.get(payment) ?? 0
          refund.from.delete(payment)
        }
        break
      }
      case 'refund':
        for (const [payment, amount] of this.#refunds.get(line.id)?.from ?? []) payment.left += amount
        this.#refunds.delete(line.id)
        break
      case 'reversal':
        throw new Error('A reversal is not taken back')
    }
  }

  /** Sets credit off against what is open: oldest payment first, oldest month first, then refunds without credit. */
  #settle(): void {
    const credits = [...this.#payments.values()].filter(({ left }) => left > 0)
    if (credits.length === 0) return
    const open = [...this.#months.values()].filter((month) => openOf(month) > 0).sort(byMonth)
    for (const payment of credits) {
      for (const month of open) setOff(payment, month, payment.left)
      for (const refund of this.#refunds.values()) giveBack(payment, refund)
    }
  }

  #monthOf({ month }: LedgerLine): MonthState {
    if (month === null) throw new Error('A charge or waiver without its month')
    const known = this.#months.get(month)
    if (known !== undefined) return known
    const state = { month, charged: 0, waived: 0, parts: new Map<PaymentState, number>() }
    this.#months.set(month, state)
    return state
  }
}

/** Sets a payment off against a month, at most `limit` of it. */
function setOff(payment: PaymentState, month: MonthState, limit: number): void {
  const amount = Math.min(payment.left, limit, openOf(month))
  if (amount <= 0) return
  payment.left -= amount
  month.parts.set(payment, (month.parts.get(payment) ?? 0) + amount)
}

function giveBack(payment: PaymentState, refund: RefundState): void {
  const amount = Math.min(payment.left, refund.open)
  if (amount <= 0) return
  payment.left -= amount
  refund.open -= amount
  refund.from.set(payment, (refund.from.get(payment) ?? 0) + amount)
}

/** Frees what payments paid beyond what the month still asks for, the last to pay first. */
function release(month: MonthState): void {
  let excess = paidOf(month) - Math.max(0, month.charged - month.waived)
  for (const [payment, paid] of [...month.parts].reverse()) {
    if (excess <= 0) return
    const freed = Math.min(excess, paid)
    excess -= freed
    payment.left += freed
    if (freed === paid) month.parts.delete(payment)
    else month.parts.set(payment, paid - freed)
  }
}

function paidOf({ parts }: MonthState): number {
  return total(parts.values())
}

function openOf(month: MonthState): number {
  return Math.max(0, month.charged - month.waived) - paidOf(month)
}

function byMonth(left: MonthState, right: MonthState): number {
  return left.month < right.month ? -1 : 1
}

function total(amounts: Iterable<number>): number {
  let sum = 0
  for (const amount of amounts) sum += amount
  return sum
}

function fen(amount: number): Fen {
  return fenSchema.parse(amount)
}
