import { Input, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { hardshipIntakeSchema, hardshipKindSchema } from '../../../../shared/model/hardship'
import { FormField } from '../../../components/FormField'
import { MoneyInput } from '../../../components/MoneyInput'
import { PartialDateInput } from '../../../components/PartialDateInput'
import { useCodeLabel } from '../../../i18n/use-code-label'
import type { FieldSpec } from './hardship-fields'

interface FieldEditorProps {
  readonly spec: FieldSpec<string>
  readonly label: string
  readonly value: string
  readonly error: string | null
  readonly onChange: (text: string) => void
}

/** A list short enough to be read at a glance needs no search. */
const LONG_LIST = 8

/** The editor of a field by its kind. */
export function FieldEditor({ spec, label, value, error, onChange }: FieldEditorProps) {
  const { t } = useTranslation('hardship')
  const codeLabel = useCodeLabel()
  const { kind, values = [] } = spec
  const options: { readonly value: string; readonly label: string }[] =
    kind === 'kind'
      ? hardshipKindSchema.options.map((option) => ({ value: option, label: t(`kind.${option}`) }))
      : kind === 'intake'
        ? hardshipIntakeSchema.options.map((option) => ({ value: option, label: t(`intake.${option}`) }))
        : values.map((option) => ({ value: option, label: codeLabel(option) }))
  return (
    <FormField label={label} error={error} required={spec.isMust ?? false}>
      {(control) => {
        switch (kind) {
          case 'money':
            return <MoneyInput {...control} value={value} onChange={onChange} />
          case 'date':
            return <PartialDateInput {...control} value={value} onChange={onChange} />
          case 'code':
          case 'kind':
          case 'intake':
            return (
              <Select
                id={control.id}
                status={control.status}
                allowClear={kind === 'code'}
                showSearch={options.length > LONG_LIST ? { optionFilterProp: 'label' } : false}
                value={value === '' ? null : value}
                onChange={(chosen: string | null | undefined) => onChange(chosen ?? '')}
                options={options}
              />
            )
          case 'note':
            return (
              <Input.TextArea
                {...control}
                autoSize={{ minRows: 2 }}
                value={value}
                onChange={({ target }) => onChange(target.value)}
              />
            )
          case 'text':
          case 'number':
            return (
              <Input {...control} autoComplete="off" value={value} onChange={({ target }) => onChange(target.value)} />
            )
        }
      }}
    </FormField>
  )
}
