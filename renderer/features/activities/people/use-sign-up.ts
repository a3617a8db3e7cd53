import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App } from 'antd'
import { useTranslation } from 'react-i18next'
import { api } from '../../../client'
import { usePeopleTold } from './use-people-acts'

/** Signs members up for an activity and tells how many are new and how many wait, with a way to take it back. */
export function useSignUp() {
  const { t } = useTranslation('activityPeople')
  const { message } = App.useApp()
  const queryClient = useQueryClient()
  const told = usePeopleTold()
  return useMutation(
    api.activities.people.signUp.mutationOptions({
      onSuccess: ({ batchId, added, waiting }) => {
        if (added === 0) {
          void message.info(t('addedNobody'))
          return queryClient.invalidateQueries()
        }
        return told(
          waiting === 0 ? t('added', { count: added }) : t('addedWaiting', { count: added, waiting }),
          batchId,
        )
      },
    }),
  )
}
