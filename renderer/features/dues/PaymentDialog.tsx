import type { MemberId } from '../../../shared/model/id'

interface PaymentDialogProps {
  readonly memberIds: readonly MemberId[]
  readonly open: boolean
  readonly onClose: () => void
}

/** Records a payment of each of the members. */
export function PaymentDialog(_props: PaymentDialogProps) {
  return null
}
