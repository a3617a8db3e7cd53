import { Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { rosterFieldSchema, type RosterField } from '../../../shared/model/roster'

interface FieldSelectProps {
  readonly label: string
  readonly value: RosterField | null
  /** Another column has the same field. */
  readonly twice: boolean
  readonly onChange: (field: RosterField | null) => void
}

/** Chooses what a column means; a part of the field's name is enough to find it. */
export function FieldSelect({ label, value, twice, onChange }: FieldSelectProps) {
  const { t } = useTranslation(['roster', 'fields'])
  return (
    <Select<RosterField | 'none'>
      aria-label={label}
      style={{ width: '100%' }}
      status={twice ? 'error' : ''}
      value={value ?? 'none'}
      showSearch={{ optionFilterProp: 'label' }}
      onChange={(chosen) => onChange(chosen === 'none' ? null : chosen)}
      options={[
        { value: 'none', label: t('notImported') },
        ...rosterFieldSchema.options
          .filter((field) => field !== 'duesAmount')
          .map((field) => ({ value: field, label: t(`fields:member.${field}`) })),
      ]}
    />
  )
}
