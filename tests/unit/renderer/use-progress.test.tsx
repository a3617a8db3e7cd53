import { act, cleanup, renderHook } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { useProgress } from '../../../renderer/components/use-progress'

afterEach(cleanup)

/** Work that goes on one step at a time, when the test says so. */
function steppedWork(total: number) {
  const steps: (() => void)[] = []
  async function* work(signal: AbortSignal) {
    for (let done = 1; done <= total; done++) {
      await new Promise<void>((resolve, reject) => {
        steps.push(resolve)
        signal.addEventListener('abort', () => reject(new Error('aborted')))
      })
      yield { kind: 'progress' as const, done, total }
    }
    yield { kind: 'result' as const, result: 'all done' }
  }
  return {
    start: ({ signal }: { signal: AbortSignal }) => Promise.resolve(work(signal)),
    step: () => act(async () => Promise.resolve(steps.shift()?.())),
  }
}

/** Begins work inside the hook; its answer comes wrapped, so that beginning does not wait for it. */
function begin(hook: { current: ReturnType<typeof useProgress> }, start: Parameters<typeof hook.current.run>[0]) {
  return act(async () => Promise.resolve({ answer: hook.current.run(start) }))
}

describe('long work of the backend', () => {
  it('tells how far it is and answers its result', async () => {
    const { result: hook } = renderHook(useProgress)
    const { start, step } = steppedWork(2)
    expect(hook.current.progress).toBeNull()
    const { answer } = await begin(hook, start)
    expect(hook.current.progress).toMatchObject({ done: 0, total: null })
    await step()
    expect(hook.current.progress).toMatchObject({ done: 1, total: 2 })
    await step()
    expect(await act(() => answer)).toBe('all done')
    expect(hook.current.progress).toBeNull()
    expect(hook.current.error).toBeNull()
  })

  it('that is called off answers nothing and is no error', async () => {
    const { result: hook } = renderHook(useProgress)
    const { start, step } = steppedWork(5)
    const { answer } = await begin(hook, start)
    await step()
    act(() => hook.current.progress?.cancel())
    expect(await act(() => answer)).toBeUndefined()
    expect(hook.current.progress).toBeNull()
    expect(hook.current.error).toBeNull()
  })

  it('that fails leaves its error until the next begins', async () => {
    const { result: hook } = renderHook(useProgress)
    const broken = new Error('broken')
    const { answer } = await begin(hook, () => Promise.reject(broken))
    expect(await act(() => answer)).toBeUndefined()
    expect(hook.current.error).toBe(broken)
    expect(hook.current.progress).toBeNull()

    const { start, step } = steppedWork(1)
    const next = await begin(hook, start)
    expect(hook.current.error).toBeNull()
    await step()
    expect(await act(() => next.answer)).toBe('all done')
  })
})
