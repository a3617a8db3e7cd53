import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query'
import { Button, Form, Input, Select, Switch, Table, Tag } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate } from 'react-router'
import type { NamedTeamRole } from '../../../../shared/contract/officers/team'
import type { MemberId, TeamRoleId } from '../../../../shared/model/id'
import { teamRoleKindSchema, type TeamRoleKind } from '../../../../shared/model/team'
import { dayOf } from '../../../../shared/rules/date'
import { api } from '../../../client'
import { EmptyState } from '../../../components/EmptyState'
import { ErrorNotice } from '../../../components/ErrorNotice'
import { FormDialog } from '../../../components/FormDialog'
import panel from '../../../components/panel.module.css'
import { MemberPickerDialog } from '../../activities/MemberPickerDialog'
import { StatusTag } from '../../members/StatusTag'
import { DayField } from '../fields'
import { readDay } from '../read'
import { useWritten } from '../use-written'
import { RoleDialog } from './RoleDialog'
import { VolunteerService } from './VolunteerService'

const PAGE = 100

/** The team 工作队伍: who has which role, since when, and who of them left the union. */
export function TeamPanel() {
  const { t } = useTranslation(['officers', 'common', 'fields'])
  const navigate = useNavigate()
  const { written, onError } = useWritten()
  const [kind, setKind] = useState<TeamRoleKind | null>(null)
  const [isHeldOnly, setHeldOnly] = useState(true)
  const [isLeftOnly, setLeftOnly] = useState(false)
  const [search, setSearch] = useState('')
  const [page, setPage] = useState(1)
  const [selected, setSelected] = useState<readonly TeamRoleId[]>([])
  const [dialog, setDialog] = useState<'pick' | 'end' | null>(null)
  const [picked, setPicked] = useState<readonly MemberId[] | null>(null)
  const [edited, setEdited] = useState<NamedTeamRole | null>(null)
  const counts = useQuery(api.officers.team.counts.queryOptions())
  const roles = useQuery(
    api.officers.team.list.queryOptions({
      input: { kind, isHeldOnly, isLeftOnly, search, offset: (page - 1) * PAGE, limit: PAGE },
      placeholderData: keepPreviousData,
    }),
  )
  const remove = useMutation(
    api.officers.team.remove.mutationOptions({
      onSuccess: (done) => {
        setSelected([])
        return written(done, t('team.removed'))
      },
      onError,
    }),
  )
  if (roles.isError) return <ErrorNotice error={roles.error} onRetry={() => void roles.refetch()} />
  const countOf = (one: TeamRoleKind) => counts.data?.find((count) => count.kind === one)?.count ?? 0
  const left = (counts.data ?? []).reduce((sum, count) => sum + count.left, 0)
  const add = (
    <Button type="primary" onClick={() => setDialog('pick')}>
      {t('team.add')}
    </Button>
  )

  function show(changes: { kind?: TeamRoleKind | null; left?: boolean }) {
    if (changes.kind !== undefined) setKind(changes.kind)
    setLeftOnly(changes.left ?? false)
    setPage(1)
    setSelected([])
  }

  return (
    <div className={panel.stack}>
      <div className={panel.spread}>
        <span className={panel.bar}>
          <Select<TeamRoleKind | ''>
            aria-label={t('team.kind')}
            style={{ minWidth: 220 }}
            value={kind ?? ''}
            onChange={(value) => show({ kind: value === '' ? null : value })}
            options={[
              { value: '' as const, label: t('team.every') },
              ...teamRoleKindSchema.options.map((value) => ({
                value,
                label: t('team.counted', { role: t(`role.${value}`), count: countOf(value) }),
              })),
            ]}
          />
          <Input
            aria-label={t('common:search')}
            placeholder={t('team.search')}
            allowClear
            maxLength={60}
            style={{ width: 200 }}
            value={search}
            onChange={({ target }) => {
              setSearch(target.value)
              setPage(1)
            }}
          />
          <Switch aria-label={t('team.heldOnly')} checked={isHeldOnly} onChange={setHeldOnly} />
          {t('team.heldOnly')}
          {(left > 0 || isLeftOnly) && (
            <Button type={isLeftOnly ? 'primary' : 'default'} onClick={() => show({ left: !isLeftOnly })}>
              {t('team.left', { count: left })}
            </Button>
          )}
        </span>
        <span className={panel.bar}>
          <Button onClick={() => void navigate(`/officers/rosters?of=team${kind === null ? '' : `&kind=${kind}`}`)}>
            {t('roster.open')}
          </Button>
          {add}
        </span>
      </div>
      <div className={panel.selection} role="status">
        {selected.length > 0 && (
          <>
            <strong>{t('common:grid.selected', { count: selected.length })}</strong>
            <Button onClick={() => setDialog('end')}>{t('team.end')}</Button>
            <Button danger onClick={() => remove.mutate({ ids: [...selected] })}>
              {t('common:remove')}
            </Button>
          </>
        )}
      </div>
      <Table<NamedTeamRole>
        size="small"
        rowKey="id"
        loading={roles.isPending}
        dataSource={roles.data?.rows ?? []}
        pagination={
          (roles.data?.total ?? 0) > PAGE
            ? {
                current: page,
                pageSize: PAGE,
                total: roles.data?.total ?? 0,
                showSizeChanger: false,
                onChange: setPage,
              }
            : false
        }
        locale={{ emptyText: <EmptyState title={t('team.none')} text={t('team.noneText')} action={add} /> }}
        rowSelection={{
          selectedRowKeys: [...selected],
          onChange: (_, rows) => setSelected(rows.map(({ id }) => id)),
          getCheckboxProps: (role) => ({ 'aria-label': `${role.name} ${t(`role.${role.kind}`)}` }),
          getTitleCheckboxProps: () => ({ 'aria-label': t('common:grid.selectAll') }),
        }}
        columns={[
          { title: t('team.kind'), width: 180, render: (_, role) => t(`role.${role.kind}`) },
          {
            title: t('fields:member.name'),
            render: (_, { memberId, name, status, isHeld }) => (
              <>
                <Link to={`/members/${memberId}`}>{name}</Link>{' '}
                {isHeld && status !== 'active' && <StatusTag status={status} />}
              </>
            ),
          },
          { title: t('fields:member.department'), dataIndex: 'department' },
          { title: t('team.unit'), render: (_, { unitName }) => unitName ?? t('delegate.whole') },
          {
            title: t('team.period'),
            render: (_, { from, until, isHeld }) => (
              <>
                <span className="numeric">
                  {until === null ? t('team.since', { from }) : t('team.between', { from, until })}
                </span>{' '}
                {!isHeld && <Tag>{t('team.over')}</Tag>}
              </>
            ),
          },
          { title: t('team.skill'), dataIndex: 'skill' },
          {
            width: 90,
            render: (_, role) => (
              <Button size="small" onClick={() => setEdited(role)}>
                {t('common:edit')}
              </Button>
            ),
          },
        ]}
      />
      <VolunteerService />
      {dialog === 'pick' && (
        <MemberPickerDialog
          title={t('team.add')}
          isBusy={false}
          onPick={(memberIds) => {
            setDialog(null)
            setPicked(memberIds)
          }}
          onClose={() => setDialog(null)}
        />
      )}
      {picked !== null && (
        <RoleDialog memberIds={picked} role={null} kind={kind ?? 'information'} onClose={() => setPicked(null)} />
      )}
      {edited !== null && (
        <RoleDialog memberIds={[edited.memberId]} role={edited} kind={edited.kind} onClose={() => setEdited(null)} />
      )}
      {dialog === 'end' && <EndDialog ids={selected} onEnded={() => setSelected([])} onClose={() => setDialog(null)} />}
    </div>
  )
}

interface EndDialogProps {
  readonly ids: readonly TeamRoleId[]
  readonly onEnded: () => void
  readonly onClose: () => void
}

/** On which day the roles chosen end. */
function EndDialog({ ids, onEnded, onClose }: EndDialogProps) {
  const { t } = useTranslation('officers')
  const { written } = useWritten()
  const [until, setUntil] = useState<string>(() => dayOf(new Date()))
  const day = readDay(until)
  const end = useMutation(
    api.officers.team.end.mutationOptions({
      onSuccess: (done) => {
        onEnded()
        onClose()
        return written(done)
      },
    }),
  )
  return (
    <FormDialog
      title={t('team.end')}
      dirty
      busy={end.isPending}
      onSave={() => {
        if (day !== null) end.mutate({ ids: [...ids], until: day })
      }}
      onClose={onClose}
    >
      <Form component={false} layout="vertical">
        <DayField label={t('team.until')} required value={until} isRefused={day === null} onChange={setUntil} />
      </Form>
      {end.isError && <ErrorNotice error={end.error} />}
    </FormDialog>
  )
}
