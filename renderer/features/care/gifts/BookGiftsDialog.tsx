import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Form } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CareGiftId } from '../../../../shared/model/id'
import { dayOf } from '../../../../shared/rules/date'
import { api } from '../../../client'
import { FormDialog } from '../../../components/FormDialog'
import panel from '../../../components/panel.module.css'
import { useErrorToast } from '../../../components/use-error-toast'
import { useUndo } from '../../../components/use-undo'
import { BookingFields } from './BookingFields'
import { newBookingDraft, readBooking } from './gift-draft'

interface BookGiftsDialogProps {
  readonly ids: readonly CareGiftId[]
  readonly onDone: () => void
  readonly onClose: () => void
}

/** Books gifts as one spending, with what each member received of it. */
export function BookGiftsDialog({ ids, onDone, onClose }: BookGiftsDialogProps) {
  const { t } = useTranslation('gifts')
  const queryClient = useQueryClient()
  const { offerUndo } = useUndo()
  const [today] = useState(() => dayOf(new Date()))
  const [initial] = useState(() => newBookingDraft('birthday', today, ''))
  const [draft, setDraft] = useState(initial)
  const [tried, setTried] = useState(false)
  const { booking, problems } = readBooking(draft, today)
  const book = useMutation(
    api.care.gifts.book.mutationOptions({
      onSuccess: ({ batchId, booked }) => {
        offerUndo(t('booking.done', { count: ids.length, number: booked.voucherNumber }), batchId)
        onDone()
        return queryClient.invalidateQueries()
      },
      onError: useErrorToast(),
    }),
  )

  function save() {
    setTried(true)
    if (booking !== null) book.mutate({ ids: [...ids], booking })
  }

  return (
    <FormDialog
      title={t('booking.title', { count: ids.length })}
      width={760}
      dirty={draft !== initial}
      busy={book.isPending}
      onSave={save}
      onClose={onClose}
    >
      <p className={panel.quiet}>{t('booking.text')}</p>
      <Form component={false} layout="vertical">
        <BookingFields
          draft={draft}
          problem={(name) => (tried && problems.has(name) ? t(`problem.${name}`) : null)}
          onChange={(changes) => setDraft((before) => ({ ...before, ...changes }))}
        />
      </Form>
    </FormDialog>
  )
}
