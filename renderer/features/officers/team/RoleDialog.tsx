import { useMutation, useQuery } from '@tanstack/react-query'
import { Form, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { MemberId, UnitId } from '../../../../shared/model/id'
import {
  teamRoleInputSchema,
  teamRoleKindSchema,
  type TeamRole,
  type TeamRoleKind,
} from '../../../../shared/model/team'
import { dayOf } from '../../../../shared/rules/date'
import { api } from '../../../client'
import { ErrorNotice } from '../../../components/ErrorNotice'
import { FormDialog } from '../../../components/FormDialog'
import { FormField } from '../../../components/FormField'
import panel from '../../../components/panel.module.css'
import { unitPath } from '../../organisation/unit-path'
import { DayField, TextField } from '../fields'
import styles from '../officers.module.css'
import { orNull, readDay, refusedFields, typedDay } from '../read'
import { useWritten } from '../use-written'

interface RoleDialogProps {
  /** Whom to appoint; for a role there is already, its holder. */
  readonly memberIds: readonly MemberId[]
  readonly role: TeamRole | null
  readonly kind: TeamRoleKind
  readonly onClose: () => void
}

/** Appoints members to the team, many at once, or corrects a role. */
export function RoleDialog({ memberIds, role, kind, onClose }: RoleDialogProps) {
  const { t } = useTranslation(['officers', 'common'])
  const { written } = useWritten()
  const [initial] = useState(() => ({
    kind: role?.kind ?? kind,
    unitId: role?.unitId ?? null,
    from: role?.from ?? dayOf(new Date()),
    until: role?.until ?? '',
    skill: role?.skill ?? '',
    note: role?.note ?? '',
  }))
  const [draft, setDraft] = useState<Omit<typeof initial, 'from' | 'until'> & { from: string; until: string }>(initial)
  const [tried, setTried] = useState(false)
  const units = useQuery(api.organisation.tree.queryOptions()).data?.units ?? []
  const read = teamRoleInputSchema.omit({ memberId: true }).safeParse({
    kind: draft.kind,
    unitId: draft.unitId,
    from: typedDay(draft.from),
    until: typedDay(draft.until),
    skill: orNull(draft.skill),
    note: orNull(draft.note),
  })
  const refused = tried ? refusedFields(read.error) : new Set()
  const [from, until] = [readDay(draft.from), readDay(draft.until)]
  const endsEarly = from !== null && until !== null && until < from
  const add = useMutation(
    api.officers.team.add.mutationOptions({
      onSuccess: (done) => {
        onClose()
        return written(done, t('team.added', { count: done.added }))
      },
    }),
  )
  const update = useMutation(
    api.officers.team.update.mutationOptions({
      onSuccess: (done) => {
        onClose()
        return written(done)
      },
    }),
  )
  const error = add.error ?? update.error

  function change(changes: Partial<typeof draft>) {
    setDraft((before) => ({ ...before, ...changes }))
  }

  function save() {
    setTried(true)
    if (!read.success || endsEarly) return
    if (role === null) add.mutate({ ...read.data, memberIds: [...memberIds] })
    else update.mutate({ id: role.id, role: { ...read.data, memberId: role.memberId } })
  }

  return (
    <FormDialog
      title={t(role === null ? 'team.add' : 'team.edit')}
      dirty={draft !== initial}
      busy={add.isPending || update.isPending}
      onSave={save}
      onClose={onClose}
    >
      <Form component={false} layout="vertical">
        {role === null && <p className={panel.lead}>{t('common:grid.selected', { count: memberIds.length })}</p>}
        <div className={styles.pair}>
          <FormField label={t('team.kind')}>
            {({ id }) => (
              <Select
                id={id}
                value={draft.kind}
                onChange={(value) => change({ kind: value })}
                options={teamRoleKindSchema.options.map((value) => ({ value, label: t(`role.${value}`) }))}
              />
            )}
          </FormField>
          <FormField label={t('team.unit')}>
            {({ id }) => (
              <Select<UnitId | ''>
                id={id}
                value={draft.unitId ?? ''}
                onChange={(value) => change({ unitId: value === '' ? null : value })}
                options={[
                  { value: '' as const, label: t('delegate.whole') },
                  ...units
                    .filter(({ closedOn }) => closedOn === null)
                    .map((unit) => ({ value: unit.id, label: unitPath(units, unit.id) })),
                ]}
              />
            )}
          </FormField>
          <DayField
            label={t('team.from')}
            required
            value={draft.from}
            isRefused={refused.has('from')}
            onChange={(text) => change({ from: text })}
          />
          <DayField
            label={t('team.until')}
            hint={t('team.untilHint')}
            value={draft.until}
            isRefused={refused.has('until') || (tried && endsEarly)}
            onChange={(text) => change({ until: text })}
          />
          <TextField
            label={t('team.skill')}
            maxLength={100}
            value={draft.skill}
            onChange={(skill) => change({ skill })}
          />
          <TextField label={t('note')} maxLength={500} value={draft.note} onChange={(note) => change({ note })} />
        </div>
      </Form>
      {error !== null && <ErrorNotice error={error} />}
    </FormDialog>
  )
}
