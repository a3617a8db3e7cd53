import { useSearchParams } from 'react-router'
import { z } from 'zod'
import { debtorStandingSchema } from '../../../../shared/contract/dues/arrears'
import { arrearsBandSchema, arrearsDueSchema } from '../../../../shared/model/arrears'
import { monthSchema } from '../../../../shared/model/date'

const text = z.string().max(100).nullable().catch(null)

/** What of the arrears is shown, as the address of the page has it. */
const paramsSchema = z.object({
  view: z.enum(['list', 'groups', 'months']).catch('list'),
  standing: debtorStandingSchema.catch('owes'),
  department: text,
  unionGroup: text,
  band: arrearsBandSchema.nullable().catch(null),
  owes: monthSchema.nullable().catch(null),
  due: arrearsDueSchema.nullable().catch(null),
})
export type ArrearsParams = z.infer<typeof paramsSchema>

/** Everybody who owes. */
export const EVERYBODY: Omit<ArrearsParams, 'view'> = {
  standing: 'owes',
  department: null,
  unionGroup: null,
  band: null,
  owes: null,
  due: null,
}

/** The filter of the arrears in the address of the page, so that figures and tasks elsewhere can open it. */
export function useDebtorFilter() {
  const [params, setParams] = useSearchParams()
  const names = Object.keys(paramsSchema.shape)
  const chosen = paramsSchema.parse(Object.fromEntries(names.map((name) => [name, params.get(name)])))

  function choose(changes: Partial<ArrearsParams>) {
    setParams(
      (before) => {
        const next = new URLSearchParams(before)
        for (const [name, value] of Object.entries(changes)) {
          // A select that is cleared hands over undefined.
          if (typeof value === 'string') next.set(name, value)
          else next.delete(name)
        }
        return next
      },
      { replace: true },
    )
  }

  return { chosen, choose }
}
