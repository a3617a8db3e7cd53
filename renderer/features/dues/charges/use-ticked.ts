import { useQuery } from '@tanstack/react-query'
import type { ChargePeriod } from '../../../../shared/contract/dues/charges'
import type { ChargeGroup } from '../../../../shared/model/dues-charge'
import type { MemberId } from '../../../../shared/model/id'
import { fenSchema, type Fen } from '../../../../shared/model/money'
import { api, client } from '../../../client'
import { useSelection } from '../../../components/data-grid'
import type { Selection } from '../../../components/data-grid/use-selection'
import { useErrorToast } from '../../../components/use-error-toast'

/** Who of a list is charged as well because a person ticked them. */
export interface Ticked {
  readonly selection: Selection<MemberId>
  /** Of those ticked who are in the list. */
  readonly memberIds: readonly MemberId[]
  readonly amount: Fen
}

/** People of a list of the preview who can be ticked, with the sum of what a run would add for those ticked. */
export function useTicked({ from, until }: ChargePeriod, list: Extract<ChargeGroup, 'back' | 'difference'>): Ticked {
  const input = { from, until, list }
  const selection = useSelection<MemberId>(async () => {
    const people = await client.dues.charges.amounts(input)
    return people.map(({ memberId }) => memberId)
  }, useErrorToast())
  const amounts = useQuery({
    ...api.dues.charges.amounts.queryOptions({ input }),
    enabled: selection.ids.size > 0,
  })
  const ticked = (amounts.data ?? []).filter(({ memberId }) => selection.ids.has(memberId))
  return {
    selection,
    memberIds: ticked.map(({ memberId }) => memberId),
    amount: fenSchema.parse(ticked.reduce((sum, { amount }) => sum + amount, 0)),
  }
}
