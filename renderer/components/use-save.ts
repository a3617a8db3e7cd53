import { App } from 'antd'
import { useProgress, type ProgressEvent } from './use-progress'

interface SavedFile {
  readonly fileName: string
}

/**
 * Follows the writing of a file and says where it went. `save` answers what was written, or null when no place was
 * chosen, it was called off or failed.
 */
export function useSave() {
  const { notification } = App.useApp()
  const { run, ...work } = useProgress()

  async function save<Saved extends SavedFile>(
    start: (options: { signal: AbortSignal }) => Promise<AsyncIterable<ProgressEvent<Saved | null>>>,
    text: (saved: Saved) => string,
  ): Promise<Saved | null> {
    const saved = (await run(start)) ?? null
    if (saved !== null) notification.success({ title: text(saved) })
    return saved
  }

  return { save, ...work }
}
