import { Form } from 'antd'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { z } from 'zod'
import { ErrorNotice } from '../../../components/ErrorNotice'
import { FormDialog } from '../../../components/FormDialog'
import { FieldEditor } from './FieldEditor'
import styles from './hardship.module.css'
import { valuesOf, type Draft, type FieldSpec } from './hardship-fields'

interface FieldsDialogProps<Name extends string, Shape extends z.ZodType> {
  readonly title: string
  readonly specs: readonly FieldSpec<Name>[]
  readonly label: (name: Name) => string
  readonly initial: Draft
  readonly shape: Shape
  readonly busy: boolean
  readonly error: Error | null
  readonly before?: ReactNode
  readonly onSave: (record: z.output<Shape>) => void
  readonly onClose: () => void
}

/** Edits the fields of a file or of a person in a dialog; what cannot be read is said at its field before saving. */
export function FieldsDialog<Name extends string, Shape extends z.ZodType>(props: FieldsDialogProps<Name, Shape>) {
  const { title, specs, label, initial, shape, busy, error, before, onSave, onClose } = props
  const { t } = useTranslation('hardship')
  const [draft, setDraft] = useState(initial)
  const [tried, setTried] = useState(false)
  const read = shape.safeParse(valuesOf(specs, draft))
  const wrong = new Set(read.success ? [] : read.error.issues.map(({ path: [name] }) => String(name)))
  return (
    <FormDialog
      title={title}
      width={900}
      dirty={draft !== initial}
      busy={busy}
      onSave={() => {
        setTried(true)
        if (read.success) onSave(read.data)
      }}
      onClose={onClose}
    >
      {before}
      <Form component={false} layout="vertical">
        <div className={styles.fields}>
          {specs.map((spec) => (
            <div key={spec.name} className={spec.kind === 'note' ? styles.wide : undefined}>
              <FieldEditor
                spec={spec}
                label={label(spec.name)}
                value={draft[spec.name] ?? ''}
                error={tried && wrong.has(spec.name) ? t(`problem.${spec.kind}`) : null}
                onChange={(text) => setDraft((known) => ({ ...known, [spec.name]: text }))}
              />
            </div>
          ))}
        </div>
      </Form>
      {tried && wrong.size > 0 && <p role="alert">{t('problem.some')}</p>}
      {error !== null && <ErrorNotice error={error} />}
    </FormDialog>
  )
}
