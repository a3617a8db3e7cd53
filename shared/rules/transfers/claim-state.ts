import type { ClaimState, TransferDecision, TransferState } from '../../model/transfer'

/** What a hub knows of a claim, whatever of it came first. */
export interface ClaimFacts {
  /** The claim as the branch that asks has it; null where its row is not there, or not any more. */
  readonly claim: { readonly isUnionKnown: boolean; readonly isWithdrawn: boolean } | null
  /** How far the transfer of the same id is; null where there is none. */
  readonly transfer: TransferState | null
  /** What the member's union says beside it. */
  readonly answer: TransferDecision | null
}

/** How far a claim is: the one rule of claims, see `federation/PROTOCOL.md`. Pure; no clock decides. */
export function claimState({ claim, transfer, answer }: ClaimFacts): ClaimState {
  if (transfer === 'accepted' || transfer === 'returned') return transfer
  if (claim === null || claim.isWithdrawn) return 'withdrawn'
  if (!claim.isUnionKnown) return 'unknownUnion'
  return answer === 'refused' || answer === 'notFound' ? answer : 'asked'
}

/** Whether the member's union may still answer, or answer anew. */
export function isClaimOpen(state: ClaimState): boolean {
  switch (state) {
    case 'asked':
    case 'refused':
    case 'notFound':
      return true
    case 'unknownUnion':
    case 'withdrawn':
    case 'accepted':
    case 'returned':
      return false
  }
}
