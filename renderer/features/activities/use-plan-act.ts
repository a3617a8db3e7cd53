import { useQueryClient } from '@tanstack/react-query'
import type { BatchId } from '../../../shared/model/id'
import { useUndo } from '../../components/use-undo'

/** What follows an act on a plan: it is told with a way to take it back, and the pages show what is new. */
export function usePlanAct() {
  const queryClient = useQueryClient()
  const { offerUndo } = useUndo()
  return (done: string, batchId: BatchId) => {
    offerUndo(done, batchId)
    return queryClient.invalidateQueries()
  }
}
