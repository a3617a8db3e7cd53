import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Form, Input, Modal, Select } from 'antd'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { paymentMethodSchema, type PaymentMethod } from '../../../../shared/model/dues'
import type { MemberId } from '../../../../shared/model/id'
import type { Fen } from '../../../../shared/model/money'
import { dayOf } from '../../../../shared/rules/date'
import { api } from '../../../client'
import { ErrorNotice } from '../../../components/ErrorNotice'
import { FormField } from '../../../components/FormField'
import { MoneyInput } from '../../../components/MoneyInput'
import panel from '../../../components/panel.module.css'
import { PartialDateInput } from '../../../components/PartialDateInput'
import { useUndo } from '../../../components/use-undo'
import { formatYuan, yuanText } from '../../../components/yuan'
import { parseSum, readDay } from './payment-draft'

interface RefundDialogProps {
  readonly memberId: MemberId
  readonly name: string
  readonly credit: Fen
  readonly onClose: () => void
}

/** By hand money is not given back through payroll. */
const methods = paymentMethodSchema.exclude(['payroll']).options

/** Gives back what a member paid ahead, with the reason. */
export function RefundDialog({ memberId, name, credit, onClose }: RefundDialogProps) {
  const { t } = useTranslation(['payments', 'fields', 'common'])
  const formId = useId()
  const queryClient = useQueryClient()
  const { offerUndo } = useUndo()
  const [today] = useState(() => dayOf(new Date()))
  const [amount, setAmount] = useState(yuanText(credit))
  const [paidOn, setPaidOn] = useState<string>(today)
  const [method, setMethod] = useState<PaymentMethod>('cash')
  const [note, setNote] = useState('')
  const [tried, setTried] = useState(false)
  const sum = parseSum(amount)
  const day = readDay(paidOn, today)
  const isTooMuch = sum === null || sum > credit
  const refund = useMutation(
    api.dues.payments.refund.mutationOptions({
      onSuccess: ({ batchId }) => {
        offerUndo(t('refund.done', { amount: formatYuan(sum ?? credit) }), batchId)
        onClose()
        return queryClient.invalidateQueries()
      },
    }),
  )

  function save() {
    setTried(true)
    if (isTooMuch || day.day === null || note.trim() === '') return
    refund.mutate({ memberId, amount: sum, paidOn: day.day, method, note })
  }

  return (
    <Modal
      open
      title={t('refund.title', { name })}
      okText={t('refund.act')}
      cancelText={t('common:cancel')}
      confirmLoading={refund.isPending}
      okButtonProps={{ htmlType: 'submit', form: formId }}
      onCancel={onClose}
    >
      <p className={panel.lead}>{t('refund.text', { amount: formatYuan(credit) })}</p>
      <Form id={formId} layout="vertical" onFinish={save}>
        <FormField label={t('refund.amount')} error={tried && isTooMuch ? t('refund.problem.amount') : null} required>
          {(control) => <MoneyInput {...control} value={amount} onChange={setAmount} />}
        </FormField>
        <FormField label={t('refund.method')}>
          {(control) => (
            <Select
              id={control.id}
              value={method}
              onChange={setMethod}
              options={methods.map((value) => ({ value, label: t(`fields:method.${value}`) }))}
            />
          )}
        </FormField>
        <FormField
          label={t('refund.paidOn')}
          error={tried && day.problem !== null ? t(`pay.problem.${day.problem}`) : null}
          required
        >
          {(control) => <PartialDateInput {...control} value={paidOn} onChange={setPaidOn} />}
        </FormField>
        <FormField
          label={t('refund.reason')}
          error={tried && note.trim() === '' ? t('refund.problem.reason') : null}
          hint={t('refund.reasonHint')}
          required
        >
          {(control) => (
            <Input {...control} maxLength={200} value={note} onChange={({ target }) => setNote(target.value)} />
          )}
        </FormField>
      </Form>
      {refund.isError && <ErrorNotice error={refund.error} />}
    </Modal>
  )
}
