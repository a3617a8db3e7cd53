import { Alert, Button } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { CustomValueInput } from '../../../shared/model/custom-field'
import type { MemberField, MemberFields } from '../../../shared/model/member'
import { Section } from '../../components/Section'
import { CustomInputs } from './custom-fields/CustomInputs'
import { fieldGroups } from './field-groups'
import { FieldInputs } from './FieldInputs'
import styles from './MemberForm.module.css'
import type { MemberFormState } from './use-member-form'

interface MemberFormProps {
  readonly form: MemberFormState
  readonly autoFocus: MemberField | null
  readonly busy: boolean
  /** Shown above the buttons: what the backend refused. */
  readonly notice: ReactNode
  /** Sections that follow the fields. */
  readonly children?: ReactNode
  readonly onSave: (fields: MemberFields, custom: CustomValueInput[]) => void
  readonly onCancel: () => void
}

/** All fields of a member to be filled in, in their groups. */
export function MemberForm({ form, autoFocus, busy, notice, children, onSave, onCancel }: MemberFormProps) {
  const { t } = useTranslation(['members', 'common'])
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        form.submit(onSave)
      }}
    >
      {fieldGroups.map(({ name, fields }) => (
        <Section key={name} title={t(`group.${name}`)}>
          <FieldInputs form={form} fields={fields} autoFocus={autoFocus} />
        </Section>
      ))}
      {form.custom.fields.length > 0 && (
        <Section title={t('group.custom')}>
          <CustomInputs form={form} />
        </Section>
      )}
      {children}
      {notice}
      {form.problemCount > 0 && <Alert type="error" showIcon title={t('problems', { count: form.problemCount })} />}
      <div className={styles.buttons}>
        <Button onClick={onCancel}>{t('common:cancel')}</Button>
        <Button type="primary" htmlType="submit" loading={busy}>
          {t('common:save')}
        </Button>
      </div>
    </form>
  )
}
