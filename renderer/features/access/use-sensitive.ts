import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { api } from '../../client'
import { useErrorToast } from '../../components/use-error-toast'

/** How often the window asks whether sensitive data is still open, and tells that the person is at work with it. */
const ASK_MS = 20_000

/** Whether sensitive data may be seen now, closing it, and telling that it is in use. */
export function useSensitive() {
  const queryClient = useQueryClient()
  const state = useQuery(api.access.sensitive.state.queryOptions({ refetchInterval: ASK_MS }))
  const close = useMutation(
    api.access.sensitive.close.mutationOptions({ onSuccess: refresh, onError: useErrorToast() }),
  )
  const keepOpen = useMutation(api.access.sensitive.keepOpen.mutationOptions({ onSettled: refresh }))
  const isOpen = state.data?.state === 'open'
  const wasOpen = useRef(false)
  const lastUsed = useRef(0)

  // What was read in the open leaves the memory of the page when it closes, also by itself.
  useEffect(() => {
    if (wasOpen.current && !isOpen && state.isSuccess) void queryClient.resetQueries()
    if (state.isSuccess) wasOpen.current = isOpen
  }, [isOpen, state.isSuccess, queryClient])

  function refresh() {
    return queryClient.invalidateQueries({ queryKey: api.access.sensitive.state.key() })
  }

  function use() {
    const now = Date.now()
    if (!isOpen || now - lastUsed.current < ASK_MS) return
    lastUsed.current = now
    keepOpen.mutate(undefined)
  }

  return { state: state.data, isOpen, close, refresh, use }
}
