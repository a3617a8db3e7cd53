import { useMutation, useQuery, useQueryClient, skipToken } from '@tanstack/react-query'
import { Checkbox, Form, Input, Modal, Radio, Select } from 'antd'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { PAYERS_MAX, type PaymentCheck, type PaymentRequest } from '../../../../shared/contract/dues/payments'
import { paymentMethodSchema } from '../../../../shared/model/dues'
import type { MemberId } from '../../../../shared/model/id'
import { dayOf } from '../../../../shared/rules/date'
import { allocate } from '../../../../shared/rules/dues/allocation'
import { api, client } from '../../../client'
import { ErrorNotice } from '../../../components/ErrorNotice'
import { FormField } from '../../../components/FormField'
import { MoneyInput } from '../../../components/MoneyInput'
import { PartialDateInput } from '../../../components/PartialDateInput'
import { useUndo } from '../../../components/use-undo'
import { formatYuan } from '../../../components/yuan'
import { IssuerField } from '../receipts/IssuerField'
import { usePrintReceipts } from '../receipts/receipts-state'
import { EachAmount } from './EachAmount'
import { MonthChoice } from './MonthChoice'
import { newPaymentDraft, readPaymentDraft, wholeMonths, type PaymentDraft, type PaymentProblem } from './payment-draft'
import { asksSomething, PaymentQuestions } from './PaymentQuestions'
import { usePreviewText } from './use-preview-text'

interface PaymentDialogProps {
  readonly memberIds: readonly MemberId[]
  readonly open: boolean
  /** Told once the payment is recorded. */
  readonly onPaid?: () => void
  readonly onClose: () => void
}

/** Records a payment of each of the members; what could be wrong with it is asked before. */
export function PaymentDialog(props: PaymentDialogProps) {
  return props.open ? <OpenPaymentDialog {...props} /> : null
}

const record = (request: PaymentRequest) =>
  'payers' in request ? client.dues.payments.recordEach(request) : client.dues.payments.record(request)

