import { useLocation } from 'react-router'
import { z } from 'zod'

const stateSchema = z.object({ origin: z.object({ path: z.string().startsWith('/'), state: z.unknown() }) })

/** The page whose link led here, for links that hand over `{ origin: { path, state } }`; null otherwise. */
export function useOrigin(): { readonly path: string; readonly state: unknown } | null {
  const location = useLocation()
  const parsed = stateSchema.safeParse(location.state)
  return parsed.success ? parsed.data.origin : null
}

/** What a link hands over so that the way back leads to the page it stands on. */
export function useAsOrigin(): { readonly origin: { readonly path: string; readonly state: unknown } } {
  const { pathname, search, ...location } = useLocation()
  return { origin: { path: `${pathname}${search}`, state: location.state } }
}
