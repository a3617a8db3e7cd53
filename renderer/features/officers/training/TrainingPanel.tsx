import { useQuery } from '@tanstack/react-query'
import { Button, Select, Table } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate } from 'react-router'
import type { TrainedOfficer, Training } from '../../../../shared/contract/officers/training'
import type { MemberId } from '../../../../shared/model/id'
import { dayOf } from '../../../../shared/rules/date'
import { api } from '../../../client'
import { EmptyState } from '../../../components/EmptyState'
import panel from '../../../components/panel.module.css'
import { Section } from '../../../components/Section'
import { useCodeLabel } from '../../../i18n/use-code-label'
import { AddToActivityDialog } from '../../activities/people/AddToActivityDialog'
import { YearChoice } from '../YearChoice'
import { AttendedDialog } from './AttendedDialog'

/** Training 培训 held in a year, and who of the officers came to it: a list to invite from, not a ranking. */
export function TrainingPanel() {
  const { t } = useTranslation(['officers', 'activities', 'fields', 'common'])
  const navigate = useNavigate()
  const codeLabel = useCodeLabel()
  const [year, setYear] = useState(() => dayOf(new Date()).slice(0, 4))
  const [isNoneOnly, setNoneOnly] = useState(false)
  const [opened, setOpened] = useState<MemberId | null>(null)
  const [selected, setSelected] = useState<readonly MemberId[]>([])
  const [isInviting, setInviting] = useState(false)
  const held = useQuery(api.officers.training.list.queryOptions({ input: { year } }))
  const officers = useQuery(api.officers.training.officers.queryOptions({ input: { year } }))
  const all = officers.data ?? []
  const none = all.filter(({ trainings }) => trainings === 0)
  const plan = <Button onClick={() => void navigate('/activities/new?type=training')}>{t('training.plan')}</Button>
  return (
    <div className={panel.stack}>
      <div className={panel.spread}>
        <span className={panel.bar}>
          <YearChoice
            year={year}
            onChange={(next) => {
              setYear(next)
              setSelected([])
            }}
          />
        </span>
        <span className={panel.bar}>
          <Button onClick={() => void navigate(`/officers/rosters?of=training&year=${year}`)}>
            {t('roster.open')}
          </Button>
          {plan}
        </span>
      </div>
      <Section title={t('training.held', { count: held.data?.length ?? 0 })}>
        <Table<Training>
          size="small"
          rowKey="activityId"
          pagination={false}
          loading={held.isPending}
          dataSource={held.data ?? []}
          locale={{ emptyText: <EmptyState title={t('training.none')} text={t('training.noneText')} action={plan} /> }}
          columns={[
            { title: t('training.on'), width: 120, dataIndex: 'startsOn' },
            {
              title: t('training.name'),
              render: (_, { activityId, title }) => <Link to={`/activities/${activityId}`}>{title}</Link>,
            },
            { title: t('training.type'), width: 110, render: (_, { type }) => t(`activities:type.${type}`) },
            { title: t('training.hours'), width: 80, align: 'end', dataIndex: 'hours' },
            { title: t('training.lecturer'), width: 110, dataIndex: 'lecturer' },
            {
              title: t('training.provider'),
              render: (_, { providerId, providerName }) =>
                providerId !== null && <Link to={`/officers/providers/${providerId}`}>{providerName}</Link>,
            },
            {
              title: t('training.present'),
              width: 110,
              align: 'end',
              render: (_, { activityId, present }) => <Link to={`/activities/${activityId}`}>{present}</Link>,
            },
          ]}
        />
      </Section>
      <Section
        title={t('training.officers')}
        action={
          <span className={panel.bar}>
            {selected.length > 0 && (
              <Button type="primary" onClick={() => setInviting(true)}>
                {t('training.invite', { count: selected.length })}
              </Button>
            )}
            <Select
              aria-label={t('training.show')}
              style={{ minWidth: 220 }}
              value={isNoneOnly}
              onChange={(value) => {
                setNoneOnly(value)
                setSelected([])
              }}
              options={[
                { value: false, label: t('training.everybody', { count: all.length }) },
                { value: true, label: t('training.noneYet', { count: none.length }) },
              ]}
            />
          </span>
        }
      >
        <Table<TrainedOfficer>
          size="small"
          rowKey="memberId"
          pagination={all.length > 100 ? { pageSize: 100, showSizeChanger: false } : false}
          loading={officers.isPending}
          dataSource={isNoneOnly ? none : all}
          locale={{ emptyText: t('training.nobody') }}
          rowSelection={{
            selectedRowKeys: [...selected],
            onChange: (_, rows) => setSelected(rows.map(({ memberId }) => memberId)),
            getCheckboxProps: ({ name }) => ({ 'aria-label': name }),
            getTitleCheckboxProps: () => ({ 'aria-label': t('common:grid.selectAll') }),
          }}
          columns={[
            {
              title: t('fields:member.name'),
              render: (_, { memberId, name }) => <Link to={`/members/${memberId}`}>{name}</Link>,
            },
            { title: t('fields:member.department'), dataIndex: 'department' },
            {
              title: t('training.serves'),
              render: (_, { posts, roles }) =>
                [...posts.map(codeLabel), ...roles.map((role) => t(`role.${role}`))].join(t('listJoin')),
            },
            {
              title: t('training.attended'),
              width: 110,
              align: 'end',
              render: (_, { memberId, trainings }) =>
                trainings === 0 ? (
                  0
                ) : (
                  <Button type="link" size="small" onClick={() => setOpened(memberId)}>
                    {trainings}
                  </Button>
                ),
            },
            { title: t('training.hours'), width: 80, align: 'end', dataIndex: 'hours' },
          ]}
        />
      </Section>
      {opened !== null && (
        <AttendedDialog memberId={opened} of="training" year={year} onClose={() => setOpened(null)} />
      )}
      <AddToActivityDialog memberIds={selected} open={isInviting} onClose={() => setInviting(false)} />
    </div>
  )
}
