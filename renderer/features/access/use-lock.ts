import { useMutation, useQueryClient } from '@tanstack/react-query'
import { api } from '../../client'
import { useErrorToast } from '../../components/use-error-toast'

/** Closes the record; what was read of it leaves the memory of the page as well. */
export function useLock() {
  const queryClient = useQueryClient()
  return useMutation(
    api.access.lock.mutationOptions({ onSuccess: () => queryClient.resetQueries(), onError: useErrorToast() }),
  )
}
