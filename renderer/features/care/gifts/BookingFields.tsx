import { AutoComplete, Input, Radio, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { fundAccountSchema } from '../../../../shared/model/fund'
import { dayOf } from '../../../../shared/rules/date'
import { categoriesOf, chartOn } from '../../../../shared/rules/funds/chart'
import { FormField } from '../../../components/FormField'
import { PartialDateInput } from '../../../components/PartialDateInput'
import { useCodeLabel } from '../../../i18n/use-code-label'
import type { BookingDraft, BookingProblem } from './gift-draft'
import styles from './gifts.module.css'

interface BookingFieldsProps {
  readonly draft: BookingDraft
  /** What is wrong with a field, once saving was tried. */
  readonly problem: (name: BookingProblem) => string | null
  readonly onChange: (changes: Partial<BookingDraft>) => void
}

/** The spending of the book that pays gifts. */
export function BookingFields({ draft, problem, onChange }: BookingFieldsProps) {
  const { t } = useTranslation(['gifts', 'funds'])
  const codeLabel = useCodeLabel()
  const categories = categoriesOf(chartOn(dayOf(new Date())), draft.account, 'spending')
  const items = categories.find(({ term }) => term === draft.category)?.items ?? []
  const text = (field: 'summary' | 'counterpart' | 'invoice', label: string, error: string | null, max: number) => (
    <FormField label={label} error={error} required={field === 'summary'}>
      {(control) => (
        <Input
          {...control}
          maxLength={max}
          value={draft[field]}
          onChange={({ target }) => onChange({ [field]: target.value })}
        />
      )}
    </FormField>
  )
  return (
    <div className={styles.pair}>
      <FormField label={t('funds:account.label')}>
        {({ id }) => (
          <Radio.Group
            id={id}
            optionType="button"
            value={draft.account}
            onChange={({ target }) => onChange({ account: fundAccountSchema.parse(target.value) })}
            options={fundAccountSchema.options
              .toReversed()
              .map((value) => ({ value, label: t(`funds:account.${value}`) }))}
          />
        )}
      </FormField>
      <FormField label={t('booking.on')} error={problem('bookedOn')} required>
        {(control) => <PartialDateInput {...control} value={draft.on} onChange={(on) => onChange({ on })} />}
      </FormField>
      <FormField label={t('funds:book.category')} error={problem('category')} required>
        {({ id, status }) => (
          <Select
            id={id}
            status={status}
            value={draft.category}
            onChange={(category: string) => onChange({ category, subcategory: '' })}
            options={categories.map(({ code, term }) => ({ value: term, label: `${code} ${codeLabel(term)}` }))}
          />
        )}
      </FormField>
      <FormField label={t('funds:entry.subcategory')}>
        {({ id }) => (
          <AutoComplete
            id={id}
            value={draft.subcategory}
            onChange={(subcategory: string) => onChange({ subcategory })}
            options={items.map((value) => ({ value, label: codeLabel(value) }))}
          />
        )}
      </FormField>
      {text('summary', t('funds:book.summary'), problem('summary'), 200)}
      {text('counterpart', t('funds:entry.counterpart'), null, 100)}
      {text('invoice', t('funds:entry.invoice'), null, 100)}
    </div>
  )
}
