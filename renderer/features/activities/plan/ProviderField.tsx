import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useTranslation } from 'react-i18next'
import type { ProviderId } from '../../../../shared/model/id'
import { api } from '../../../client'
import { FormField } from '../../../components/FormField'

interface ProviderFieldProps {
  readonly value: ProviderId | null
  readonly onChange: (id: ProviderId | null) => void
}

/** Which outside service holds it; left out where the branch knows none. */
export function ProviderField({ value, onChange }: ProviderFieldProps) {
  const { t } = useTranslation('plan')
  const providers = useQuery(api.activities.plan.providers.queryOptions())
  if (providers.data === undefined || (providers.data.length === 0 && value === null)) return null
  return (
    <FormField label={t('field.provider')}>
      {({ id }) => (
        <Select<ProviderId | ''>
          id={id}
          showSearch={{ optionFilterProp: 'label' }}
          value={value ?? ''}
          onChange={(chosen) => onChange(chosen === '' ? null : chosen)}
          options={[
            { value: '' as const, label: t('noProvider') },
            ...providers.data.map(({ id: provider, name }) => ({ value: provider, label: name })),
          ]}
        />
      )}
    </FormField>
  )
}
