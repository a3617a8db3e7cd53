import { useSearchParams } from 'react-router'
import type { z } from 'zod'

/** Which lines of a register are shown; it stands in the address of the page, so that tasks elsewhere can open it. */
export function useRegisterView<View extends string>(
  schema: z.ZodType<View>,
  usual: View,
): [View, (view: View) => void] {
  const [params, setParams] = useSearchParams()
  const view = schema.catch(usual).parse(params.get('view'))
  return [view, (chosen) => setParams((before) => ({ ...Object.fromEntries(before), view: chosen }), { replace: true })]
}
