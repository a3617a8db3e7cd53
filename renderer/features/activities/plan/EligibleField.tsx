import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Eligible } from '../../../../shared/model/activity'
import { api } from '../../../client'
import { FormField } from '../../../components/FormField'
import { useFilterText } from '../../lists/use-filter-text'

interface EligibleFieldProps {
  readonly value: Eligible | null
  readonly onChange: (eligible: Eligible | null) => void
}

const EVERYBODY = ''

/** Who may come: everybody, or those of a named list as its filter stands now, told in words with their number. */
export function EligibleField({ value, onChange }: EligibleFieldProps) {
  const { t } = useTranslation(['plan', 'common', 'lists'])
  const filterText = useFilterText()
  const lists = useQuery(api.lists.all.queryOptions())
  const counted = useQuery(api.activities.plan.eligible.queryOptions({ input: { eligible: value } }))
  const named = (lists.data ?? []).filter(({ name }) => name !== value?.name)
  const said = value === null ? [] : filterText(value.filter)
  const people = counted.data === undefined ? '' : t('common:people', { count: counted.data.count })
  return (
    <FormField
      label={t('field.eligible')}
      hint={[...said, people, lists.data?.length === 0 ? t('eligibleNoLists') : ''].filter(Boolean).join(t('comma'))}
    >
      {({ id }) => (
        <Select<string>
          id={id}
          showSearch={{ optionFilterProp: 'label' }}
          value={value?.name ?? EVERYBODY}
          onChange={(name) => {
            const list = named.find((candidate) => candidate.name === name)
            if (name === EVERYBODY) onChange(null)
            else if (list !== undefined) onChange({ name: list.name, filter: list.filter })
          }}
          options={[
            { value: EVERYBODY, label: t('everybody') },
            ...(value === null ? [] : [{ value: value.name, label: value.name }]),
            ...named.map(({ name }) => ({ value: name, label: name })),
          ]}
        />
      )}
    </FormField>
  )
}
