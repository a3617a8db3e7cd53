import { useMutation } from '@tanstack/react-query'
import { Form } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ProviderId } from '../../../../shared/model/id'
import { providerContractInputSchema, type ProviderContract } from '../../../../shared/model/team'
import { api } from '../../../client'
import { ErrorNotice } from '../../../components/ErrorNotice'
import { FormDialog } from '../../../components/FormDialog'
import { FormField } from '../../../components/FormField'
import { MoneyInput } from '../../../components/MoneyInput'
import { parseYuan, yuanText } from '../../../components/yuan'
import { DayField, TextField } from '../fields'
import styles from '../officers.module.css'
import { orNull, refusedFields, typedDay } from '../read'
import { useWritten } from '../use-written'

interface ContractDialogProps {
  readonly providerId: ProviderId
  /** The contract to change; a new one otherwise. */
  readonly contract: ProviderContract | null
  readonly onClose: () => void
}

/** Records a contract with an outside service, or changes it. */
export function ContractDialog({ providerId, contract, onClose }: ContractDialogProps) {
  const { t } = useTranslation('officers')
  const { written } = useWritten()
  const [initial] = useState(() => ({
    title: contract?.title ?? '',
    number: contract?.number ?? '',
    signedOn: contract?.signedOn ?? '',
    validFrom: contract?.validFrom ?? '',
    validUntil: contract?.validUntil ?? '',
    amount: contract === null || contract.amount === null ? '' : yuanText(contract.amount),
    note: contract?.note ?? '',
  }))
  const [draft, setDraft] = useState<Readonly<Record<keyof typeof initial, string>>>(initial)
  const [tried, setTried] = useState(false)
  const amount = draft.amount.trim() === '' ? null : parseYuan(draft.amount)
  const isAmountWrong = draft.amount.trim() !== '' && amount === null
  const read = providerContractInputSchema.safeParse({
    providerId,
    title: draft.title,
    number: orNull(draft.number),
    signedOn: typedDay(draft.signedOn),
    validFrom: typedDay(draft.validFrom),
    validUntil: typedDay(draft.validUntil),
    amount,
    note: orNull(draft.note),
  })
  const refused = tried ? refusedFields(read.error) : new Set()
  const save = useMutation(
    api.officers.providers.saveContract.mutationOptions({
      onSuccess: (done) => {
        onClose()
        return written(done)
      },
    }),
  )
  const change = (field: keyof typeof initial) => (text: string) => setDraft((before) => ({ ...before, [field]: text }))
  return (
    <FormDialog
      title={t(contract === null ? 'contract.add' : 'contract.edit')}
      dirty={draft !== initial}
      busy={save.isPending}
      onSave={() => {
        setTried(true)
        if (read.success && !isAmountWrong) save.mutate({ id: contract?.id ?? null, contract: read.data })
      }}
      onClose={onClose}
    >
      <Form component={false} layout="vertical">
        <TextField
          label={t('contract.title')}
          required
          maxLength={100}
          value={draft.title}
          isRefused={refused.has('title')}
          onChange={change('title')}
        />
        <div className={styles.pair}>
          <TextField label={t('contract.number')} maxLength={60} value={draft.number} onChange={change('number')} />
          <DayField
            label={t('contract.signedOn')}
            value={draft.signedOn}
            isRefused={refused.has('signedOn')}
            onChange={change('signedOn')}
          />
          <DayField
            label={t('contract.validFrom')}
            required
            value={draft.validFrom}
            isRefused={refused.has('validFrom')}
            onChange={change('validFrom')}
          />
          <DayField
            label={t('contract.validUntil')}
            required
            hint={t('contract.validHint')}
            value={draft.validUntil}
            isRefused={refused.has('validUntil')}
            onChange={change('validUntil')}
          />
          <FormField
            label={t('contract.amount')}
            error={tried && (isAmountWrong || refused.has('amount')) ? t('contract.amountWrong') : null}
          >
            {({ id, status }) => (
              <MoneyInput id={id} status={status} value={draft.amount} onChange={change('amount')} />
            )}
          </FormField>
        </div>
        <TextField label={t('note')} maxLength={500} rows={1} value={draft.note} onChange={change('note')} />
      </Form>
      {save.isError && <ErrorNotice error={save.error} />}
    </FormDialog>
  )
}
