import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Form, Input, Radio } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CareGiftId } from '../../../../shared/model/id'
import { api } from '../../../client'
import { FormDialog } from '../../../components/FormDialog'
import { FormField } from '../../../components/FormField'
import { useErrorToast } from '../../../components/use-error-toast'
import { useUndo } from '../../../components/use-undo'

interface PayerDialogProps {
  readonly ids: readonly CareGiftId[]
  readonly onDone: () => void
  readonly onClose: () => void
}

/** Says who paid gifts where that was not this union. */
export function PayerDialog({ ids, onDone, onClose }: PayerDialogProps) {
  const { t } = useTranslation('gifts')
  const queryClient = useQueryClient()
  const { offerUndo } = useUndo()
  const [isOurs, setOurs] = useState(false)
  const [paidBy, setPaidBy] = useState('')
  const [tried, setTried] = useState(false)
  const isWrong = !isOurs && paidBy.trim() === ''
  const setPayer = useMutation(
    api.care.gifts.setPayer.mutationOptions({
      onSuccess: ({ batchId }) => {
        offerUndo(t('changed'), batchId)
        onDone()
        return queryClient.invalidateQueries()
      },
      onError: useErrorToast(),
    }),
  )

  function save() {
    setTried(true)
    if (!isWrong) setPayer.mutate({ ids: [...ids], paidBy: isOurs ? null : paidBy.trim() })
  }

  return (
    <FormDialog
      title={t('payer.title', { count: ids.length })}
      width={520}
      dirty={paidBy !== ''}
      busy={setPayer.isPending}
      onSave={save}
      onClose={onClose}
    >
      <Form component={false} layout="vertical">
        <Radio.Group
          aria-label={t('payer.act')}
          value={isOurs}
          onChange={({ target }) => setOurs(target.value === true)}
          options={[
            { value: false, label: t('payment.others') },
            { value: true, label: t('payer.ours') },
          ]}
        />
        {!isOurs && (
          <FormField
            label={t('paidBy')}
            hint={t('hint.paidBy')}
            error={tried && isWrong ? t('problem.paidBy') : null}
            required
          >
            {(control) => (
              <Input {...control} maxLength={60} value={paidBy} onChange={({ target }) => setPaidBy(target.value)} />
            )}
          </FormField>
        )}
      </Form>
    </FormDialog>
  )
}
