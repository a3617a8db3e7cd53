import { useEffect, useState } from 'react'

/** Seconds left of a wait, counted down by the second; starts anew when `seconds` changes. */
export function useCountdown(seconds: number): number {
  const [start, setStart] = useState({ seconds, left: seconds })
  if (start.seconds !== seconds) setStart({ seconds, left: seconds })
  const { left } = start
  useEffect(() => {
    if (left <= 0) return
    const timer = setTimeout(() => setStart((before) => ({ ...before, left: before.left - 1 })), 1000)
    return () => clearTimeout(timer)
  }, [left])
  return left
}
