import { useTranslation } from 'react-i18next'
import { memberFieldDeclarations, type MaskedMember, type MemberField } from '../../../shared/model/member'
import { Section } from '../../components/Section'
import { fieldGroups } from './field-groups'
import styles from './MemberFieldList.module.css'
import { MaskedValue } from './MaskedValue'
import { useFieldText } from './use-field-text'

/** The fields of a record in their groups; masked ones can be shown in clear with a reason. */
export function MemberFieldList({ member }: { readonly member: MaskedMember }) {
  const { t } = useTranslation(['members', 'fields', 'common'])
  const fieldText = useFieldText()

  function shown(field: MemberField) {
    const value = member[field]
    if (value === null) return <span className={styles.empty}>{t('common:empty')}</span>
    if (!memberFieldDeclarations[field].masked) return fieldText(field, String(value))
    return <MaskedValue memberId={member.id} field={field} masked={String(value)} />
  }

  return fieldGroups.map(({ name, fields }) => (
    <Section key={name} title={t(`group.${name}`)}>
      <dl className={styles.fields}>
        {fields.map((field) => (
          <div key={field}>
            <dt>{t(`fields:member.${field}`)}</dt>
            <dd>{shown(field)}</dd>
          </div>
        ))}
      </dl>
    </Section>
  ))
}
