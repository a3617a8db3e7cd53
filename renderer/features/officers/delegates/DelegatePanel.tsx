import { useMutation, useQuery } from '@tanstack/react-query'
import { Button, Form, Input, Select, Table, Tag } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate, useSearchParams } from 'react-router'
import type { Congress, NamedDelegate } from '../../../../shared/contract/officers/delegates'
import {
  committeeIdSchema,
  type CommitteeId,
  type DelegateId,
  type MemberId,
  type UnitId,
} from '../../../../shared/model/id'
import { dayOf } from '../../../../shared/rules/date'
import { api } from '../../../client'
import { EmptyState } from '../../../components/EmptyState'
import { ErrorNotice } from '../../../components/ErrorNotice'
import { FormDialog } from '../../../components/FormDialog'
import { FormField } from '../../../components/FormField'
import { Loading } from '../../../components/Loading'
import panel from '../../../components/panel.module.css'
import { Section } from '../../../components/Section'
import { MemberPickerDialog } from '../../activities/MemberPickerDialog'
import { StatusTag } from '../../members/StatusTag'
import { DayField, TextField } from '../fields'
import { orNull, readDay, typedCount } from '../read'
import { useCommitteeTexts } from '../use-committee-texts'
import { useWritten } from '../use-written'

/** Delegates 会员代表 of a committee's term, by the unit that elected them. */
export function DelegatePanel() {
  const { t } = useTranslation('officers')
  const texts = useCommitteeTexts()
  const [params, setParams] = useSearchParams()
  const committees = useQuery(api.officers.committees.list.queryOptions())
  if (committees.isPending) return <Loading />
  if (committees.isError) return <ErrorNotice error={committees.error} onRetry={() => void committees.refetch()} />
  const offered = committees.data.filter(({ kind }) => kind === 'committee')
  const asked = committeeIdSchema.safeParse(params.get('committee')).data
  const chosen =
    offered.find(({ id }) => id === asked) ?? offered.find(({ state }) => state !== 'preparing') ?? offered[0]
  if (chosen === undefined) {
    return (
      <EmptyState
        title={t('delegate.noCommittee')}
        text={t('delegate.noCommitteeText')}
        action={<Link to="/officers">{t('tab.committees')}</Link>}
      />
    )
  }
  return (
    <div className={panel.stack}>
      <div className={panel.bar}>
        <Select<CommitteeId>
          aria-label={t('delegate.ofTerm')}
          style={{ minWidth: 260 }}
          value={chosen.id}
          onChange={(committee) => setParams({ tab: 'delegates', committee }, { replace: true })}
          options={offered.map((committee) => ({ value: committee.id, label: texts.name(committee) }))}
        />
      </div>
      <CongressView key={chosen.id} committeeId={chosen.id} />
    </div>
  )
}

