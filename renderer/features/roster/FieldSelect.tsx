import { Select } from 'antd'
import { useTranslation } from 'react-i18next'
import type { RosterField } from '../../../shared/model/roster'
import { fieldGroups } from '../members/field-groups'

/** What a sheet says of the membership itself. */
const changeFields = ['membershipChangeType', 'membershipChangeDate', 'membershipChangeReason'] as const

interface FieldSelectProps {
  readonly label: string
  readonly value: RosterField | null
  /** Another column has the same field. */
  readonly twice: boolean
  readonly onChange: (field: RosterField | null) => void
}

/** Chooses what a column means; a part of the field's name is enough to find it. */
export function FieldSelect({ label, value, twice, onChange }: FieldSelectProps) {
  const { t } = useTranslation(['roster', 'fields', 'members'])
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
        ...fieldGroups.map(({ name, fields }) => ({
          label: t(`members:group.${name}`),
          options: fields.map((field) => ({ value: field, label: t(`fields:member.${field}`) })),
        })),
        {
          label: t('members:tab.events'),
          options: changeFields.map((field) => ({ value: field, label: t(`fields:member.${field}`) })),
        },
      ]}
    />
  )
}
