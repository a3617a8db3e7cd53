import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Form, Input, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { HardshipLine } from '../../../../shared/contract/care/hardship'
import { aidKindSchema, type AidKind } from '../../../../shared/model/care-gift'
import { daySchema } from '../../../../shared/model/date'
import { fundFormSchema, type FundForm } from '../../../../shared/model/fund'
import { dayOf } from '../../../../shared/rules/date'
import { api } from '../../../client'
import { ErrorNotice } from '../../../components/ErrorNotice'
import { FormDialog } from '../../../components/FormDialog'
import { FormField } from '../../../components/FormField'
import { MoneyInput } from '../../../components/MoneyInput'
import { parsePartialDate } from '../../../components/partial-date'
import { PartialDateInput } from '../../../components/PartialDateInput'
import { useUndo } from '../../../components/use-undo'
import { parseYuan } from '../../../components/yuan'
import styles from './hardship.module.css'

interface AidDialogProps {
  readonly file: Pick<HardshipLine, 'id' | 'memberId' | 'name'>
  readonly onClose: () => void
}

/** Forms in which aid is given; shopping cards never. */
const forms = fundFormSchema.exclude(['cakeVoucher', 'shoppingCard']).options

/** Records aid for a family; it stands in the register of what members were given, and is booked there. */
export function AidDialog({ file, onClose }: AidDialogProps) {
  const { t } = useTranslation(['hardship', 'funds'])
  const queryClient = useQueryClient()
  const { offerUndo } = useUndo()
  const [initial] = useState(() => ({
    on: String(dayOf(new Date())),
    amount: '',
    goods: '',
    decision: '',
    reason: '',
    paidBy: '',
  }))
  const [draft, setDraft] = useState(initial)
  const [aidKind, setAidKind] = useState<AidKind>('living')
  const [form, setForm] = useState<FundForm>('transfer')
  const [tried, setTried] = useState(false)
  const add = useMutation(
    api.care.gifts.add.mutationOptions({
      onSuccess: ({ batchId }) => {
        offerUndo(t('aid.given'), batchId)
        onClose()
        return queryClient.invalidateQueries()
      },
    }),
  )
  const on = daySchema.safeParse(parsePartialDate(draft.on))
  const amount = parseYuan(draft.amount)
  const change = (changes: Partial<typeof draft>) => setDraft((known) => ({ ...known, ...changes }))
  return (
    <FormDialog
      title={t('aid.give')}
      dirty={draft !== initial}
      busy={add.isPending}
      onSave={() => {
        setTried(true)
        if (!on.success || amount === null) return
        add.mutate({
          title: t('aid.title', { name: file.name }),
          booking: null,
          gifts: [
            {
              ...{ memberId: file.memberId, kind: 'hardship', occasion: null, on: on.data, form, amount, aidKind },
              ...{ hardshipFileId: file.id, note: null },
              goods: draft.goods.trim() || null,
              decision: draft.decision.trim() || null,
              overLimitReason: draft.reason.trim() || null,
              paidBy: draft.paidBy.trim() || null,
            },
          ],
        })
      }}
      onClose={onClose}
    >
      <Form component={false} layout="vertical">
        <div className={styles.fields}>
          <FormField label={t('aid.kind')} required>
            {({ id }) => (
              <Select
                id={id}
                value={aidKind}
                onChange={setAidKind}
                options={aidKindSchema.options.map((value) => ({ value, label: t(`aidKind.${value}`) }))}
              />
            )}
          </FormField>
          <FormField label={t('aid.on')} required error={tried && !on.success ? t('problem.date') : null}>
            {(control) => <PartialDateInput {...control} value={draft.on} onChange={(text) => change({ on: text })} />}
          </FormField>
          <FormField label={t('aid.amount')} required error={tried && amount === null ? t('problem.money') : null}>
            {(control) => (
              <MoneyInput {...control} value={draft.amount} onChange={(text) => change({ amount: text })} />
            )}
          </FormField>
          <FormField label={t('aid.form')} required>
            {({ id }) => (
              <Select
                id={id}
                value={form}
                onChange={setForm}
                options={forms.map((value) => ({ value, label: t(`funds:form.${value}`) }))}
              />
            )}
          </FormField>
          {(['goods', 'decision', 'paidBy', 'reason'] as const).map((name) => (
            <FormField key={name} label={t(`aid.${name}`)}>
              {(control) => (
                <Input
                  {...control}
                  maxLength={60}
                  value={draft[name]}
                  onChange={({ target }) => change({ [name]: target.value })}
                />
              )}
            </FormField>
          ))}
        </div>
      </Form>
      {add.isError && <ErrorNotice error={add.error} />}
    </FormDialog>
  )
}
