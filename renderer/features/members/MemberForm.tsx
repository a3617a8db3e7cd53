import { Alert, Button } from 'antd'
import { useState, type ReactNode, type SyntheticEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { MaskedMember, MemberField, MemberFields } from '../../../shared/model/member'
import { dayOf } from '../../../shared/rules/date'
import { Section } from '../../components/Section'
import { fieldGroups } from './field-groups'
import { IdNumberNotes } from './IdNumberNotes'
import { readDraft, type MemberDraft } from './member-draft'
import { MemberFormField } from './MemberFormField'
import styles from './MemberForm.module.css'
import { useIdHolder } from './use-id-holder'

interface MemberFormProps {
  readonly draft: MemberDraft
  readonly onDraft: (draft: MemberDraft) => void
  /** The record that is edited; null for a new one. */
  readonly member: MaskedMember | null
  /** Masked fields that are typed anew. */
  readonly replaced: ReadonlySet<MemberField>
  readonly onReplace: (field: MemberField, replace: boolean) => void
  readonly busy: boolean
  /** Shown above the buttons: what the backend refused. */
  readonly notice: ReactNode
  /** Sections that follow the fields. */
  readonly children?: ReactNode
  readonly onSave: (fields: MemberFields) => void
  readonly onCancel: () => void
}

/** Length at which a number is judged at once. */
const COMPLETE_LENGTHS: Partial<Record<MemberField, number>> = { idNumber: 18, phone: 11 }

/** The fields of a member to be filled in; each is checked while it is typed. */
export function MemberForm(props: MemberFormProps) {
  const { draft, onDraft, member, replaced, onReplace, busy, notice, children, onSave, onCancel } = props
  const { t } = useTranslation(['members', 'common'])
  const [left, setLeft] = useState<ReadonlySet<MemberField>>(new Set())
  const [tried, setTried] = useState(false)
  const { fields, problems } = readDraft(draft, dayOf(new Date()))
  const holder = useIdHolder(draft, member?.id ?? null)
  const wrong = [...problems].filter(([, { severity }]) => severity === 'error')

  function save(event: SyntheticEvent) {
    event.preventDefault()
    setTried(true)
    if (fields !== null && holder === null) onSave(fields)
    else document.getElementById(fieldId(wrong[0]?.[0] ?? 'idNumber'))?.focus()
  }

  /** What is still being typed is not called wrong before it could be right. */
  function shownProblem(field: MemberField) {
    const complete = draft[field].trim().length >= (COMPLETE_LENGTHS[field] ?? Infinity)
    return tried || left.has(field) || complete ? problems.get(field) : undefined
  }

  return (
    <form onSubmit={save} noValidate>
      {fieldGroups.map(({ name, fields: groupFields }) => (
        <Section key={name} title={t(`group.${name}`)}>
          <div className={styles.fields}>
            {groupFields.map((field) => (
              <MemberFormField
                key={field}
                id={fieldId(field)}
                field={field}
                value={draft[field]}
                problem={shownProblem(field)}
                masked={replaced.has(field) ? null : maskedText(member, field)}
                replaceable={maskedText(member, field) !== null}
                onChange={(text) => onDraft({ ...draft, [field]: text })}
                onBlur={() => setLeft((before) => new Set([...before, field]))}
                autoFocus={member === null && field === 'name'}
                onReplace={(replace) => onReplace(field, replace)}
              >
                {field === 'idNumber' && <IdNumberNotes draft={draft} onDraft={onDraft} holder={holder} />}
              </MemberFormField>
            ))}
          </div>
        </Section>
      ))}
      {children}
      {notice}
      {tried && wrong.length > 0 && <Alert type="error" showIcon title={t('problems', { count: wrong.length })} />}
      <div className={styles.buttons}>
        <Button onClick={onCancel}>{t('common:cancel')}</Button>
        <Button type="primary" htmlType="submit" loading={busy}>
          {t('common:save')}
        </Button>
      </div>
    </form>
  )
}

function fieldId(field: MemberField): string {
  return `member-${field}`
}

/** What a masked field of the record shows; null for fields in clear or empty. */
function maskedText(member: MaskedMember | null, field: MemberField): string | null {
  return member !== null && (field === 'idNumber' || field === 'phone') ? member[field] : null
}
