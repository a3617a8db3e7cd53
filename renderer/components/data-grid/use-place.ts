import { useLayoutEffect, useRef, type RefObject } from 'react'
import { leavePlace } from './last-place'

/** Reads another list from its top, and remembers the place in a list when its page is left. */
export function usePlace(scroller: RefObject<HTMLElement | null>, listKey: string, active: number | null): void {
  const shown = useRef({ listKey, active })
  useLayoutEffect(() => {
    if (shown.current.listKey !== listKey) scroller.current?.scrollTo({ top: 0 })
    shown.current = { listKey, active }
  }, [scroller, listKey, active])

  useLayoutEffect(
    () => () => {
      // The element is still there when its page is being taken away.
      const offset = scroller.current?.scrollTop ?? 0
      leavePlace(shown.current.listKey, { offset, active: shown.current.active })
    },
    [scroller],
  )
}
