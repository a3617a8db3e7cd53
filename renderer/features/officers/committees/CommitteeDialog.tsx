import { useMutation, useQuery } from '@tanstack/react-query'
import { Form, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { committeeInputSchema, committeeKindSchema, type Committee } from '../../../../shared/model/committee'
import type { CommitteeId, UnitId } from '../../../../shared/model/id'
import { dayOf } from '../../../../shared/rules/date'
import { ruleOn } from '../../../../shared/rules/officers/rules'
import { endOfTerm } from '../../../../shared/rules/officers/terms'
import { api } from '../../../client'
import { ErrorNotice } from '../../../components/ErrorNotice'
import { FormDialog } from '../../../components/FormDialog'
import { FormField } from '../../../components/FormField'
import { CountField, DayField, TextField } from '../fields'
import styles from '../officers.module.css'
import { orNull, readDay, refusedFields, typedCount, typedDay } from '../read'
import { useWritten } from '../use-written'

interface CommitteeDialogProps {
  /** The committee to correct; a new one otherwise. */
  readonly committee: Committee | null
  readonly onSaved?: (id: CommitteeId) => void
  readonly onClose: () => void
}

const YEARS = [3, 4, 5]

/** Records a committee's term, or corrects it. */
export function CommitteeDialog({ committee, onSaved, onClose }: CommitteeDialogProps) {
  const { t } = useTranslation(['officers', 'common', 'organisation'])
  const { written } = useWritten()
  const [usual] = useState(() => ruleOn('usualTerm', dayOf(new Date())))
  const [initial] = useState(() => ({
    kind: committee?.kind ?? ('committee' as const),
    unitId: committee?.unitId ?? null,
    term: committee === null ? '' : String(committee.term),
    electedOn: committee?.electedOn ?? '',
    years: committee?.years ?? usual.number,
    approvedOn: committee?.approvedOn ?? '',
    approvalDocument: committee?.approvalDocument ?? '',
    postponedTo: committee?.postponedTo ?? '',
    postponementDocument: committee?.postponementDocument ?? '',
    endedOn: committee?.endedOn ?? '',
    note: committee?.note ?? '',
  }))
  const [draft, setDraft] = useState(initial)
  const [tried, setTried] = useState(false)
  const units = useQuery(api.organisation.tree.queryOptions()).data?.units ?? []
  const read = committeeInputSchema.safeParse({
    kind: draft.kind,
    unitId: draft.unitId,
    term: typedCount(draft.term),
    electedOn: typedDay(draft.electedOn),
    years: draft.years,
    approvedOn: typedDay(draft.approvedOn),
    approvalDocument: orNull(draft.approvalDocument),
    postponedTo: typedDay(draft.postponedTo),
    postponementDocument: orNull(draft.postponementDocument),
    endedOn: typedDay(draft.endedOn),
    delegateQuota: committee?.delegateQuota ?? null,
    note: orNull(draft.note),
  })
  const refused = tried ? refusedFields(read.error) : new Set()
  const isDayMissing = committee === null && draft.electedOn.trim() === ''
  const add = useMutation(
    api.officers.committees.add.mutationOptions({
      onSuccess: (saved) => {
        onClose()
        onSaved?.(saved.id)
        return written(saved)
      },
    }),
  )
  const update = useMutation(
    api.officers.committees.update.mutationOptions({
      onSuccess: (saved) => {
        onClose()
        return written(saved)
      },
    }),
  )
  const error = add.error ?? update.error
  const electedOn = readDay(draft.electedOn)

  function change(changes: Partial<typeof draft>) {
    setDraft((before) => ({ ...before, ...changes }))
  }

  function save() {
    setTried(true)
    if (!read.success || isDayMissing) return
    if (committee === null) add.mutate(read.data)
    else update.mutate({ id: committee.id, committee: read.data })
  }

  return (
    <FormDialog
      title={t(committee === null ? 'committee.add' : 'committee.edit')}
      width={720}
      dirty={draft !== initial}
      busy={add.isPending || update.isPending}
      onSave={save}
      onClose={onClose}
    >
      <Form component={false} layout="vertical">
        <div className={styles.pair}>
          <FormField label={t('committee.kind')}>
            {({ id }) => (
              <Select
                id={id}
                value={draft.kind}
                onChange={(kind) => change({ kind })}
                options={committeeKindSchema.options.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))}
              />
            )}
          </FormField>
          <FormField label={t('committee.unit')}>
            {({ id }) => (
              <Select<UnitId | ''>
                id={id}
                value={draft.unitId ?? ''}
                onChange={(value) => change({ unitId: value === '' ? null : value })}
                options={[
                  { value: '' as const, label: t('organisation:post.branchItself') },
                  ...units
                    .filter(({ parentId }) => parentId === null)
                    .map(({ id: value, name }) => ({ value, label: name })),
                ]}
              />
            )}
          </FormField>
          <CountField
            label={t('committee.term')}
            hint={t('committee.termHint')}
            required
            value={draft.term}
            isRefused={refused.has('term')}
            onChange={(term) => change({ term })}
          />
          <FormField label={t('committee.years')} hint={usual.source}>
            {({ id }) => (
              <Select
                id={id}
                value={draft.years}
                onChange={(years) => change({ years })}
                options={YEARS.map((years) => ({ value: years, label: t('committee.yearsOf', { count: years }) }))}
              />
            )}
          </FormField>
          <DayField
            label={t('committee.electedOn')}
            hint={
              electedOn === null
                ? undefined
                : t('committee.endsThen', { on: endOfTerm({ electedOn, years: draft.years }) })
            }
            required={committee === null}
            value={draft.electedOn}
            isRefused={refused.has('electedOn') || (tried && isDayMissing)}
            onChange={(text) => change({ electedOn: text })}
          />
          <DayField
            label={t('committee.approvedOn')}
            value={draft.approvedOn}
            isRefused={refused.has('approvedOn')}
            onChange={(approvedOn) => change({ approvedOn })}
          />
          <TextField
            label={t('committee.approvalDocument')}
            maxLength={100}
            value={draft.approvalDocument}
            onChange={(approvalDocument) => change({ approvalDocument })}
          />
          <DayField
            label={t('committee.postponedTo')}
            hint={t('committee.postponedHint')}
            value={draft.postponedTo}
            isRefused={refused.has('postponedTo')}
            onChange={(postponedTo) => change({ postponedTo })}
          />
          <TextField
            label={t('committee.postponementDocument')}
            maxLength={100}
            value={draft.postponementDocument}
            onChange={(postponementDocument) => change({ postponementDocument })}
          />
          <DayField
            label={t('committee.endedOn')}
            hint={t('committee.endedHint')}
            value={draft.endedOn}
            isRefused={refused.has('endedOn')}
            onChange={(endedOn) => change({ endedOn })}
          />
        </div>
        <TextField
          label={t('note')}
          maxLength={500}
          rows={1}
          value={draft.note}
          onChange={(note) => change({ note })}
        />
      </Form>
      {error !== null && <ErrorNotice error={error} />}
    </FormDialog>
  )
}
