import { z } from 'zod'
import type { ArrearsPaper } from '../../../../shared/contract/dues/arrears'
import { memberIdSchema } from '../../../../shared/model/id'

/** The page on which a paper of arrears is printed; its state names the members. */
export function paperPath(paper: ArrearsPaper): string {
  return `/dues/arrears/papers/${paper}`
}

/** Of whom the paper is. */
export const paperStateSchema = z.object({ memberIds: z.array(memberIdSchema).min(1) })
