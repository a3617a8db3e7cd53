import { Form } from 'antd'
import { useId, type ReactNode } from 'react'
import styles from './FormField.module.css'

/** What an input needs to belong to its label and its message. */
export interface FieldControl {
  readonly id: string
  readonly status: 'error' | ''
  readonly 'aria-describedby': string | undefined
  readonly 'aria-invalid': boolean
}

interface FormFieldProps {
  readonly label: string
  /** What is wrong with the entry; null while nothing is. */
  readonly error?: string | null
  readonly hint?: ReactNode
  readonly required?: boolean
  readonly children: (control: FieldControl) => ReactNode
}

/** An input with its label and, under it, what is wrong or what to know. */
export function FormField({ label, error = null, hint, required = false, children }: FormFieldProps) {
  const id = useId()
  const note = error ?? hint
  return (
    <Form.Item
      label={label}
      htmlFor={id}
      required={required}
      validateStatus={error === null ? '' : 'error'}
      extra={
        note === undefined ? undefined : (
          <span
            id={`${id}note`}
            role={error === null ? undefined : 'alert'}
            className={error === null ? undefined : styles.error}
          >
            {note}
          </span>
        )
      }
    >
      {children({
        id,
        status: error === null ? '' : 'error',
        'aria-describedby': note === undefined ? undefined : `${id}note`,
        'aria-invalid': error !== null,
      })}
    </Form.Item>
  )
}
