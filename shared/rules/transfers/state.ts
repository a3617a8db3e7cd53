import type { TransferDecision, TransferState } from '../../model/transfer'

/** What a hub knows of a transfer, whatever of it came first. */
export interface TransferFacts {
  /** The request as the member's branch has it; null where its row is not there, or not any more. */
  readonly request: { readonly isUnionKnown: boolean; readonly isWithdrawn: boolean } | null
  /** What the branch that was asked says. */
  readonly answer: TransferDecision | null
  /** Whether the union above decided that the member goes over. */
  readonly isForced: boolean
  /** Whether the hub handed the member over: the epoch that nothing brings back. */
  readonly wasHandedOver: boolean
  /** Whether the branch that was asked has the member on its roll by this transfer; proof of a hand-over. */
  readonly isTakenOver: boolean
  /** Whether it had, and undid it. */
  readonly isHandedBack: boolean
  /** Whether the person is a member of the branch that asks, and went nowhere else meanwhile. */
  readonly isMember: boolean
}

/** How far a transfer is: the one rule of transfers, see `federation/PROTOCOL.md`. Pure; no clock decides. */
export function transferState(facts: TransferFacts): TransferState {
  if (facts.isTakenOver) return 'accepted'
  if (facts.wasHandedOver) return facts.isHandedBack ? 'returned' : 'accepted'
  if (facts.request === null || facts.request.isWithdrawn) return 'withdrawn'
  if (!facts.request.isUnionKnown) return 'unknownUnion'
  if (!facts.isMember) return 'lapsed'
  if (facts.isForced || facts.answer === 'accepted') return 'accepted'
  return facts.answer === 'refused' ? 'refused' : 'asked'
}

/** Whether the branch may ask for the member anew, or elsewhere. */
export function isTransferOver(state: TransferState): boolean {
  switch (state) {
    case 'withdrawn':
    case 'refused':
    case 'lapsed':
    case 'returned':
      return true
    case 'unknownUnion':
    case 'asked':
    case 'accepted':
      return false
  }
}
