import { Button, Switch } from 'antd'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { MemberRecord } from '../../../shared/contract/members'
import type { CustomField } from '../../../shared/model/custom-field'
import { memberFieldDeclarations, type MemberField } from '../../../shared/model/member'
import { client } from '../../client'
import { Section } from '../../components/Section'
import { useCodeLabel } from '../../i18n/use-code-label'
import { shownCustomFields, useCustomFields } from './custom-fields/use-custom-fields'
import { ValidityTag } from './details/ValidityTag'
import { EditGroupDialog } from './EditGroupDialog'
import { fieldGroups, type FieldGroupName } from './field-groups'
import { FieldSource, type SourcedField } from './FieldSource'
import styles from './MemberFieldList.module.css'
import { MaskedValue } from './MaskedValue'
import { useFieldText } from './use-field-text'

/** The fields of a record in their groups, each to be edited in place; masked ones can be shown in clear with a reason. */
export function MemberFieldList({ record }: { readonly record: MemberRecord }) {
  const { t } = useTranslation(['members', 'fields', 'common'])
  const fieldText = useFieldText()
  const customFields = shownCustomFields(useCustomFields(), record.custom)
  const [withSources, setWithSources] = useState(false)
  const [edited, setEdited] = useState<FieldGroupName | 'custom' | null>(null)
  const { member } = record

  function shown(field: MemberField) {
    const value = member[field]
    if (value === null) return null
    if (memberFieldDeclarations[field].masked) {
      return (
        <MaskedValue
          label={t(`fields:member.${field}`)}
          masked={String(value)}
          onReveal={(reason) => client.members.reveal({ id: member.id, field, reason })}
        />
      )
    }
    return (
      <>
        {fieldText(field, String(value))}
        {field === 'idValidUntil' && <ValidityTag validTo={String(value)} />}
      </>
    )
  }

  const editButton = (group: FieldGroupName | 'custom') => (
    <Button size="small" aria-label={t('editGroup', { group: t(`group.${group}`) })} onClick={() => setEdited(group)}>
      {t('common:edit')}
    </Button>
  )
  const source = (field: SourcedField, name: string) => (
    <FieldSource memberId={member.id} field={field} name={name} isOpen={withSources} />
  )
  return (
    <>
      <p className={styles['sources']}>
        <label>
          <Switch size="small" checked={withSources} onChange={setWithSources} />
          {t('showSources')}
        </label>
      </p>
      {fieldGroups.map(({ name, fields }) => (
        <Section key={name} title={t(`group.${name}`)} action={editButton(name)}>
          <Facts
            facts={fields.map((field) => {
              const fieldName = t(`fields:member.${field}`)
              const value = shown(field)
              return [fieldName, value, value === null ? null : source(field, fieldName)]
            })}
          />
        </Section>
      ))}
      {customFields.length > 0 && (
        <Section title={t('group.custom')} action={editButton('custom')}>
          <Facts
            facts={customFields.map((field) => [
              field.name,
              <CustomText key={field.id} {...{ field, record }} />,
              record.custom.some(({ fieldId }) => fieldId === field.id) ? source(field.id, field.name) : null,
            ])}
          />
        </Section>
      )}
      {edited !== null && <EditGroupDialog record={record} group={edited} onClose={() => setEdited(null)} />}
    </>
  )
}

type Fact = readonly [name: string, value: ReactNode, source: ReactNode]

function Facts({ facts }: { readonly facts: readonly Fact[] }) {
  const { t } = useTranslation()
  return (
    <dl className={styles['fields']}>
      {facts.map(([name, value, source]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>
            {value ?? <span className={styles['empty']}>{t('empty')}</span>}
            {source}
          </dd>
        </div>
      ))}
    </dl>
  )
}

function CustomText({ field, record }: { readonly field: CustomField; readonly record: MemberRecord }) {
  const { t } = useTranslation()
  const codeLabel = useCodeLabel()
  const value = record.custom.find(({ fieldId }) => fieldId === field.id)?.value ?? null
  if (value === null) return <span className={styles['empty']}>{t('empty')}</span>
  if (!field.isMasked) return field.kind === 'yesNo' ? codeLabel(value) : value
  return (
    <MaskedValue
      label={field.name}
      masked={value}
      onReveal={(reason) =>
        client.members.customFields.reveal({ memberId: record.member.id, fieldId: field.id, reason })
      }
    />
  )
}
