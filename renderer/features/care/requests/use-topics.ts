import { useQuery } from '@tanstack/react-query'
import { requestTopic } from '../../../../shared/codes'
import { api } from '../../../client'

/** The topics offered: those of the list, then what was typed besides. */
export function useTopics(): readonly string[] {
  const typed = useQuery(api.care.requests.topics.queryOptions())
  return [...requestTopic.values, ...(typed.data ?? [])]
}
