import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import type { MaskedMember } from '../../../shared/model/member'
import { api } from '../../client'
import { ReasonDialog } from '../../components/ReasonDialog'
import { useUndo } from '../../components/use-undo'

interface RemoveMemberDialogProps {
  readonly member: MaskedMember
  readonly onClose: () => void
}

/** Removes a record made by mistake; asks for the reason, the program then asks once more outside the page. */
export function RemoveMemberDialog({ member, onClose }: RemoveMemberDialogProps) {
  const { t } = useTranslation(['members', 'common'])
  const navigate = useNavigate()
  const queryClient = useQueryClient()
  const { offerUndo } = useUndo()
  const remove = useMutation(
    api.members.remove.mutationOptions({
      onSuccess: async ({ batchId }) => {
        await navigate('/members')
        offerUndo(t('removed', { name: member.name }), batchId)
        await queryClient.invalidateQueries()
      },
    }),
  )
  return (
    <ReasonDialog
      title={t('removeTitle', { name: member.name })}
      text={t('removeText')}
      okText={t('common:remove')}
      danger
      reasons={[t('removeReasonTwice'), t('removeReasonMistake')]}
      error={remove.error}
      busy={remove.isPending}
      onReason={(reason) => remove.mutate({ id: member.id, reason })}
      onClose={onClose}
    />
  )
}
