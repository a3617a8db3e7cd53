import { Checkbox, Input, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import type { DetailFieldDeclaration } from '../../../../shared/model/member-detail'
import { PartialDateInput } from '../../../components/PartialDateInput'
import { TermInput } from '../../../components/TermInput'
import { ValidUntilInput } from '../../../components/ValidUntilInput'
import { WordInput } from '../../federation/codes/WordInput'
import { useCodeLabel } from '../../../i18n/use-code-label'

interface DetailInputProps {
  readonly declared: DetailFieldDeclaration
  readonly id: string
  readonly value: string
  readonly onChange: (text: string) => void
  readonly onBlur: () => void
  readonly autoFocus: boolean
  readonly status: 'error' | 'warning' | ''
  readonly 'aria-describedby': string | undefined
}

/** The editor that a detail's field calls for by its kind. */
export function DetailInput({ declared: { kind, values = [], place }, ...props }: DetailInputProps) {
  const { t } = useTranslation('members')
  const codeLabel = useCodeLabel()
  const { value, onChange, ...rest } = props
  switch (kind) {
    case 'partialDate':
      return <PartialDateInput {...props} />
    case 'validUntil':
      return <ValidUntilInput {...props} />
    case 'code':
      return (
        <Select
          {...rest}
          allowClear
          value={value === '' ? null : value}
          onChange={(chosen: string | undefined) => onChange(chosen ?? '')}
          options={values.map((code) => ({ value: code, label: codeLabel(code) }))}
          style={{ width: '100%' }}
        />
      )
    case 'yesNo':
      return (
        <Checkbox
          id={props.id}
          checked={value === 'yes'}
          onChange={(event) => onChange(event.target.checked ? 'yes' : '')}
        >
          {t('details.callInEmergency')}
        </Checkbox>
      )
    case 'note':
      return (
        <Input.TextArea {...rest} value={value} autoSize={{ minRows: 2 }} onChange={(e) => onChange(e.target.value)} />
      )
    case 'text':
    case 'idNumber':
    case 'phone':
      if (place !== undefined) return <WordInput {...props} place={place} own={values} />
      if (values.length > 0) return <TermInput {...props} terms={values} />
      return <Input {...rest} value={value} autoComplete="off" onChange={(event) => onChange(event.target.value)} />
  }
}