function CongressView({ committeeId }: { readonly committeeId: CommitteeId }) {
  const { t } = useTranslation(['officers', 'common', 'fields'])
  const navigate = useNavigate()
  const { written, onError } = useWritten()
  const [dialog, setDialog] = useState<'quota' | 'pick' | 'end' | null>(null)
  const [unitId, setUnitId] = useState<UnitId | null>(null)
  const [picked, setPicked] = useState<readonly MemberId[] | null>(null)
  const [selected, setSelected] = useState<readonly DelegateId[]>([])
  const congress = useQuery(api.officers.delegates.list.queryOptions({ input: { committeeId } }))
  const remove = useMutation(
    api.officers.delegates.remove.mutationOptions({
      onSuccess: (done) => {
        setSelected([])
        return written(done, t('delegate.removed'))
      },
      onError,
    }),
  )
  if (congress.isPending) return <Loading />
  if (congress.isError) return <ErrorNotice error={congress.error} onRetry={() => void congress.refetch()} />
  const { data } = congress
  const share = (part: number, whole: number) => (whole === 0 ? 0 : Math.round((100 * part) / whole))
  const unitName = (id: UnitId | null) =>
    id === null ? t('delegate.whole') : (data.units.find((unit) => unit.unitId === id)?.name ?? '')

  function pickFor(id: UnitId | null) {
    setUnitId(id)
    setDialog('pick')
  }

  return (
    <>
      <dl className={panel.figures}>
        <div>
          <dt>{t('delegate.standing')}</dt>
          <dd>
            <strong>{t('common:people', { count: data.delegates })}</strong>
          </dd>
        </div>
        <div>
          <dt>{t('delegate.quota')}</dt>
          <dd>
            <strong>{data.quota ?? t('delegate.notSet')}</strong>
            <Button size="small" onClick={() => setDialog('quota')}>
              {t('common:edit')}
            </Button>
          </dd>
        </div>
        <div>
          <dt>{t('delegate.women')}</dt>
          <dd>
            <strong>{t('delegate.share', { share: share(data.womenDelegates, data.delegates) })}</strong>
            <span className={panel.quiet}>
              {t('delegate.womenMembers', { share: share(data.women, data.members) })}
            </span>
          </dd>
        </div>
      </dl>
      <p>
        {data.band === null
          ? t('delegate.allMeet', { count: data.members })
          : t('hint.delegates', { count: data.members, least: data.band.least, most: data.band.most })}{' '}
        <span className={panel.quiet}>{data.source}</span>
      </p>
      <Section title={t('delegate.byUnit')}>
        <Table
          size="small"
          pagination={false}
          rowKey={({ unitId: id }) => id ?? ''}
          dataSource={data.units}
          columns={[
            { title: t('delegate.unit'), render: (_, unit) => unit.name ?? t('delegate.noUnit') },
            { title: t('delegate.members'), align: 'end', dataIndex: 'members' },
            { title: t('delegate.unitQuota'), align: 'end', render: (_, { quota }) => quota ?? t('delegate.notSet') },
            {
              title: t('delegate.elected'),
              align: 'end',
              render: (_, { delegates, quota }) => (
                <span>
                  {delegates}
                  {quota !== null && delegates < quota && (
                    <span className={panel.quiet}> {t('delegate.missing', { count: quota - delegates })}</span>
                  )}
                </span>
              ),
            },
            {
              width: 120,
              render: (_, unit) => (
                <Button
                  size="small"
                  aria-label={t('common:labelled', {
                    label: t('delegate.add'),
                    text: unit.name ?? t('delegate.noUnit'),
                  })}
                  onClick={() => pickFor(unit.unitId)}
                >
                  {t('delegate.add')}
                </Button>
              ),
            },
          ]}
        />
      </Section>
      <Section
        title={t('delegate.list')}
        action={
          <span className={panel.bar}>
            {selected.length > 0 && (
              <>
                <strong>{t('common:grid.selected', { count: selected.length })}</strong>
                <Button onClick={() => setDialog('end')}>{t('delegate.end')}</Button>
                <Button danger onClick={() => remove.mutate({ ids: [...selected] })}>
                  {t('common:remove')}
                </Button>
              </>
            )}
            <Button onClick={() => void navigate(`/officers/rosters?of=delegates&committeeId=${committeeId}`)}>
              {t('roster.open')}
            </Button>
          </span>
        }
      >
        <Table<NamedDelegate>
          size="small"
          rowKey="id"
          pagination={data.rows.length > 100 ? { pageSize: 100, showSizeChanger: false } : false}
          dataSource={data.rows}
          locale={{ emptyText: <EmptyState title={t('delegate.none')} text={t('delegate.noneText')} /> }}
          rowSelection={{
            selectedRowKeys: [...selected],
            onChange: (_, rows) => setSelected(rows.map(({ id }) => id)),
            getCheckboxProps: ({ name }) => ({ 'aria-label': name }),
            getTitleCheckboxProps: () => ({ 'aria-label': t('common:grid.selectAll') }),
          }}
          columns={[
            {
              title: t('fields:member.name'),
              render: (_, { memberId, name, status }) => (
                <>
                  <Link to={`/members/${memberId}`}>{name}</Link> {status !== 'active' && <StatusTag status={status} />}
                </>
              ),
            },
            { title: t('fields:member.department'), dataIndex: 'department' },
            { title: t('delegate.unit'), render: (_, delegate) => unitName(delegate.unitId) },
            {
              title: t('delegate.electedOn'),
              render: (_, { electedOn, isByElection }) => (
                <>
                  {electedOn} {isByElection && <Tag>{t('delegate.byElection')}</Tag>}
                </>
              ),
            },
            {
              title: t('delegate.endedOn'),
              render: (_, { endedOn, note }) => [endedOn, note].filter((text) => text !== null).join('　'),
            },
          ]}
        />
      </Section>
      {dialog === 'quota' && <QuotaDialog committeeId={committeeId} congress={data} onClose={() => setDialog(null)} />}
      {dialog === 'pick' && (
        <MemberPickerDialog
          title={t('common:labelled', { label: t('delegate.add'), text: unitName(unitId) })}
          isBusy={false}
          onPick={(memberIds) => {
            setDialog(null)
            setPicked(memberIds)
          }}
          onClose={() => setDialog(null)}
        />
      )}
      {picked !== null && (
        <AddDialog
          committeeId={committeeId}
          unitId={unitId}
          memberIds={picked}
          unitName={unitName(unitId)}
          onClose={() => setPicked(null)}
        />
      )}
      {dialog === 'end' && <EndDialog ids={selected} onEnded={() => setSelected([])} onClose={() => setDialog(null)} />}
    </>
  )
}

