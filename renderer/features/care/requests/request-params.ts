import { useSearchParams } from 'react-router'
import { z } from 'zod'
import { requestViewSchema } from '../../../../shared/contract/care/requests'
import { daySchema } from '../../../../shared/model/date'

const text = z.string().max(200).nullable().catch(null)
const day = daySchema.nullable().catch(null)

const paramsSchema = z.object({
  show: z.enum(['list', 'figures']).catch('list'),
  view: requestViewSchema.catch('open'),
  from: day,
  until: day,
  topic: text,
  /** Empty for those that nobody handles yet. */
  owner: text,
  department: text,
})
export type RequestParams = z.infer<typeof paramsSchema>

/** What of the requests is shown, in the address of the page, so that figures and tasks elsewhere can open it. */
export function useRequestParams() {
  const [params, setParams] = useSearchParams()
  const names = Object.keys(paramsSchema.shape)
  const chosen = paramsSchema.parse(Object.fromEntries(names.map((name) => [name, params.get(name)])))

  function choose(changes: Partial<RequestParams>) {
    setParams(
      (before) => {
        const next = new URLSearchParams(before)
        for (const [name, value] of Object.entries(changes)) {
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
