import { Button, Input, Space } from 'antd'
import { useTranslation } from 'react-i18next'
import { noExpiry } from '../../shared/codes'
import { useCodeLabel } from '../i18n/use-code-label'
import { parseValidUntil } from './partial-date'

interface ValidUntilInputProps {
  readonly id?: string
  /** The text as typed, or 长期; `parseValidUntil` reads it. */
  readonly value: string
  readonly onChange: (text: string) => void
  readonly onBlur?: () => void
  readonly status?: 'error' | 'warning' | ''
  readonly 'aria-describedby'?: string | undefined
}

const [forever] = noExpiry.values

/** The end of a document's validity: a date, or none at all by a button. */
export function ValidUntilInput({ value, onChange, onBlur, ...rest }: ValidUntilInputProps) {
  const { t } = useTranslation()
  const codeLabel = useCodeLabel()
  const isForever = value === forever
  return (
    <Space.Compact block>
      <Input
        {...rest}
        value={isForever ? codeLabel(forever) : value}
        readOnly={isForever}
        placeholder={t('partialDate.placeholder')}
        onChange={(event) => onChange(event.target.value)}
        onBlur={() => {
          const read = parseValidUntil(value)
          if (read !== null && read !== value) onChange(read)
          onBlur?.()
        }}
      />
      <Button aria-pressed={isForever} onClick={() => onChange(isForever ? '' : forever)}>
        {codeLabel(forever)}
      </Button>
    </Space.Compact>
  )
}
