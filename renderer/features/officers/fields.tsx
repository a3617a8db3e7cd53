import { Input } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { FormField } from '../../components/FormField'
import { PartialDateInput } from '../../components/PartialDateInput'

interface FieldProps {
  readonly label: string
  readonly value: string
  readonly onChange: (text: string) => void
  readonly hint?: ReactNode
  readonly required?: boolean
  /** Whether what was entered is refused. */
  readonly isRefused?: boolean
}

/** A text in a form. */
export function TextField({
  label,
  value,
  onChange,
  hint,
  required = false,
  isRefused = false,
  maxLength,
  rows,
}: FieldProps & { readonly maxLength: number; readonly rows?: number }) {
  const { t } = useTranslation('officers')
  const props = { value, maxLength }
  return (
    <FormField label={label} hint={hint} required={required} error={isRefused ? t('missing') : null}>
      {(control) =>
        rows === undefined ? (
          <Input {...control} {...props} onChange={({ target }) => onChange(target.value)} />
        ) : (
          <Input.TextArea
            {...control}
            {...props}
            autoSize={{ minRows: rows }}
            onChange={({ target }) => onChange(target.value)}
          />
        )
      }
    </FormField>
  )
}

/** A day in a form. */
export function DayField({ label, value, onChange, hint, required = false, isRefused = false }: FieldProps) {
  const { t } = useTranslation('officers')
  return (
    <FormField label={label} hint={hint} required={required} error={isRefused ? t('dayWrong') : null}>
      {(control) => <PartialDateInput {...control} value={value} onChange={onChange} />}
    </FormField>
  )
}

/** A whole number in a form. */
export function CountField({ label, value, onChange, hint, required = false, isRefused = false }: FieldProps) {
  const { t } = useTranslation('officers')
  return (
    <FormField label={label} hint={hint} required={required} error={isRefused ? t('countWrong') : null}>
      {(control) => (
        <Input
          {...control}
          inputMode="numeric"
          maxLength={9}
          value={value}
          onChange={({ target }) => onChange(target.value)}
        />
      )}
    </FormField>
  )
}
