import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App, Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { BatchId } from '../../shared/model/id'
import { api } from '../client'
import { UndoPreview } from '../features/batches/UndoPreview'
import { useErrorToast } from './use-error-toast'

/** Taking a batch back. */
export function useUndo() {
  const { t } = useTranslation()
  const { notification, modal } = App.useApp()
  const queryClient = useQueryClient()
  const showError = useErrorToast()
  const undo = useMutation(
    api.batches.undo.mutationOptions({ onSuccess: () => queryClient.invalidateQueries(), onError: showError }),
  )

  function take(id: BatchId, done: 'undone' | 'redone') {
    return undo.mutateAsync({ id }).then(
      ({ batchId, undone, kept }) =>
        notification.success({
          title: t(done, { count: undone }) + (kept.total > 0 ? t('undoneKept', { count: kept.total }) : ''),
          // The window's pages are addressed behind the #, also from outside of them.
          actions: kept.total > 0 && <a href={`#/log/${batchId}?show=kept`}>{t('seeKept')}</a>,
        }),
      // The mutation tells what went wrong.
      () => undefined,
    )
  }

  /** Tells what was done in a corner of the window, with a button to take it back. */
  function offerUndo(done: string, batchId: BatchId) {
    notification.success({
      key: batchId,
      title: done,
      duration: 10,
      actions: (
        <Button
          onClick={() => {
            notification.destroy(batchId)
            void take(batchId, 'undone')
          }}
        >
          {t('undo')}
        </Button>
      ),
    })
  }

  /** Shows what taking a batch back would do, and does it when that is wanted. */
  function askUndo({ id, title, isRedo = false }: { id: BatchId; title: string; isRedo?: boolean }) {
    modal.confirm({
      title,
      content: <UndoPreview id={id} />,
      icon: null,
      width: 560,
      okText: t(isRedo ? 'redo' : 'undo'),
      okButtonProps: { danger: !isRedo },
      focusable: { autoFocusButton: 'cancel' },
      onOk: () => take(id, isRedo ? 'redone' : 'undone'),
    })
  }

  return { offerUndo, askUndo, isUndoing: undo.isPending, isUndone: undo.isSuccess }
}
