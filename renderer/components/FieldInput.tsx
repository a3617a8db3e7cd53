import { Input, Select } from 'antd'
import { codeValuesOf, memberFieldDeclarations, type MemberField } from '../../shared/model/member'
import { useCodeLabel } from '../i18n/use-code-label'
import { MoneyInput } from './MoneyInput'
import { PartialDateInput } from './PartialDateInput'
import { ValidUntilInput } from './ValidUntilInput'

interface FieldInputProps {
  readonly id: string
  readonly field: MemberField
  /** The text as typed, or the value of a code list; empty for nothing. */
  readonly value: string
  readonly onChange: (text: string) => void
  readonly onBlur: () => void
  readonly autoFocus?: boolean
  readonly status: 'error' | 'warning' | ''
  readonly 'aria-describedby': string | undefined
  readonly 'aria-required': boolean
  readonly 'aria-invalid': boolean
}

/** A list short enough to be read at a glance needs no search. */
const LONG_LIST = 8

/** The editor that a member's field calls for by its kind. */
export function FieldInput({ field, ...props }: FieldInputProps) {
  const codeLabel = useCodeLabel()
  const { kind } = memberFieldDeclarations[field]
  switch (kind) {
    case 'partialDate':
      return <PartialDateInput {...props} />
    case 'validUntil':
      return <ValidUntilInput {...props} />
    case 'money':
      return <MoneyInput {...props} />
    case 'code': {
      const options = codeValuesOf(field).map((value) => ({ value, label: codeLabel(value) }))
      const { value, onChange, ...rest } = props
      return (
        <Select
          {...rest}
          allowClear
          showSearch={options.length > LONG_LIST ? { optionFilterProp: 'label' } : false}
          value={value === '' ? null : value}
          onChange={(chosen: string | undefined) => onChange(chosen ?? '')}
          options={options}
          style={{ width: '100%' }}
        />
      )
    }
    case 'text':
    case 'idNumber':
    case 'phone': {
      const { onChange, ...rest } = props
      if (field === 'remark') {
        return <Input.TextArea {...rest} autoSize={{ minRows: 2 }} onChange={(event) => onChange(event.target.value)} />
      }
      return <Input {...rest} autoComplete="off" onChange={(event) => onChange(event.target.value)} />
    }
  }
}
