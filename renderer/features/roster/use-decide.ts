import { useMutation } from '@tanstack/react-query'
import type { RosterImportId } from '../../../shared/model/id'
import type { RosterDecision, RosterImport } from '../../../shared/model/roster'
import { api } from '../../client'
import { useErrorToast } from '../../components/use-error-toast'

/** Settles conflicts of an import. */
export function useDecide(id: RosterImportId, onDecided: (found: RosterImport) => void) {
  const mutation = useMutation(api.roster.decide.mutationOptions({ onSuccess: onDecided, onError: useErrorToast() }))
  return {
    decide: (rows: { sheet: string; row: number }[], decision: RosterDecision) =>
      mutation.mutate({ id, rows, decision }),
    isDeciding: mutation.isPending,
  }
}
