import { App } from 'antd'
import { useTranslation } from 'react-i18next'
import { useProgress } from '../../../components/use-progress'

type SaveEvent =
  | { readonly kind: 'progress'; readonly done: number; readonly total: number | null }
  | { readonly kind: 'result'; readonly result: { readonly fileName: string } | null }

/** Follows the writing of a workbook and says where it went. */
export function useSave(start: (options: { signal: AbortSignal }) => Promise<AsyncIterable<SaveEvent>>) {
  const { t } = useTranslation('payroll')
  const { notification } = App.useApp()
  const { run, progress, error } = useProgress()

  async function save() {
    const saved = await run(start)
    if (saved !== undefined && saved !== null) {
      notification.success({ title: t('deductions.saved', { name: saved.fileName }) })
    }
  }

  return { save: () => void save(), progress, error }
}
