import type { Day } from '../../model/date'
import type { ProviderContract } from '../../model/team'
import { addDays } from '../date'

/** How many days before its end a contract is announced as ending. */
export const ENDING_DAYS = 60

/** How a contract stands on a day. */
export type ContractState = 'coming' | 'valid' | 'ending' | 'ended'

export function contractState(
  { validFrom, validUntil }: Pick<ProviderContract, 'validFrom' | 'validUntil'>,
  today: Day,
): ContractState {
  if (validUntil < today) return 'ended'
  if (validFrom > today) return 'coming'
  return validUntil <= addDays(today, ENDING_DAYS) ? 'ending' : 'valid'
}
