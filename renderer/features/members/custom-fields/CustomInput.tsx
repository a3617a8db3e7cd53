import { Input, Select } from 'antd'
import { yesNo } from '../../../../shared/codes'
import type { CustomField } from '../../../../shared/model/custom-field'
import { PartialDateInput } from '../../../components/PartialDateInput'
import { TermInput } from '../../../components/TermInput'
import { useCodeLabel } from '../../../i18n/use-code-label'

interface CustomInputProps {
  readonly field: CustomField
  readonly id: string
  readonly value: string
  readonly onChange: (text: string) => void
  readonly status: 'error' | ''
  readonly 'aria-describedby': string | undefined
}

/** The editor that a custom field calls for by its kind. */
export function CustomInput({ field: { kind, choices }, ...props }: CustomInputProps) {
  const codeLabel = useCodeLabel()
  const { value, onChange, ...rest } = props
  switch (kind) {
    case 'date':
      return <PartialDateInput {...props} />
    case 'choice':
    case 'yesNo': {
      const options =
        kind === 'yesNo'
          ? yesNo.values.map((code) => ({ value: code, label: codeLabel(code) }))
          : choices.map((choice) => ({ value: choice, label: choice }))
      return (
        <Select
          {...rest}
          allowClear
          value={value === '' ? null : value}
          onChange={(chosen: string | undefined) => onChange(chosen ?? '')}
          options={options}
          style={{ width: '100%' }}
        />
      )
    }
    case 'number':
    case 'text':
      if (choices.length > 0) return <TermInput {...props} terms={choices} maxLength={500} />
      return (
        <Input
          {...rest}
          value={value}
          maxLength={500}
          inputMode={kind === 'number' ? 'decimal' : 'text'}
          autoComplete="off"
          onChange={(event) => onChange(event.target.value)}
        />
      )
  }
}
