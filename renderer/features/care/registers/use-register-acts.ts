import { useQueryClient } from '@tanstack/react-query'
import type { BatchId } from '../../../../shared/model/id'
import { useUndo } from '../../../components/use-undo'

/** What follows every act on a register: it can be taken back, and the lists are read anew. */
export function useRegisterActs(): (done: string, batchId: BatchId) => Promise<void> {
  const queryClient = useQueryClient()
  const { offerUndo } = useUndo()
  return (done, batchId) => {
    offerUndo(done, batchId)
    return queryClient.invalidateQueries()
  }
}
