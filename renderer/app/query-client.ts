import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query'
import { api } from '../client'
import { errorCodeOf } from '../components/error-text'

/** The backend is on this PC: nothing is retried, and nothing is stale until something is written. */
export function createQueryClient(): QueryClient {
  // Whatever finds the record locked leads back to the page that unlocks it.
  const onError = (error: unknown) => {
    if (errorCodeOf(error) === 'BRANCH_LOCKED') void queryClient.invalidateQueries({ queryKey: api.access.state.key() })
  }
  const queryClient = new QueryClient({
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({ onError }),
    defaultOptions: {
      queries: { retry: false, staleTime: Infinity, refetchOnWindowFocus: false, networkMode: 'always' },
      mutations: { retry: false, networkMode: 'always' },
    },
  })
  return queryClient
}
