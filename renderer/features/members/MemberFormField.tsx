import { Button } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { codePlaceSchema } from '../../../shared/model/code-list'
import type { MemberField } from '../../../shared/model/member'
import { FieldInput } from '../../components/FieldInput'
import { WordInput } from '../federation/codes/WordInput'
import type { DraftProblem } from './member-draft'
import styles from './MemberForm.module.css'

interface MemberFormFieldProps {
  readonly id: string
  readonly field: MemberField
  readonly value: string
  readonly problem: DraftProblem | undefined
  /** The masked text that stays as it is; null when the field is typed. */
  readonly masked: string | null
  /** Whether a masked text is there that could stay. */
  readonly replaceable: boolean
  readonly onChange: (text: string) => void
  readonly onBlur: () => void
  readonly autoFocus: boolean
  readonly onReplace: (replace: boolean) => void
  /** Notes under the field. */
  readonly children: ReactNode
}

/** One field of the form with its label, its editor and what is wrong with it. */
export function MemberFormField(props: MemberFormFieldProps) {
  const { id, field, value, problem, masked, replaceable, onChange, onBlur, autoFocus, onReplace, children } = props
  const { t } = useTranslation(['members', 'fields'])
  const name = t(`fields:member.${field}`)
  if (masked !== null) {
    return (
      <div className={styles.field} role="group" aria-label={name}>
        <span className={styles.label}>{name}</span>
        <div className={styles.masked}>
          <span className="numeric">{masked}</span>
          <Button size="small" onClick={() => onReplace(true)}>
            {t('replace')}
          </Button>
        </div>
      </div>
    )
  }
  const place = codePlaceSchema.safeParse(field)
  const input = {
    id,
    value,
    onChange,
    onBlur,
    autoFocus,
    status: problem?.severity ?? '',
    'aria-describedby': problem === undefined ? undefined : `${id}-problem`,
  } as const
  return (
    <div className={styles.field}>
      <label htmlFor={id} className={styles.label}>
        {name}
        {field === 'name' && (
          <span aria-hidden="true" className={styles.required}>
            {' *'}
          </span>
        )}
      </label>
      {place.success ? (
        <WordInput {...input} place={place.data} own={[]} maxLength={200} />
      ) : (
        <FieldInput
          {...input}
          field={field}
          aria-required={field === 'name'}
          aria-invalid={problem?.severity === 'error'}
        />
      )}
      <div aria-live="polite">
        {problem !== undefined && (
          <p id={`${id}-problem`} className={styles[problem.severity]}>
            {t(`issue.${problem.code}`)}
          </p>
        )}
        {children}
      </div>
      {replaceable && (
        <Button size="small" type="link" onClick={() => onReplace(false)}>
          {t('keepOld')}
        </Button>
      )}
    </div>
  )
}
