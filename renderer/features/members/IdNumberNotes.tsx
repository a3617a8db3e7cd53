import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { MemberId } from '../../../shared/model/id'
import { useCodeLabel } from '../../i18n/use-code-label'
import { holderOf, type MemberDraft } from './member-draft'
import styles from './MemberForm.module.css'

interface IdNumberNotesProps {
  readonly draft: MemberDraft
  readonly onDraft: (draft: MemberDraft) => void
  /** Another member with this number. */
  readonly holder: { readonly id: MemberId; readonly name: string } | null
}

/** What a right ID number leads to: the member who has it already, or birth date and gender to be taken over. */
export function IdNumberNotes({ draft, onDraft, holder }: IdNumberNotesProps) {
  const { t } = useTranslation('members')
  const codeLabel = useCodeLabel()
  if (holder !== null) {
    return (
      <p className={styles.error} role="alert">
        {t('issue.idTaken')}
        <Link to={`/members/${holder.id}`}>{holder.name}</Link>
      </p>
    )
  }
  const person = holderOf(draft)?.holder ?? null
  if (person === null || (draft.gender !== '' && draft.birthDate !== '')) return null
  const { gender, birthDate } = person
  return (
    <Button
      type="link"
      size="small"
      style={{ paddingInline: 0 }}
      onClick={() => onDraft({ ...draft, gender, birthDate })}
    >
      {t('fillFromId', { gender: codeLabel(gender), birthDate })}
    </Button>
  )
}
