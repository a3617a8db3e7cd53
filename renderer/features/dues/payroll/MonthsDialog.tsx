import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Form } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PayrollOverview } from '../../../../shared/contract/dues/payroll'
import { daySchema } from '../../../../shared/model/date'
import { dayOf } from '../../../../shared/rules/date'
import { api } from '../../../client'
import { ErrorNotice } from '../../../components/ErrorNotice'
import { FormDialog } from '../../../components/FormDialog'
import { FormField } from '../../../components/FormField'
import { PartialDateInput } from '../../../components/PartialDateInput'
import { parsePartialDate } from '../../../components/partial-date'
import { MonthSelect } from './MonthSelect'

/** Says which months a list deducted and when. */
export function MonthsDialog({ list, onClose }: { readonly list: PayrollOverview; readonly onClose: () => void }) {
  const { t } = useTranslation('payroll')
  const queryClient = useQueryClient()
  const [draft, setDraft] = useState({ from: list.from, until: list.until, deductedOn: String(list.deductedOn) })
  const [tried, setTried] = useState(false)
  const save = useMutation(
    api.dues.payroll.setMonths.mutationOptions({
      onSuccess: () => {
        onClose()
        return queryClient.invalidateQueries()
      },
    }),
  )
  const day = daySchema.safeParse(parsePartialDate(draft.deductedOn))
  const isFuture = day.success && day.data > dayOf(new Date())
  const isOrdered = draft.from <= draft.until

  function submit() {
    setTried(true)
    if (day.success && !isFuture && isOrdered) {
      save.mutate({ id: list.id, from: draft.from, until: draft.until, deductedOn: day.data })
    }
  }

  return (
    <FormDialog
      title={t('months.title')}
      dirty={false}
      busy={save.isPending}
      width={480}
      onSave={submit}
      onClose={onClose}
    >
      <Form layout="vertical" component={false}>
        <FormField label={t('months.from')}>
          {({ id }) => <MonthSelect id={id} value={draft.from} onChange={(from) => setDraft({ ...draft, from })} />}
        </FormField>
        <FormField label={t('months.until')} error={tried && !isOrdered ? t('months.order') : null}>
          {({ id }) => <MonthSelect id={id} value={draft.until} onChange={(until) => setDraft({ ...draft, until })} />}
        </FormField>
        <FormField
          label={t('months.deductedOn')}
          hint={t('months.deductedOnHint')}
          error={!tried ? null : !day.success ? t('months.dayMissing') : isFuture ? t('months.future') : null}
          required
        >
          {(control) => (
            <PartialDateInput
              {...control}
              value={draft.deductedOn}
              onChange={(deductedOn) => setDraft({ ...draft, deductedOn })}
            />
          )}
        </FormField>
      </Form>
      {save.isError && <ErrorNotice error={save.error} />}
    </FormDialog>
  )
}
