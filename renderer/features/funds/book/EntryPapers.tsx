import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Input, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { fundFormSchema, type FundForm } from '../../../../shared/model/fund'
import type { ActivityId } from '../../../../shared/model/id'
import { api } from '../../../client'
import { FormField } from '../../../components/FormField'
import styles from '../funds.module.css'
import type { EntryDraft } from './entry-draft'

/** As many activities as a list to choose from can hold. */
const OFFERED = 30

interface EntryPapersProps {
  readonly draft: EntryDraft
  readonly onChange: (changes: Partial<EntryDraft>) => void
}

/** Whom it is with, for which activity, and by which papers. */
export function EntryPapers({ draft, onChange }: EntryPapersProps) {
  const { t } = useTranslation('funds')
  const isSpending = draft.direction === 'spending'
  const text = (field: 'counterpart' | 'invoice' | 'decision' | 'signOff' | 'note', maxLength: number) => (
    <FormField label={t(`entry.${field}`)} hint={field === 'note' ? undefined : t(`entry.hint.${field}`)}>
      {(control) => (
        <Input
          {...control}
          maxLength={maxLength}
          value={draft[field]}
          onChange={({ target }) => onChange({ [field]: target.value })}
        />
      )}
    </FormField>
  )
  return (
    <div className={styles.pair}>
      {text('counterpart', 100)}
      {text('invoice', 100)}
      {text('decision', 200)}
      {isSpending && text('signOff', 200)}
      {isSpending && (
        <>
          <FormField label={t('entry.activity')} hint={t('entry.activityHint')}>
            {({ id }) => (
              <ActivitySelect id={id} value={draft.activityId} onChange={(activityId) => onChange({ activityId })} />
            )}
          </FormField>
          <FormField
            label={t('entry.form')}
            hint={draft.form === 'shoppingCard' ? t('entry.shoppingCardHint') : undefined}
          >
            {({ id }) => (
              <Select<FundForm>
                id={id}
                allowClear
                value={draft.form}
                onChange={(form: FundForm | undefined) => onChange({ form: form ?? null })}
                options={fundFormSchema.options.map((value) => ({ value, label: t(`form.${value}`) }))}
              />
            )}
          </FormField>
        </>
      )}
      {text('note', 500)}
    </div>
  )
}

interface ActivitySelectProps {
  readonly id: string
  readonly value: ActivityId | null
  readonly onChange: (id: ActivityId | null) => void
}

/** Chooses an activity by a part of its title, latest first. */
function ActivitySelect({ id, value, onChange }: ActivitySelectProps) {
  const [search, setSearch] = useState('')
  const found = useQuery(
    api.activities.plan.list.queryOptions({
      input: { search, offset: 0, limit: OFFERED },
      placeholderData: keepPreviousData,
    }),
  )
  return (
    <Select<ActivityId>
      id={id}
      allowClear
      loading={found.isPending}
      showSearch={{ filterOption: false, onSearch: setSearch }}
      value={value}
      onChange={(chosen: ActivityId | undefined) => onChange(chosen ?? null)}
      options={(found.data?.rows ?? []).map((activity) => ({
        value: activity.id,
        label: `${activity.startsOn}　${activity.title}`,
      }))}
    />
  )
}
