import { Input, type InputRef } from 'antd'
import type { Ref } from 'react'
import { useTranslation } from 'react-i18next'

interface MoneyInputProps {
  readonly id?: string
  readonly ref?: Ref<InputRef>
  /** The amount in yuan as typed; `parseYuan` reads it. */
  readonly value: string
  readonly onChange: (text: string) => void
  readonly onBlur?: () => void
  readonly status?: 'error' | 'warning' | ''
  readonly placeholder?: string
  readonly 'aria-label'?: string
  readonly 'aria-describedby'?: string | undefined
}

/** An amount in yuan. */
export function MoneyInput(props: MoneyInputProps) {
  const { t } = useTranslation()
  return (
    <Input
      {...props}
      className="numeric"
      inputMode="decimal"
      suffix={t('money.unit')}
      onChange={(event) => props.onChange(event.target.value)}
    />
  )
}
