import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App, Button } from 'antd'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ChangeId, MemberId } from '../../../../shared/model/id'
import { detailSchema, fieldsOfDetail, type DetailKind, type DetailPart } from '../../../../shared/model/member-detail'
import { dayOf } from '../../../../shared/rules/date'
import { client } from '../../../client'
import { ErrorNotice } from '../../../components/ErrorNotice'
import { FormDialog } from '../../../components/FormDialog'
import styles from '../MemberForm.module.css'
import { draftOfDetail, readDetailDraft, type DetailValues } from './detail-draft'
import { DetailInput } from './DetailInput'
import { useDetailNames } from './use-detail-names'

/** A detail as the record page shows it. */
export interface DetailRow {
  readonly id: string
  readonly version: ChangeId
  readonly values: DetailValues
}

interface DetailDialogProps {
  readonly memberId: MemberId
  readonly kind: DetailKind
  /** The detail that is edited; null for a new one. */
  readonly row: DetailRow | null
  readonly onClose: () => void
}

/** Adds or changes an identity document, a relative or an honour. */
export function DetailDialog({ memberId, kind, row, onClose }: DetailDialogProps) {
  const { t } = useTranslation(['members', 'common'])
  const id = useId()
  const { message } = App.useApp()
  const queryClient = useQueryClient()
  const { fieldName } = useDetailNames(kind)
  const [original] = useState(() => draftOfDetail(kind, row?.values ?? null))
  const [draft, setDraft] = useState(original)
  const [replaced, setReplaced] = useState<ReadonlySet<string>>(new Set())
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const [tried, setTried] = useState(false)
  const isKept = (field: string, masked?: true) =>
    masked === true && !replaced.has(field) && typeof row?.values[field] === 'string'
  const fields = fieldsOfDetail(kind)
  const kept = new Set(fields.flatMap(([field, { masked }]) => (isKept(field, masked) ? [field] : [])))
  const { part, problems } = readDetailDraft(kind, draft, kept, dayOf(new Date()))

  const save = useMutation({
    mutationFn: (detail: DetailPart) =>
      row === null
        ? client.members.details.add({ memberId, detail: detailSchema.parse(detail) })
        : client.members.details.update({ id: row.id, version: row.version, detail }),
    onSuccess: () => {
      void message.success(t('common:saved'))
      onClose()
      return queryClient.invalidateQueries()
    },
  })

  function trySave() {
    setTried(true)
    const [wrong] = fields.find(([field]) => problems.get(field)?.severity === 'error') ?? []
    if (part !== null) save.mutate(part)
    else document.getElementById(`${id}${wrong ?? ''}`)?.focus()
  }

  return (
    <FormDialog
      title={t(row === null ? `details.add.${kind}` : `details.edit.${kind}`)}
      dirty={draft !== original || replaced.size > 0}
      busy={save.isPending}
      onSave={trySave}
      onClose={onClose}
    >
      <div className={styles.fields}>
        {fields.map(([field, declared], index) => {
          const problem = tried || left.has(field) ? problems.get(field) : undefined
          const inputId = `${id}${field}`
          return (
            <div key={field} className={`${styles.field} ${declared.kind === 'note' ? styles.wide : ''}`}>
              <label htmlFor={inputId} className={styles.label}>
                {fieldName(field)}
                {declared.required === true && (
                  <span aria-hidden="true" className={styles.required}>
                    {' *'}
                  </span>
                )}
              </label>
              {kept.has(field) ? (
                <div className={styles.masked}>
                  <span className="numeric">{row?.values[field]}</span>
                  <Button size="small" onClick={() => setReplaced((before) => new Set([...before, field]))}>
                    {t('replace')}
                  </Button>
                </div>
              ) : (
                <DetailInput
                  declared={declared}
                  id={inputId}
                  value={draft[field] ?? ''}
                  onChange={(text) => setDraft({ ...draft, [field]: text })}
                  onBlur={() => setLeft((before) => new Set([...before, field]))}
                  autoFocus={index === 0}
                  status={problem?.severity ?? ''}
                  aria-describedby={problem === undefined ? undefined : `${inputId}-problem`}
                />
              )}
              <div aria-live="polite">
                {problem !== undefined && (
                  <p id={`${inputId}-problem`} className={styles[problem.severity]}>
                    {t(`issue.${problem.code}`)}
                  </p>
                )}
              </div>
            </div>
          )
        })}
      </div>
      {save.isError && (
        <ErrorNotice error={save.error} onRetry={() => void queryClient.invalidateQueries().then(onClose)} />
      )}
    </FormDialog>
  )
}
