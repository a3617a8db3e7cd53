import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Attendance } from '../../../../shared/model/activity'
import type { ActivityId, BatchId, ParticipationId } from '../../../../shared/model/id'
import { api } from '../../../client'
import { useErrorToast } from '../../../components/use-error-toast'
import { useUndo } from '../../../components/use-undo'

/** Tells what was done to people of an activity, with the way back where it was done to several at once. */
export function usePeopleTold() {
  const { message } = App.useApp()
  const queryClient = useQueryClient()
  const { offerUndo } = useUndo()
  return (text: string, batchId: BatchId | null) => {
    if (batchId === null) void message.success(text)
    else offerUndo(text, batchId)
    return queryClient.invalidateQueries()
  }
}

/** What is done with the participants of an activity. */
export function usePeopleActs(id: ActivityId) {
  const { t } = useTranslation('activityPeople')
  const queryClient = useQueryClient()
  const told = usePeopleTold()
  const onError = useErrorToast()
  const mark = useMutation(
    api.activities.people.mark.mutationOptions({
      onSuccess: ({ batchId, marked }, { attendance }) =>
        batchId === null
          ? queryClient.invalidateQueries()
          : told(t(`marked.${attendance}`, { count: marked }), batchId),
      onError,
    }),
  )
  const remove = useMutation(
    api.activities.people.remove.mutationOptions({
      onSuccess: ({ batchId }, { participationIds }) => told(t('removed', { count: participationIds.length }), batchId),
      onError,
    }),
  )
  const moveUp = useMutation(
    api.activities.people.moveUp.mutationOptions({
      onSuccess: ({ batchId, moved }) => told(t('movedUp', { count: moved }), batchId),
      onError,
    }),
  )
  const moveBack = useMutation(
    api.activities.people.moveBack.mutationOptions({
      onSuccess: ({ batchId, moved }) => told(t('movedBack', { count: moved }), batchId),
      onError,
    }),
  )
  return {
    /** Null marks everybody of whom nothing is said yet. */
    mark: (participationIds: ParticipationId[] | null, attendance: Attendance) =>
      mark.mutate({ id, participationIds, attendance }),
    remove: (participationIds: ParticipationId[], onDone: () => void) =>
      remove.mutate({ id, participationIds }, { onSuccess: onDone }),
    /** Null as many as there are places. */
    moveUp: (participationIds: ParticipationId[] | null) => moveUp.mutate({ id, participationIds }),
    moveBack: (participationIds: ParticipationId[]) => moveBack.mutate({ id, participationIds }),
    isMoving: moveUp.isPending || moveBack.isPending,
  }
}
