import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Batch } from '../../../shared/contract/batches'
import { useUndo } from '../../components/use-undo'

/** Takes a batch back after a look at what that means; nothing for what cannot be taken back. */
export function UndoButton({ batch }: { readonly batch: Batch }) {
  const { t } = useTranslation(['batches', 'common'])
  const { askUndo, isUndoing } = useUndo()
  if (!batch.undoable) return null
  const isRedo = batch.kind === 'undo'
  const title = t(isRedo ? 'redoNamed' : 'undoNamed', { title: batch.title })
  return (
    <Button aria-label={title} loading={isUndoing} onClick={() => askUndo({ id: batch.id, title, isRedo })}>
      {t(isRedo ? 'common:redo' : 'common:undo')}
    </Button>
  )
}
