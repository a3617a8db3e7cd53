import type { MemberField } from '../../../shared/model/member'
import { IdNumberNotes } from './IdNumberNotes'
import { MemberFormField } from './MemberFormField'
import styles from './MemberForm.module.css'
import { fieldId, type MemberFormState } from './use-member-form'

interface FieldInputsProps {
  readonly form: MemberFormState
  readonly fields: readonly MemberField[]
  /** The field that is ready to be typed into. */
  readonly autoFocus: MemberField | null
}

/** Some fields of a member to be filled in; each is checked while it is typed. */
export function FieldInputs({ form, fields, autoFocus }: FieldInputsProps) {
  const { draft, setDraft } = form
  return (
    <div className={styles.fields}>
      {fields.map((field) => (
        <MemberFormField
          key={field}
          id={fieldId(field)}
          field={field}
          value={draft[field]}
          problem={form.problemOf(field)}
          masked={form.maskedText(field)}
          replaceable={form.isReplaceable(field)}
          onChange={(text) => setDraft({ ...draft, [field]: text })}
          onBlur={() => form.leave(field)}
          autoFocus={field === autoFocus}
          onReplace={(replace) => form.replace(field, replace)}
        >
          {field === 'idNumber' && <IdNumberNotes draft={draft} onDraft={setDraft} holder={form.holder} />}
        </MemberFormField>
      ))}
    </div>
  )
}