interface QuotaDialogProps {
  readonly committeeId: CommitteeId
  readonly congress: Congress
  readonly onClose: () => void
}

function QuotaDialog({ committeeId, congress: { quota, band, source }, onClose }: QuotaDialogProps) {
  const { t } = useTranslation('officers')
  const { written } = useWritten()
  const [initial] = useState(() => String(quota ?? band?.least ?? ''))
  const [text, setText] = useState(initial)
  const count = typedCount(text)
  const isWrong = count !== null && !(count >= 1 && count <= 999)
  const save = useMutation(
    api.officers.delegates.setQuota.mutationOptions({
      onSuccess: (done) => {
        onClose()
        return written(done)
      },
    }),
  )
  return (
    <FormDialog
      title={t('delegate.quota')}
      dirty={text !== initial}
      busy={save.isPending}
      onSave={() => {
        if (!isWrong) save.mutate({ committeeId, quota: count })
      }}
      onClose={onClose}
    >
      <Form component={false} layout="vertical">
        <FormField label={t('delegate.quota')} hint={source} error={isWrong ? t('countWrong') : null}>
          {(control) => (
            <Input {...control} inputMode="numeric" value={text} onChange={({ target }) => setText(target.value)} />
          )}
        </FormField>
      </Form>
      {save.isError && <ErrorNotice error={save.error} />}
    </FormDialog>
  )
}

interface AddDialogProps {
  readonly committeeId: CommitteeId
  readonly unitId: UnitId | null
  readonly unitName: string
  readonly memberIds: readonly MemberId[]
  readonly onClose: () => void
}

function AddDialog({ committeeId, unitId, unitName, memberIds, onClose }: AddDialogProps) {
  const { t } = useTranslation(['officers', 'common'])
  const { written } = useWritten()
  const [electedOn, setElectedOn] = useState<string>(() => dayOf(new Date()))
  const day = readDay(electedOn)
  const add = useMutation(
    api.officers.delegates.add.mutationOptions({
      onSuccess: (done) => {
        onClose()
        return written(done, t('delegate.added', { count: done.added }))
      },
    }),
  )
  return (
    <FormDialog
      title={t('common:labelled', { label: t('delegate.add'), text: unitName })}
      dirty
      busy={add.isPending}
      onSave={() => {
        if (day !== null) add.mutate({ committeeId, unitId, memberIds: [...memberIds], electedOn: day })
      }}
      onClose={onClose}
    >
      <Form component={false} layout="vertical">
        <p className={panel.lead}>{t('common:grid.selected', { count: memberIds.length })}</p>
        <DayField
          label={t('delegate.electedOn')}
          required
          value={electedOn}
          isRefused={day === null}
          onChange={setElectedOn}
        />
      </Form>
      {add.isError && <ErrorNotice error={add.error} />}
    </FormDialog>
  )
}

interface EndDialogProps {
  readonly ids: readonly DelegateId[]
  readonly onEnded: () => void
  readonly onClose: () => void
}

function EndDialog({ ids, onEnded, onClose }: EndDialogProps) {
  const { t } = useTranslation('officers')
  const { written } = useWritten()
  const [endedOn, setEndedOn] = useState<string>(() => dayOf(new Date()))
  const [note, setNote] = useState('')
  const day = readDay(endedOn)
  const end = useMutation(
    api.officers.delegates.end.mutationOptions({
      onSuccess: (done) => {
        onEnded()
        onClose()
        return written(done)
      },
    }),
  )
  return (
    <FormDialog
      title={t('delegate.end')}
      dirty
      busy={end.isPending}
      onSave={() => {
        if (day !== null) end.mutate({ ids: [...ids], endedOn: day, note: orNull(note) })
      }}
      onClose={onClose}
    >
      <Form component={false} layout="vertical">
        <DayField
          label={t('delegate.endedOn')}
          required
          value={endedOn}
          isRefused={day === null}
          onChange={setEndedOn}
        />
        <TextField label={t('delegate.why')} maxLength={200} value={note} onChange={setNote} />
      </Form>
      {end.isError && <ErrorNotice error={end.error} />}
    </FormDialog>
  )
}
