import type { MemberFilterInput, MemberSort } from '../../../shared/contract/members'

interface ExportDialogProps {
  readonly filter: MemberFilterInput
  readonly sort: MemberSort
  /** How many members the filter finds. */
  readonly total: number
  readonly open: boolean
  readonly onClose: () => void
}

/** Saves the members of a filter as a workbook. */
export function ExportDialog(_props: ExportDialogProps) {
  return null
}
