import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Form, Input, Radio, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { spendingLimitInputSchema, type SpendingLimit } from '../../../../shared/model/fund'
import { limitItemSchema, type LimitItem } from '../../../../shared/model/limit-item'
import { dayOf } from '../../../../shared/rules/date'
import { api } from '../../../client'
import { ErrorNotice } from '../../../components/ErrorNotice'
import { FormDialog } from '../../../components/FormDialog'
import { FormField } from '../../../components/FormField'
import { MoneyInput } from '../../../components/MoneyInput'
import { PartialDateInput } from '../../../components/PartialDateInput'
import { useUndo } from '../../../components/use-undo'
import styles from '../funds.module.css'
import { limitDraftOf, newLimitDraft, readLimitDraft, type LimitDraft, type LimitProblem } from './limit-draft'

const periodSchema = spendingLimitInputSchema.shape.per

interface LimitDialogProps {
  /** Null for a new one. */
  readonly limit: SpendingLimit | null
  readonly onClose: () => void
}

/** Sets a limit of the branch's own, or changes one. */
export function LimitDialog({ limit, onClose }: LimitDialogProps) {
  const { t } = useTranslation(['limits', 'funds'])
  const queryClient = useQueryClient()
  const { offerUndo } = useUndo()
  const [initial] = useState(() => (limit === null ? newLimitDraft(dayOf(new Date())) : limitDraftOf(limit)))
  const [draft, setDraft] = useState(initial)
  const [tried, setTried] = useState(false)
  const read = readLimitDraft(draft)
  const save = useMutation(
    api.funds.limits.save.mutationOptions({
      onSuccess: ({ batchId }) => {
        offerUndo(t('saved'), batchId)
        onClose()
        return queryClient.invalidateQueries()
      },
    }),
  )
  const change = (changes: Partial<LimitDraft>) => setDraft((before) => ({ ...before, ...changes }))
  const problem = (name: LimitProblem) => (tried && read.problems.has(name) ? t(`problem.${name}`) : null)
  const text = (name: 'source' | 'note') => (
    <FormField label={t(name)} hint={t(`hint.${name}`)}>
      {(control) => (
        <Input
          {...control}
          maxLength={200}
          value={draft[name]}
          onChange={({ target }) => change({ [name]: target.value })}
        />
      )}
    </FormField>
  )
  return (
    <FormDialog
      title={limit === null ? t('add') : t('change')}
      dirty={draft !== initial}
      busy={save.isPending}
      onSave={() => {
        setTried(true)
        if (read.limit !== null) save.mutate({ id: limit?.id ?? null, limit: read.limit })
      }}
      onClose={onClose}
    >
      <Form component={false} layout="vertical">
        <div className={styles.pair}>
          <FormField label={t('item')}>
            {({ id }) => (
              <Select<LimitItem>
                id={id}
                showSearch={{ optionFilterProp: 'label' }}
                value={draft.item}
                onChange={(item) => change({ item })}
                options={limitItemSchema.options.map((value) => ({ value, label: t(`funds:limitItem.${value}`) }))}
              />
            )}
          </FormField>
          <FormField label={t('amount')} error={problem('amount')} required>
            {(control) => <MoneyInput {...control} value={draft.amount} onChange={(amount) => change({ amount })} />}
          </FormField>
          <FormField label={t('per')}>
            {({ id }) => (
              <Radio.Group
                id={id}
                optionType="button"
                value={draft.per}
                onChange={({ target }) => change({ per: periodSchema.parse(target.value) })}
                options={periodSchema.options.map((value) => ({ value, label: t(`pers.${value}`) }))}
              />
            )}
          </FormField>
          <FormField label={t('region')} hint={t('hint.region')} error={problem('region')} required>
            {(control) => (
              <Input
                {...control}
                maxLength={60}
                value={draft.region}
                onChange={({ target }) => change({ region: target.value })}
              />
            )}
          </FormField>
          <FormField label={t('from')} error={problem('validFrom')} required>
            {(control) => (
              <PartialDateInput {...control} value={draft.validFrom} onChange={(validFrom) => change({ validFrom })} />
            )}
          </FormField>
          <FormField label={t('until')} hint={t('hint.until')} error={problem('validUntil')}>
            {(control) => (
              <PartialDateInput
                {...control}
                value={draft.validUntil}
                onChange={(validUntil) => change({ validUntil })}
              />
            )}
          </FormField>
        </div>
        {text('source')}
        {text('note')}
      </Form>
      {save.isError && <ErrorNotice error={save.error} />}
    </FormDialog>
  )
}
