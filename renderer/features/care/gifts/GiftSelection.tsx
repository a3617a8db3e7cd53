import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App, Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CareGiftId } from '../../../../shared/model/id'
import { dayOf } from '../../../../shared/rules/date'
import { api } from '../../../client'
import type { Selection } from '../../../components/data-grid'
import panel from '../../../components/panel.module.css'
import { useErrorToast } from '../../../components/use-error-toast'
import { useUndo } from '../../../components/use-undo'
import { BookGiftsDialog } from './BookGiftsDialog'
import { PayerDialog } from './PayerDialog'
import { SignDialog } from './SignDialog'

interface GiftSelectionProps {
  readonly selection: Selection<CareGiftId>
  readonly onPrint: () => void
}

/** What is done with the gifts that are chosen. */
export function GiftSelection({ selection, onPrint }: GiftSelectionProps) {
  const { t } = useTranslation(['gifts', 'common'])
  const queryClient = useQueryClient()
  const { modal } = App.useApp()
  const { offerUndo } = useUndo()
  const [dialog, setDialog] = useState<'sign' | 'book' | 'payer' | null>(null)
  const ids = [...selection.ids]
  const remove = useMutation(
    api.care.gifts.remove.mutationOptions({
      onSuccess: ({ batchId }) => {
        offerUndo(t('removed', { count: ids.length }), batchId)
        selection.clear()
        return queryClient.invalidateQueries()
      },
      onError: useErrorToast(),
    }),
  )

  function close() {
    setDialog(null)
    selection.clear()
  }

  const shared = { ids, onDone: close, onClose: () => setDialog(null) }
  return (
    <div className={panel.selection} role="status">
      {ids.length > 0 && (
        <>
          <strong>{t('common:grid.selected', { count: ids.length })}</strong>
          <Button type="primary" onClick={() => setDialog('sign')}>
            {t('sign.act')}
          </Button>
          <Button onClick={() => setDialog('book')}>{t('booking.act')}</Button>
          <Button onClick={() => setDialog('payer')}>{t('payer.act')}</Button>
          <Button onClick={onPrint}>{t('signOff.print')}</Button>
          <Button
            danger
            loading={remove.isPending}
            onClick={() =>
              modal.confirm({
                title: t('removeAsk', { count: ids.length }),
                content: t('removeText'),
                okText: t('common:remove'),
                okButtonProps: { danger: true },
                focusable: { autoFocusButton: 'cancel' },
                onOk: () => remove.mutateAsync({ ids }).then(undefined, () => undefined),
              })
            }
          >
            {t('common:remove')}
          </Button>
          <Button type="link" onClick={selection.clear}>
            {t('common:grid.clearSelection')}
          </Button>
        </>
      )}
      {dialog === 'sign' && <SignDialog {...shared} today={dayOf(new Date())} />}
      {dialog === 'book' && <BookGiftsDialog {...shared} />}
      {dialog === 'payer' && <PayerDialog {...shared} />}
    </div>
  )
}
