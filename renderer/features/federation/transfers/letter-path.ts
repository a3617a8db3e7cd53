import type { TransferId } from '../../../../shared/model/id'

/** The page of the letters of requests. */
export function letterPath(ids: readonly TransferId[]): string {
  return `/federation/letters?ids=${ids.join(',')}`
}
