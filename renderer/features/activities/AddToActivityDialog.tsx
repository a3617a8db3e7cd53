import type { MemberId } from '../../../shared/model/id'

interface AddToActivityDialogProps {
  readonly memberIds: readonly MemberId[]
  readonly open: boolean
  readonly onClose: () => void
}

/** Signs members up for an activity. */
export function AddToActivityDialog(_props: AddToActivityDialogProps) {
  return null
}
