import { useQuery } from '@tanstack/react-query'
import { api } from '../../client'

/**
 * How the branch stands to the hub, kept up to date as it changes. The stream never ends, so that a refetch of
 * everything must not wait for it.
 */
export function useFederationState() {
  return useQuery(api.federation.watch.experimental_liveOptions({ retry: false, staleTime: 'static' }))
}
