import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App } from 'antd'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import type { FundEntry } from '../../../../shared/model/fund'
import { api } from '../../../client'
import { ReasonDialog } from '../../../components/ReasonDialog'

interface ReverseEntryDialogProps {
  readonly entry: FundEntry
  readonly onClose: () => void
}

/** Takes an entry of the book back, with the reason, and opens the reversal. */
export function ReverseEntryDialog({ entry, onClose }: ReverseEntryDialogProps) {
  const { t } = useTranslation('funds')
  const { message } = App.useApp()
  const navigate = useNavigate()
  const queryClient = useQueryClient()
  const reverse = useMutation(
    api.funds.book.reverse.mutationOptions({
      onSuccess: async ({ id }) => {
        void message.success(t('reverse.done'))
        onClose()
        await navigate(`/funds/entries/${id}`)
        await queryClient.invalidateQueries()
      },
    }),
  )
  return (
    <ReasonDialog
      title={t('reverse.title', { summary: entry.summary })}
      text={t('reverse.text')}
      okText={t('reverse.act')}
      reasons={[t('reverse.usual.amount'), t('reverse.usual.twice'), t('reverse.usual.category')]}
      error={reverse.error}
      busy={reverse.isPending}
      onReason={(reason) => reverse.mutate({ id: entry.id, reason })}
      onClose={onClose}
    />
  )
}
