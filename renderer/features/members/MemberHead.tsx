import { useTranslation } from 'react-i18next'
import { memberFieldDeclarations, type MaskedMember, type MemberField } from '../../../shared/model/member'
import { dayOf, ageOn } from '../../../shared/rules/date'
import styles from './MemberHead.module.css'
import { MemberPhoto } from './photo/MemberPhoto'
import { useFieldText } from './use-field-text'

/** What identifies a member at a glance, where it is known. */
const KEY_FIELDS: readonly MemberField[] = [
  'gender',
  'birthDate',
  'ethnicity',
  'politicalStatus',
  'unionGroup',
  'unionPosition',
  'position',
  'staffNumber',
  'memberCardNumber',
  'joinDate',
  'phone',
]

/** The head of a record: photo and key facts. */
export function MemberHead({ member }: { readonly member: MaskedMember }) {
  const { t } = useTranslation(['members', 'fields'])
  const fieldText = useFieldText()
  const age = member.birthDate === null ? null : ageOn(member.birthDate, dayOf(new Date()))

  function shown(field: MemberField): string {
    const value = String(member[field])
    if (field === 'birthDate' && age !== null) return t('birthAndAge', { date: value, age })
    return memberFieldDeclarations[field].masked ? value : fieldText(field, value)
  }

  return (
    <div className={styles['head']}>
      <MemberPhoto member={member} />
      <dl className={styles['facts']}>
        {KEY_FIELDS.filter((field) => member[field] !== null).map((field) => (
          <div key={field}>
            <dt>{t(`fields:member.${field}`)}</dt>
            <dd className="numeric">{shown(field)}</dd>
          </div>
        ))}
      </dl>
    </div>
  )
}
