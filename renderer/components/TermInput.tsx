import { AutoComplete } from 'antd'
import { useCodeLabel } from '../i18n/use-code-label'

export interface TermInputProps {
  readonly id?: string
  readonly value?: string
  readonly onChange?: (text: string) => void
  readonly onBlur?: () => void
  /** Official terms that are offered; anything else may be typed. */
  readonly terms: readonly string[]
  readonly maxLength?: number
  readonly placeholder?: string
  readonly autoFocus?: boolean
  readonly status?: 'error' | 'warning' | ''
  readonly 'aria-describedby'?: string | undefined
}

/** A text for which usual terms are offered, shown in the language of the screen and kept as the official term. */
export function TermInput({ value = '', onChange, terms, ...rest }: TermInputProps) {
  const codeLabel = useCodeLabel()
  return (
    <AutoComplete
      {...rest}
      style={{ width: '100%' }}
      value={terms.includes(value) ? codeLabel(value) : value}
      showSearch={{ filterOption: (typed, option) => String(option?.value).includes(typed) }}
      options={terms.map((term) => ({ value: codeLabel(term) }))}
      onChange={(typed: string) => onChange?.(terms.find((term) => codeLabel(term) === typed) ?? typed)}
    />
  )
}
