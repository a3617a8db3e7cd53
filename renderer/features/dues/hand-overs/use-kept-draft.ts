import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { HandOverDraft } from '../../../../shared/contract/dues/hand-overs'
import type { HandOverId } from '../../../../shared/model/id'
import { api } from '../../../client'
import { errorCodeOf } from '../../../components/error-text'

/** How often, and after how many milliseconds, saving is tried again while a long import is being written. */
const RETRIES = 200
const RETRY_AFTER = 500

/** A draft that is stored with every change; what is stored later waits for what was before. */
export function useKeptDraft(id: HandOverId, initial: HandOverDraft) {
  const queryClient = useQueryClient()
  const [draft, setDraft] = useState(initial)
  const scope = { id: `hand-over-${id}` }
  const save = useMutation({
    ...api.dues.handOvers.saveDraft.mutationOptions(),
    scope,
    retry: (count, error) => errorCodeOf(error) === 'BUSY' && count < RETRIES,
    retryDelay: RETRY_AFTER,
    onSettled: () => queryClient.invalidateQueries({ queryKey: api.dues.handOvers.drafts.key() }),
  })

  function change(changes: Partial<HandOverDraft>) {
    const next = { ...draft, ...changes }
    setDraft(next)
    save.mutate({ id, draft: next })
  }

  const state = save.isError ? 'notSaved' : save.isPending ? 'saving' : 'saved'
  return { draft, change, state, scope } as const
}
