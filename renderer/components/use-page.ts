import { useState } from 'react'
import type { Page } from '../../shared/model/page'

/** Which page of a long list is shown. */
export interface ShownPage {
  /** From 1. */
  readonly number: number
  readonly size: number
  /** What a procedure takes. */
  readonly input: Page
  readonly show: (number: number) => void
}

/** The first page at first. */
export function usePage(size = 20): ShownPage {
  const [number, show] = useState(1)
  return { number, size, input: { offset: (number - 1) * size, limit: size }, show }
}
