import { useState } from 'react'

export type ProgressEvent<Result> =
  | { readonly kind: 'progress'; readonly done: number; readonly total: number | null }
  | { readonly kind: 'result'; readonly result: Result }

export interface Progress {
  readonly done: number
  /** Null while the whole is not known yet. */
  readonly total: number | null
  readonly cancel: () => void
}

/**
 * Follows long work of the backend. `run` answers its result, or undefined when it was cancelled or failed; `progress`
 * is null while nothing runs, and `error` what the last run failed with.
 */
export function useProgress() {
  const [progress, setProgress] = useState<Progress | null>(null)
  const [error, setError] = useState<unknown>(null)

  async function run<Result>(
    start: (options: { signal: AbortSignal }) => Promise<AsyncIterable<ProgressEvent<Result>>>,
  ): Promise<Result | undefined> {
    const controller = new AbortController()
    const cancel = () => controller.abort()
    setError(null)
    setProgress({ done: 0, total: null, cancel })
    try {
      for await (const event of await start({ signal: controller.signal })) {
        if (event.kind === 'result') return event.result
        setProgress({ done: event.done, total: event.total, cancel })
      }
    } catch (failed) {
      if (!controller.signal.aborted) setError(failed)
    } finally {
      setProgress(null)
    }
    return undefined
  }

  return { run, progress, error, clearError: () => setError(null) }
}
