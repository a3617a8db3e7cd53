import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App, Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { BatchId } from '../../shared/model/id'
import { api } from '../client'
import { useErrorToast } from './use-error-toast'

/**
 * Taking a batch back. `offerUndo` tells what was done in a corner of the window, with a button to take it back;
 * `undo` takes it back at once.
 */
export function useUndo() {
  const { t } = useTranslation()
  const { notification } = App.useApp()
  const queryClient = useQueryClient()
  const showError = useErrorToast()
  const undo = useMutation(
    api.batches.undo.mutationOptions({
      onSuccess: ({ undone, kept }) => {
        notification.success({
          title: t('undone', { count: undone }) + (kept.total > 0 ? t('undoneKept', { kept: kept.total }) : ''),
        })
        return queryClient.invalidateQueries()
      },
      onError: showError,
    }),
  )

  function offerUndo(done: string, batchId: BatchId) {
    notification.success({
      key: batchId,
      title: done,
      duration: 10,
      actions: (
        <Button
          onClick={() => {
            notification.destroy(batchId)
            undo.mutate({ id: batchId })
          }}
        >
          {t('undo')}
        </Button>
      ),
    })
  }

  return { offerUndo, undo }
}
