import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { CustomField } from '../../../../shared/model/custom-field'
import type { MemberFormState } from '../use-member-form'
import styles from '../MemberForm.module.css'
import { CustomInput } from './CustomInput'

/** Whether a value stands that the code list of the union above does not offer; it may stay. */
function isUnlisted({ codeList, choices, isMasked }: CustomField, value: string | null): boolean {
  return codeList !== null && !isMasked && value !== null && value !== '' && !choices.includes(value)
}

/** The custom fields of a member to be filled in. */
export function CustomInputs({ form }: { readonly form: MemberFormState }) {
  const { t } = useTranslation('members')
  const { fields, recorded, draft, faults, type, forget } = form.custom
  return (
    <div className={styles.fields}>
      {fields.map((field) => {
        const id = `custom-${field.id}`
        const value = recorded.find(({ fieldId }) => fieldId === field.id)?.value ?? null
        const typed = draft.get(field.id)
        const fault = faults.get(field.id)
        const isKept = field.isMasked && value !== null && typed === undefined
        return (
          <div key={field.id} className={styles.field}>
            <label htmlFor={id} className={styles.label}>
              {field.name}
            </label>
            {isKept ? (
              <div className={styles.masked}>
                <span className="numeric">{value}</span>
                <Button size="small" onClick={() => type(field.id, '')}>
                  {t('replace')}
                </Button>
              </div>
            ) : (
              <CustomInput
                field={field}
                id={id}
                value={typed ?? value ?? ''}
                onChange={(text) => type(field.id, text)}
                status={fault === undefined ? '' : 'error'}
                aria-describedby={fault === undefined ? undefined : `${id}-problem`}
              />
            )}
            <div aria-live="polite">
              {isUnlisted(field, typed ?? value) && (
                <p className={styles['warning']}>{t('customField.unlisted', { list: field.codeList })}</p>
              )}
              {fault !== undefined && (
                <p id={`${id}-problem`} className={styles['error']}>
                  {t(`customFault.${fault}`)}
                </p>
              )}
            </div>
            {field.isMasked && value !== null && !isKept && (
              <Button size="small" type="link" onClick={() => forget(field.id)}>
                {t('keepOld')}
              </Button>
            )}
          </div>
        )
      })}
    </div>
  )
}
