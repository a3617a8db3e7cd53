import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Attendance } from '../../../../shared/model/activity'
import type { ActivityId, MemberId, ParticipationId } from '../../../../shared/model/id'
import { api } from '../../../client'
import { useErrorToast } from '../../../components/use-error-toast'
import { useUndo } from '../../../components/use-undo'
import { useSignUp } from './use-sign-up'

/** What is done with the participants of an activity. */
export function useParticipantActs(id: ActivityId) {
  const { t } = useTranslation('activities')
  const queryClient = useQueryClient()
  const { offerUndo } = useUndo()
  const onError = useErrorToast()
  const signUp = useSignUp()
  const marking = useMutation(
    api.activities.people.mark.mutationOptions({ onSuccess: () => queryClient.invalidateQueries(), onError }),
  )
  const removing = useMutation(
    api.activities.people.remove.mutationOptions({
      onSuccess: ({ batchId }, { participationIds }) => {
        offerUndo(t('participantsRemoved', { count: participationIds.length }), batchId)
        return queryClient.invalidateQueries()
      },
      onError,
    }),
  )

  return {
    /** Null marks everybody. */
    mark: (participationIds: ParticipationId[] | null, attendance: Attendance) =>
      marking.mutate({ id, participationIds, attendance }),
    remove: (participationIds: ParticipationId[], onDone: () => void) =>
      removing.mutate({ id, participationIds }, { onSuccess: onDone }),
    add: (memberIds: MemberId[], onDone: () => void) =>
      signUp.mutate({ id, memberIds }, { onSuccess: onDone, onError }),
    isAdding: signUp.isPending,
  }
}
