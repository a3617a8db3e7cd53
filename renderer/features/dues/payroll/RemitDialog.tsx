import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Form, Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PayrollView } from '../../../../shared/contract/dues/payroll'
import { daySchema } from '../../../../shared/model/date'
import { fenSchema } from '../../../../shared/model/money'
import { dayOf } from '../../../../shared/rules/date'
import { api } from '../../../client'
import { ErrorNotice } from '../../../components/ErrorNotice'
import { FormDialog } from '../../../components/FormDialog'
import { FormField } from '../../../components/FormField'
import { MoneyInput } from '../../../components/MoneyInput'
import { PartialDateInput } from '../../../components/PartialDateInput'
import { parsePartialDate } from '../../../components/partial-date'
import { useUndo } from '../../../components/use-undo'
import { formatYuan, parseYuan, yuanText } from '../../../components/yuan'

/** Records money of a list that the employer paid over. */
export function RemitDialog({ list, onClose }: { readonly list: PayrollView; readonly onClose: () => void }) {
  const { t } = useTranslation('payroll')
  const queryClient = useQueryClient()
  const { offerUndo } = useUndo()
  const [today] = useState(() => dayOf(new Date()))
  const [draft, setDraft] = useState({ amount: yuanText(list.held), day: String(today), note: '' })
  const [tried, setTried] = useState(false)
  const remit = useMutation(
    api.dues.payroll.remit.mutationOptions({
      onSuccess: ({ batchId }, { amount: received }) => {
        offerUndo(t('remit.done', { amount: formatYuan(fenSchema.parse(received)) }), batchId)
        onClose()
        return queryClient.invalidateQueries()
      },
    }),
  )
  const amount = parseYuan(draft.amount)
  const day = daySchema.safeParse(parsePartialDate(draft.day))
  const amountProblem =
    amount === null || amount <= 0
      ? t('remit.amountMissing')
      : amount > list.held
        ? t('remit.tooMuch', { amount: formatYuan(list.held) })
        : null
  const dayProblem = !day.success ? t('remit.dayMissing') : day.data > today ? t('remit.future') : null

  function submit() {
    setTried(true)
    if (amount === null || !day.success || amountProblem !== null || dayProblem !== null) return
    const note = draft.note.trim()
    remit.mutate({ id: list.id, amount, receivedOn: day.data, note: note === '' ? null : note })
  }

  return (
    <FormDialog
      title={t('remit.title')}
      dirty={false}
      busy={remit.isPending}
      width={480}
      onSave={submit}
      onClose={onClose}
    >
      <p style={{ marginBlockEnd: 12 }}>{t('remit.text', { amount: formatYuan(list.held) })}</p>
      <Form layout="vertical" component={false}>
        <FormField label={t('remit.amount')} error={tried ? amountProblem : null} required>
          {(control) => (
            <MoneyInput {...control} value={draft.amount} onChange={(text) => setDraft({ ...draft, amount: text })} />
          )}
        </FormField>
        <FormField label={t('remit.day')} error={tried ? dayProblem : null} required>
          {(control) => (
            <PartialDateInput {...control} value={draft.day} onChange={(text) => setDraft({ ...draft, day: text })} />
          )}
        </FormField>
        <FormField label={t('remit.note')} hint={t('remit.noteHint')}>
          {(control) => (
            <Input
              {...control}
              maxLength={200}
              value={draft.note}
              onChange={({ target }) => setDraft({ ...draft, note: target.value })}
            />
          )}
        </FormField>
      </Form>
      {remit.isError && <ErrorNotice error={remit.error} />}
    </FormDialog>
  )
}
