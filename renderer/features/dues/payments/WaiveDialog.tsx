import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Form, Input, Modal } from 'antd'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { MemberId } from '../../../../shared/model/id'
import { api } from '../../../client'
import { ErrorNotice } from '../../../components/ErrorNotice'
import { FormField } from '../../../components/FormField'
import panel from '../../../components/panel.module.css'
import { useUndo } from '../../../components/use-undo'
import { formatYuan } from '../../../components/yuan'
import { MonthChoice } from './MonthChoice'
import { readMonths, typedSum, wholeMonths, type OpenMonth, type TypedAmounts } from './payment-draft'

interface WaiveDialogProps {
  readonly memberId: MemberId
  readonly name: string
  readonly open: readonly OpenMonth[]
  readonly onClose: () => void
}

/** Waives open months of a member by decision. */
export function WaiveDialog({ memberId, name, open, onClose }: WaiveDialogProps) {
  const { t } = useTranslation(['payments', 'common'])
  const formId = useId()
  const queryClient = useQueryClient()
  const { offerUndo } = useUndo()
  const [typed, setTyped] = useState<TypedAmounts>(() => wholeMonths(open.slice(0, 1)))
  const [note, setNote] = useState('')
  const [tried, setTried] = useState(false)
  const months = readMonths(typed, open)
  const waive = useMutation(
    api.dues.payments.waive.mutationOptions({
      onSuccess: ({ batchId }) => {
        offerUndo(t('waive.done', { amount: formatYuan(typedSum(typed)) }), batchId)
        onClose()
        return queryClient.invalidateQueries()
      },
    }),
  )

  function save() {
    setTried(true)
    if (months !== null && note.trim() !== '') waive.mutate({ memberId, months, note })
  }

  return (
    <Modal
      open
      title={t('waive.title', { name })}
      okText={t('waive.act')}
      cancelText={t('common:cancel')}
      confirmLoading={waive.isPending}
      okButtonProps={{ htmlType: 'submit', form: formId }}
      onCancel={onClose}
    >
      <p className={panel.lead}>{t('waive.text')}</p>
      <Form id={formId} layout="vertical" onFinish={save}>
        <FormField label={t('months.label')} error={tried && months === null ? t('pay.problem.months') : null} required>
          {() => <MonthChoice open={open} months={typed} onChange={setTyped} />}
        </FormField>
        <FormField
          label={t('waive.reason')}
          error={tried && note.trim() === '' ? t('waive.problem.reason') : null}
          hint={t('waive.reasonHint')}
          required
        >
          {(control) => (
            <Input {...control} maxLength={200} value={note} onChange={({ target }) => setNote(target.value)} />
          )}
        </FormField>
      </Form>
      {waive.isError && <ErrorNotice error={waive.error} />}
    </Modal>
  )
}
