import { AutoComplete } from 'antd'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { BranchId } from '../../../../shared/model/id'
import { api } from '../../../client'
import { FormField } from '../../../components/FormField'

/** The union that somebody goes to, or comes from: one that the hub knows, or a name as it was typed. */
export interface ChosenUnion {
  readonly id: BranchId | null
  readonly name: string
}

/** Looks for a union by its name or credit code while it is typed; a name alone does, where the hub is out of reach. */
export function UnionField({
  label,
  union,
  error = null,
  onChange,
}: {
  readonly label: string
  readonly union: ChosenUnion
  readonly error?: string | null
  readonly onChange: (union: ChosenUnion) => void
}) {
  const { t } = useTranslation('transfers')
  const words = union.name.trim()
  const found = useQuery(
    api.federation.transfers.unions.queryOptions({
      input: { words: words === '' ? '-' : words },
      enabled: words !== '' && union.id === null,
      retry: false,
    }),
  )
  const unions = found.data?.unions ?? []
  const hint =
    union.id !== null
      ? t('unionKnown')
      : found.isError
        ? t('unionOffline')
        : words !== '' && found.data?.unions.length === 0
          ? t('unionNotFound')
          : t('unionHint')
  return (
    <FormField label={label} hint={hint} error={error}>
      {(control) => (
        <AutoComplete
          {...control}
          value={union.name}
          onChange={(name: string) => onChange({ id: null, name })}
          onSelect={(name: string) => onChange({ id: unions.find((one) => one.name === name)?.id ?? null, name })}
          options={unions.map(({ name }) => ({ value: name }))}
        />
      )}
    </FormField>
  )
}
