import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Alert, Button, Tag } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { hardshipPaper } from '../../../../shared/codes'
import type { HardshipDetail } from '../../../../shared/contract/care/hardship'
import { hardshipFileInputSchema } from '../../../../shared/model/hardship'
import { missingFields, papersNeeded, type MissingField } from '../../../../shared/rules/care/hardship-complete'
import { api } from '../../../client'
import panel from '../../../components/panel.module.css'
import { Section } from '../../../components/Section'
import { useUndo } from '../../../components/use-undo'
import { useCodeLabel } from '../../../i18n/use-code-label'
import { Attachments } from '../../attachments/Attachments'
import { FieldsDialog } from './FieldsDialog'
import styles from './hardship.module.css'
import { draftOf, fileFields } from './hardship-fields'
import { useFactText } from './use-fact-text'

/** What the file holds beside the member's record, and what is missing of it. */
export function FileSection({ detail }: { readonly detail: HardshipDetail }) {
  const { t } = useTranslation(['hardship', 'common', 'fields'])
  const queryClient = useQueryClient()
  const { offerUndo } = useUndo()
  const factText = useFactText()
  const [isEditing, setEditing] = useState(false)
  const { file, member, persons, assessments } = detail
  const update = useMutation(
    api.care.hardship.update.mutationOptions({
      onSuccess: ({ batchId }) => {
        offerUndo(t('saved'), batchId)
        setEditing(false)
        return queryClient.invalidateQueries()
      },
    }),
  )
  const missing = missingFields(member, file, persons, assessments.length > 0)
  const nameOf = (field: MissingField): string => {
    switch (field.of) {
      case 'member':
        return t(`fields:member.${field.field}`)
      case 'file':
        return field.field === 'figures' ? t('figures') : t(`fileField.${field.field}`)
      case 'person':
        return t('missingOf', { name: field.name, field: t(`personField.${field.field}`) })
    }
  }
  return (
    <Section title={t('fileData')} action={<Button onClick={() => setEditing(true)}>{t('common:edit')}</Button>}>
      {missing.length > 0 && (
        <Alert
          type="info"
          showIcon
          style={{ marginBlockEnd: 12 }}
          title={t('missing', { count: missing.length })}
          description={
            <>
              {missing.map(nameOf).join(t('separator'))}{' '}
              {missing.some(({ of }) => of === 'member') && (
                <Link to={`/members/${file.memberId}/edit`}>{t('toMember')}</Link>
              )}
            </>
          }
        />
      )}
      <dl className={styles.facts}>
        {fileFields
          .filter(({ name }) => file[name] !== null)
          .map((spec) => (
            <div key={spec.name}>
              <dt>{t(`fileField.${spec.name}`)}</dt>
              <dd>{factText(spec, file[spec.name])}</dd>
            </div>
          ))}
      </dl>
      {isEditing && (
        <FieldsDialog
          title={t('editFile')}
          specs={fileFields}
          label={(name) => t(`fileField.${name}`)}
          initial={draftOf(fileFields, file)}
          shape={hardshipFileInputSchema.omit({ memberId: true })}
          busy={update.isPending}
          error={update.error}
          onSave={(changed) => update.mutate({ id: file.id, file: changed })}
          onClose={() => setEditing(false)}
        />
      )}
    </Section>
  )
}

/** The file's pictures and papers, and which of those it needs are missing. */
export function PapersSection({ detail: { file, persons, assessments, papers } }: { readonly detail: HardshipDetail }) {
  const { t } = useTranslation('hardship')
  const codeLabel = useCodeLabel()
  const needed = papersNeeded(file, persons, assessments[0] ?? null)
  return (
    <>
      <Attachments owner={{ kind: 'hardshipFile', id: file.id }} labels={hardshipPaper.values} />
      <div className={`${panel.bar} ${styles.papers ?? ''}`} role="group" aria-label={t('checklist')}>
        <span>{t('checklist')}</span>
        {needed.map((label) => (
          <Tag key={label} color={papers.includes(label) ? 'success' : 'warning'}>
            {t(papers.includes(label) ? 'paperThere' : 'paperMissing', { name: codeLabel(label) })}
          </Tag>
        ))}
      </div>
    </>
  )
}
