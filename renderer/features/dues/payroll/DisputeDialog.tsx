import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { MemberId, PayrollListId } from '../../../../shared/model/id'
import { addMonths } from '../../../../shared/rules/date'
import { monthsIn } from '../../../../shared/rules/dues/payroll'
import type { MonthSpan } from '../../../../shared/rules/dues/stated-months'
import { api } from '../../../client'
import { ReasonDialog } from '../../../components/ReasonDialog'
import { useUndo } from '../../../components/use-undo'
import { useMonthsText } from './use-months-text'

interface DisputeDialogProps {
  readonly memberIds: readonly MemberId[]
  readonly span: MonthSpan
  /** The posted list that it is about. */
  readonly payrollListId: PayrollListId | null
  readonly onClose: () => void
}

/** Marks months of members as disputed, with the reason. */
export function DisputeDialog({ memberIds, span, payrollListId, onClose }: DisputeDialogProps) {
  const { t } = useTranslation('payroll')
  const monthsText = useMonthsText()
  const queryClient = useQueryClient()
  const { offerUndo } = useUndo()
  const open = useMutation(
    api.dues.disputes.open.mutationOptions({
      onSuccess: ({ batchId, disputes }) => {
        offerUndo(t('dispute.done', { count: disputes }), batchId)
        onClose()
        return queryClient.invalidateQueries()
      },
    }),
  )
  const months = Array.from({ length: monthsIn(span) }, (_, step) => addMonths(span.from, step))
  return (
    <ReasonDialog
      title={t('dispute.openTitle', { count: memberIds.length })}
      text={t('dispute.openText', { months: monthsText(span) })}
      okText={t('dispute.ok')}
      reasons={[t('dispute.reasons.deducted'), t('dispute.reasons.amount'), t('dispute.reasons.asked')]}
      error={open.error}
      busy={open.isPending}
      onReason={(reason) => open.mutate({ memberIds: [...memberIds], months, payrollListId, reason })}
      onClose={onClose}
    />
  )
}
