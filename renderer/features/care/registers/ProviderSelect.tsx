import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import type { ProviderId } from '../../../../shared/model/id'
import { api } from '../../../client'

interface ProviderSelectProps {
  readonly id: string
  readonly value: ProviderId | null
  readonly placeholder: string
  readonly onChange: (id: ProviderId | null) => void
}

/** Chooses one of the outside providers in use, or none. */
export function ProviderSelect({ id, value, placeholder, onChange }: ProviderSelectProps) {
  const providers = useQuery(api.care.registers.providers.queryOptions())
  return (
    <Select<ProviderId>
      id={id}
      allowClear
      placeholder={placeholder}
      showSearch={{ optionFilterProp: 'label' }}
      {...(value === null ? {} : { value })}
      onChange={(chosen: ProviderId | undefined) => onChange(chosen ?? null)}
      options={(providers.data ?? []).map((provider) => ({ value: provider.id, label: provider.name }))}
    />
  )
}
