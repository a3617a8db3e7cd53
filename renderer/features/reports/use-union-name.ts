import { useQuery } from '@tanstack/react-query'
import { api } from '../../client'

/** The union that a paper is of. */
export function useUnionName(): string {
  const access = useQuery(api.access.state.queryOptions())
  return access.data?.state === 'open' ? access.data.branch.unionName : ''
}
