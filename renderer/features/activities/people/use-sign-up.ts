import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App } from 'antd'
import { useTranslation } from 'react-i18next'
import { api } from '../../../client'
import { useUndo } from '../../../components/use-undo'

/** Signs members up for an activity and tells how many are new, with a way to take it back. */
export function useSignUp() {
  const { t } = useTranslation('activities')
  const { message } = App.useApp()
  const queryClient = useQueryClient()
  const { offerUndo } = useUndo()
  return useMutation(
    api.activities.people.signUp.mutationOptions({
      onSuccess: ({ batchId, added }) => {
        if (added === 0) void message.info(t('addedNobody'))
        else offerUndo(t('added', { count: added }), batchId)
        return queryClient.invalidateQueries()
      },
    }),
  )
}
