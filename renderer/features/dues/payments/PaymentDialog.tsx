import { useMutation, useQuery, useQueryClient, skipToken } from '@tanstack/react-query'
import { Form, Input, Modal, Radio, Select } from 'antd'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { paymentMethodSchema } from '../../../../shared/model/dues'
import type { MemberId } from '../../../../shared/model/id'
import { dayOf } from '../../../../shared/rules/date'
import { api } from '../../../client'
import { ErrorNotice } from '../../../components/ErrorNotice'
import { FormField } from '../../../components/FormField'
import { MoneyInput } from '../../../components/MoneyInput'
import { PartialDateInput } from '../../../components/PartialDateInput'
import { useUndo } from '../../../components/use-undo'
import { formatYuan } from '../../../components/yuan'
import { newPaymentDraft, readPaymentDraft, type PaymentDraft, type PaymentProblem } from './payment-draft'

interface PaymentDialogProps {
  readonly memberIds: readonly MemberId[]
  readonly open: boolean
  /** Told once the payment is recorded. */
  readonly onPaid?: () => void
  readonly onClose: () => void
}

/** Records a payment of each of the members. */
export function PaymentDialog(props: PaymentDialogProps) {
  return props.open ? <OpenPaymentDialog {...props} /> : null
}

function OpenPaymentDialog({ memberIds, onPaid, onClose }: PaymentDialogProps) {
  const { t } = useTranslation(['dues', 'fields', 'common'])
  const formId = useId()
  const queryClient = useQueryClient()
  const { offerUndo } = useUndo()
  const [today] = useState(() => dayOf(new Date()))
  const [draft, setDraft] = useState(() => newPaymentDraft(today))
  const [tried, setTried] = useState(false)
  const { payment, problems } = readPaymentDraft(draft, today)
  const [only] = memberIds
  const ledger = useQuery(
    api.dues.payments.ledger.queryOptions({
      input: only === undefined || memberIds.length > 1 ? skipToken : { memberId: only },
    }),
  )
  const pay = useMutation(
    api.dues.payments.record.mutationOptions({
      onSuccess: ({ batchId, members, amount }) => {
        offerUndo(t('pay.done', { count: members, amount: formatYuan(amount) }), batchId)
        onPaid?.()
        onClose()
        return queryClient.invalidateQueries()
      },
    }),
  )

  function change(changes: Partial<PaymentDraft>) {
    setDraft((before) => ({ ...before, ...changes }))
  }

  function problem(...names: PaymentProblem[]): string | null {
    const name = tried ? names.find((one) => problems.has(one)) : undefined
    return name === undefined ? null : t(`pay.problem.${name}`)
  }

  function save() {
    setTried(true)
    if (payment !== null) pay.mutate({ memberIds: [...memberIds], ...payment })
  }

  const owed = ledger.data === undefined || ledger.data.balance <= 0 ? null : formatYuan(ledger.data.balance)
  return (
    <Modal
      open
      title={t('pay.titleFor', { count: memberIds.length })}
      okText={t('pay.save')}
      cancelText={t('common:cancel')}
      confirmLoading={pay.isPending}
      okButtonProps={{ htmlType: 'submit', form: formId }}
      onCancel={onClose}
    >
      <Form id={formId} layout="vertical" onFinish={save}>
        <FormField
          label={t('pay.of')}
          hint={draft.of === 'owed' && memberIds.length > 1 ? t('pay.owedHint') : undefined}
        >
          {(control) => (
            <Radio.Group
              id={control.id}
              value={draft.of}
              onChange={({ target }) => change({ of: target.value === 'amount' ? 'amount' : 'owed' })}
              options={[
                { value: 'owed', label: owed === null ? t('pay.owed') : t('pay.owedAmount', { amount: owed }) },
                { value: 'amount', label: t('pay.amount') },
              ]}
            />
          )}
        </FormField>
        {draft.of === 'amount' && (
          <FormField label={t('pay.amountLabel')} error={problem('amount')} hint={t('pay.amountHint')} required>
            {(control) => <MoneyInput {...control} value={draft.amount} onChange={(amount) => change({ amount })} />}
          </FormField>
        )}
        <FormField label={t('pay.method')}>
          {(control) => (
            <Select
              id={control.id}
              value={draft.method}
              onChange={(method) => change({ method })}
              options={paymentMethodSchema.options.map((value) => ({ value, label: t(`fields:method.${value}`) }))}
            />
          )}
        </FormField>
        <FormField label={t('pay.paidOn')} error={problem('paidOn', 'future')} required>
          {(control) => (
            <PartialDateInput {...control} value={draft.paidOn} onChange={(paidOn) => change({ paidOn })} />
          )}
        </FormField>
        <FormField label={t('pay.note')} hint={t('pay.noteHint')}>
          {(control) => (
            <Input
              {...control}
              maxLength={200}
              value={draft.note}
              onChange={({ target }) => change({ note: target.value })}
            />
          )}
        </FormField>
      </Form>
      {pay.isError && <ErrorNotice error={pay.error} />}
    </Modal>
  )
}
