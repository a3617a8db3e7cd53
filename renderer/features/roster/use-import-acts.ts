import { useMutation } from '@tanstack/react-query'
import type { RosterImportId } from '../../../shared/model/id'
import type { RosterChoices, RosterDecision, RosterImport, RowChoices, RowRepairs } from '../../../shared/model/roster'
import { api } from '../../client'
import { useErrorToast } from '../../components/use-error-toast'

/** Where a row stands in its file. */
export interface Place {
  readonly sheet: string
  readonly row: number
}

/** What a person decides about an import; each act is kept at once and answers the import as it is then. */
export function useImportActs(id: RosterImportId, onChanged: (found: RosterImport) => void) {
  const options = { onSuccess: onChanged, onError: useErrorToast() }
  const decide = useMutation(api.roster.decide.mutationOptions(options))
  const choose = useMutation(api.roster.choose.mutationOptions(options))
  const chooseCells = useMutation(api.roster.chooseCells.mutationOptions(options))
  const repair = useMutation(api.roster.repair.mutationOptions(options))
  return {
    decide: (rows: readonly Place[], decision: RosterDecision | null) =>
      decide.mutate({ id, rows: rows.map(({ sheet, row }) => ({ sheet, row })), decision }),
    choose: (choices: RosterChoices) => choose.mutate({ id, choices }),
    chooseCells: ({ sheet, row }: Place, choices: RowChoices) => chooseCells.mutate({ id, sheet, row, choices }),
    repair: ({ sheet, row }: Place, repairs: RowRepairs) => repair.mutateAsync({ id, sheet, row, repairs }),
    isBusy: [decide, choose, chooseCells, repair].some(({ isPending }) => isPending),
  }
}
