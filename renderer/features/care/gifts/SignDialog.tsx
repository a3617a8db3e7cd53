import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Checkbox, Form, Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { daySchema, type Day } from '../../../../shared/model/date'
import type { CareGiftId } from '../../../../shared/model/id'
import { api } from '../../../client'
import { FormDialog } from '../../../components/FormDialog'
import { FormField } from '../../../components/FormField'
import { parsePartialDate } from '../../../components/partial-date'
import { PartialDateInput } from '../../../components/PartialDateInput'
import { useErrorToast } from '../../../components/use-error-toast'
import { useUndo } from '../../../components/use-undo'

interface SignDialogProps {
  readonly ids: readonly CareGiftId[]
  readonly today: Day
  readonly onDone: () => void
  readonly onClose: () => void
}

/** Notes when gifts were signed for, one or all at once, and who signed where that was somebody else. */
export function SignDialog({ ids, today, onDone, onClose }: SignDialogProps) {
  const { t } = useTranslation('gifts')
  const queryClient = useQueryClient()
  const { offerUndo } = useUndo()
  const [on, setOn] = useState<string>(today)
  const [receivedBy, setReceivedBy] = useState('')
  const [isTakenBack, setTakenBack] = useState(false)
  const [tried, setTried] = useState(false)
  const day = daySchema.safeParse(parsePartialDate(on)).data ?? null
  const isWrong = !isTakenBack && (day === null || day > today)
  const sign = useMutation(
    api.care.gifts.sign.mutationOptions({
      onSuccess: ({ batchId }) => {
        offerUndo(t(isTakenBack ? 'sign.takenBack' : 'sign.done', { count: ids.length }), batchId)
        onDone()
        return queryClient.invalidateQueries()
      },
      onError: useErrorToast(),
    }),
  )

  function save() {
    setTried(true)
    if (isWrong) return
    sign.mutate({
      ids: [...ids],
      signedOn: isTakenBack ? null : day,
      receivedBy: isTakenBack ? null : receivedBy.trim() || null,
    })
  }

  return (
    <FormDialog
      title={t('sign.title', { count: ids.length })}
      width={520}
      dirty={on !== today || receivedBy !== ''}
      busy={sign.isPending}
      onSave={save}
      onClose={onClose}
    >
      <Form component={false} layout="vertical">
        {!isTakenBack && (
          <>
            <FormField label={t('sign.on')} error={tried && isWrong ? t('problem.signedOn') : null} required>
              {(control) => <PartialDateInput {...control} value={on} onChange={setOn} />}
            </FormField>
            <FormField label={t('receivedBy')} hint={t('hint.receivedBy')}>
              {(control) => (
                <Input
                  {...control}
                  maxLength={60}
                  value={receivedBy}
                  onChange={({ target }) => setReceivedBy(target.value)}
                />
              )}
            </FormField>
          </>
        )}
        <Checkbox checked={isTakenBack} onChange={({ target }) => setTakenBack(target.checked)}>
          {t('sign.takeBack')}
        </Checkbox>
      </Form>
    </FormDialog>
  )
}
