import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App } from 'antd'
import { useTranslation } from 'react-i18next'
import type { MembershipEvent } from '../../../shared/model/membership'
import { api } from '../../client'
import { ReasonDialog } from '../../components/ReasonDialog'

interface RevokeEventDialogProps {
  readonly event: MembershipEvent
  readonly onClose: () => void
}

/** Takes back the latest membership event, entered by mistake. */
export function RevokeEventDialog({ event, onClose }: RevokeEventDialogProps) {
  const { t } = useTranslation(['members', 'fields'])
  const { message } = App.useApp()
  const queryClient = useQueryClient()
  const revoke = useMutation(
    api.members.revokeEvent.mutationOptions({
      onSuccess: () => {
        void message.success(t('eventRevoked'))
        onClose()
        return queryClient.invalidateQueries()
      },
    }),
  )
  return (
    <ReasonDialog
      title={t('revokeTitle', { event: t(`fields:event.${event.type}`) })}
      text={t('revokeText')}
      okText={t('revoke')}
      reasons={[t('revokeReasonTyped'), t('revokeReasonOther')]}
      error={revoke.error}
      busy={revoke.isPending}
      onReason={(reason) => revoke.mutate({ id: event.memberId, eventId: event.id, reason })}
      onClose={onClose}
    />
  )
}
