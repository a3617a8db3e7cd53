import { useMutation } from '@tanstack/react-query'
import { useNavigate } from 'react-router'
import type { CommitteeSummary } from '../../../../shared/contract/officers/committees'
import { dayOf } from '../../../../shared/rules/date'
import { ruleOn } from '../../../../shared/rules/officers/rules'
import { api } from '../../../client'
import { useWritten } from '../use-written'

/** Begins the election 换届 of a committee's next term and opens its file. */
export function useStartElection() {
  const navigate = useNavigate()
  const { written, onError } = useWritten()
  const add = useMutation(
    api.officers.committees.add.mutationOptions({
      onSuccess: (saved) => {
        void navigate(`/officers/committees/${saved.id}`)
        return written(saved)
      },
      onError,
    }),
  )
  return {
    isPending: add.isPending,
    start: ({ kind, unitId, term, delegateQuota }: CommitteeSummary) =>
      add.mutate({
        kind,
        unitId,
        term: term + 1,
        electedOn: null,
        years: ruleOn('usualTerm', dayOf(new Date())).number,
        approvedOn: null,
        approvalDocument: null,
        postponedTo: null,
        postponementDocument: null,
        endedOn: null,
        delegateQuota,
        note: null,
      }),
  }
}