function OpenPaymentDialog({ memberIds, onPaid, onClose }: PaymentDialogProps) {
  const { t } = useTranslation(['payments', 'receipts', 'fields', 'common'])
  const formId = useId()
  const queryClient = useQueryClient()
  const { offerUndo } = useUndo()
  const previewText = usePreviewText()
  const [today] = useState(() => dayOf(new Date()))
  const [draft, setDraft] = useState(() => newPaymentDraft(today))
  const [tried, setTried] = useState(false)
  const [check, setCheck] = useState<PaymentCheck | null>(null)
  const isOfOne = memberIds.length === 1
  const [only] = memberIds
  const ledger = useQuery(
    api.dues.payments.ledger.queryOptions({
      input: only === undefined || !isOfOne ? skipToken : { memberId: only },
    }),
  )
  const entries = ledger.data?.entries ?? []
  const open = allocate(entries).months.filter((month) => month.open > 0)
  const { request, problems } = readPaymentDraft(draft, memberIds, open, today)
  const [withReceipts, setWithReceipts] = useState(false)
  const [typedIssuer, setIssuer] = useState<string | null>(null)
  const book = useQuery(api.dues.receipts.book.queryOptions())
  const issuer = typedIssuer ?? book.data?.issuer ?? ''
  const printReceipts = usePrintReceipts()

  const pay = useMutation({
    mutationFn: async (sure: boolean) => {
      if (request === null) return null
      const found = sure ? null : await client.dues.payments.check(request)
      if (found !== null && asksSomething(found)) {
        setCheck(found)
        return null
      }
      if (!withReceipts) return { ...(await record(request)), receiptIds: [] }
      const done = await record({ ...request, receipts: { issuer: issuer.trim() || null } })
      return { ...done, receiptIds: await client.dues.receipts.ofBatch({ batchId: done.batchId }) }
    },
    onSuccess: (done) => {
      if (done === null) return undefined
      if (done.receiptIds.length > 0) printReceipts(done.receiptIds)
      offerUndo(t('pay.done', { count: done.members, amount: formatYuan(done.amount) }), done.batchId)
      onPaid?.()
      onClose()
      return queryClient.invalidateQueries()
    },
  })

  function change(changes: Partial<PaymentDraft>) {
    pay.reset()
    setDraft((before) => ({ ...before, ...changes }))
  }

  function problem(...names: PaymentProblem[]): string | null {
    const name = tried ? names.find((one) => problems.has(one)) : undefined
    return name === undefined ? null : t(`pay.problem.${name}`)
  }

  function save() {
    setTried(true)
    if (request !== null) pay.mutate(false)
  }

  if (check !== null) {
    return (
      <Modal
        open
        title={t('question.title')}
        okText={t('question.sure')}
        cancelText={t('question.back')}
        confirmLoading={pay.isPending}
        onOk={() => pay.mutate(true)}
        onCancel={() => setCheck(null)}
      >
        <PaymentQuestions check={check} />
        {pay.isError && <ErrorNotice error={pay.error} />}
      </Modal>
    )
  }

  const balance = ledger.data?.balance ?? 0
  const owed = ledger.data === undefined || balance <= 0 ? null : formatYuan(ledger.data.balance)
  const paidHint = isOfOne && request !== null ? previewText(entries, request) : null
  const choices = [
    { value: 'owed' as const, label: owed === null ? t('pay.owed') : t('pay.owedAmount', { amount: owed }) },
    ...(isOfOne && open.length > 0 ? [{ value: 'months' as const, label: t('pay.months') }] : []),
    { value: 'amount' as const, label: t('pay.amount') },
    ...(isOfOne ? [] : [{ value: 'each' as const, label: t('pay.each'), disabled: memberIds.length > PAYERS_MAX }]),
  ]
  return (
    <Modal
      open
      title={
        ledger.data === undefined
          ? t('pay.titleFor', { count: memberIds.length })
          : t('pay.titleOf', { name: ledger.data.name })
      }
      okText={t('pay.save')}
      cancelText={t('common:cancel')}
      confirmLoading={pay.isPending}
      okButtonProps={{ htmlType: 'submit', form: formId }}
      onCancel={onClose}
    >
      <Form id={formId} layout="vertical" onFinish={save}>
        <FormField
          label={t('pay.of')}
          hint={
            memberIds.length > PAYERS_MAX
              ? t('pay.eachTooMany', { count: PAYERS_MAX })
              : draft.of === 'owed'
                ? isOfOne
                  ? (paidHint ?? undefined)
                  : t('pay.owedHint')
                : undefined
          }
        >
          {(control) => (
            <Radio.Group
              id={control.id}
              value={draft.of}
              onChange={({ target }) => {
                const of = choices.find(({ value }) => value === target.value)?.value ?? 'owed'
                change(of === 'months' ? { of, months: wholeMonths(open.slice(0, 1)) } : { of })
              }}
              options={choices}
            />
          )}
        </FormField>
        {draft.of === 'amount' && (
          <FormField
            label={t(isOfOne ? 'list.amount' : 'pay.amountLabel')}
            error={problem('amount')}
            hint={paidHint ?? t('pay.amountHint')}
            required
          >
            {(control) => <MoneyInput {...control} value={draft.amount} onChange={(amount) => change({ amount })} />}
          </FormField>
        )}
        {draft.of === 'months' && (
          <FormField label={t('months.label')} error={problem('months')} required>
            {() => <MonthChoice open={open} months={draft.months} onChange={(months) => change({ months })} />}
          </FormField>
        )}
        {draft.of === 'each' && (
          <FormField label={t('pay.each')} error={problem('each')} hint={t('pay.eachHint')} required>
            {() => <EachAmount memberIds={memberIds} amounts={draft.each} onChange={(each) => change({ each })} />}
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
        <Form.Item>
          <Checkbox checked={withReceipts} onChange={({ target }) => setWithReceipts(target.checked)}>
            {t('receipts:withPayment')}
          </Checkbox>
        </Form.Item>
        {withReceipts && <IssuerField value={issuer} onChange={setIssuer} />}
      </Form>
      {pay.isError && <ErrorNotice error={pay.error} />}
    </Modal>
  )
}
