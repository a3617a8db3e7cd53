import { Input } from 'antd'
import { useTranslation } from 'react-i18next'
import { parsePartialDate } from './partial-date'

interface TextFieldProps {
  readonly id?: string
  /** The text as typed; `parsePartialDate` reads it. */
  readonly value: string
  readonly onChange: (text: string) => void
  readonly onBlur?: () => void
  readonly status?: 'error' | 'warning' | ''
  readonly 'aria-label'?: string
  readonly 'aria-describedby'?: string | undefined
}

/** A date as precise as it is known; on leaving the box it is written out as `1990-05-17`. */
export function PartialDateInput(props: TextFieldProps) {
  const { t } = useTranslation()
  return (
    <Input
      {...props}
      placeholder={t('partialDate.placeholder')}
      inputMode="numeric"
      onChange={(event) => props.onChange(event.target.value)}
      onBlur={() => {
        const date = parsePartialDate(props.value)
        if (date !== null && date !== props.value) props.onChange(date)
        props.onBlur?.()
      }}
    />
  )
}
