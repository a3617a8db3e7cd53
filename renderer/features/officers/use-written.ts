import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { BatchId } from '../../../shared/model/id'
import { useErrorToast } from '../../components/use-error-toast'
import { useUndo } from '../../components/use-undo'

/** What follows an act of this capability: everything is read anew, and the act can be taken back. */
export function useWritten() {
  const { t } = useTranslation('common')
  const queryClient = useQueryClient()
  const { offerUndo } = useUndo()
  const onError = useErrorToast()
  return {
    onError,
    /** @param text what was done */
    written: ({ batchId }: { readonly batchId: BatchId }, text: string = t('saved')) => {
      offerUndo(text, batchId)
      return queryClient.invalidateQueries()
    },
  }
}
