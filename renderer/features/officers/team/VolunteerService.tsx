import { useQuery } from '@tanstack/react-query'
import { Button, Table } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate } from 'react-router'
import type { Service } from '../../../../shared/contract/officers/team'
import type { MemberId } from '../../../../shared/model/id'
import { dayOf } from '../../../../shared/rules/date'
import { api } from '../../../client'
import panel from '../../../components/panel.module.css'
import { Section } from '../../../components/Section'
import { AttendedDialog } from '../training/AttendedDialog'
import { YearChoice } from '../YearChoice'

/** What today's volunteers did in a year, by name: from the volunteering that they attended. */
export function VolunteerService() {
  const { t } = useTranslation(['officers', 'fields'])
  const navigate = useNavigate()
  const [year, setYear] = useState(() => dayOf(new Date()).slice(0, 4))
  const [opened, setOpened] = useState<MemberId | null>(null)
  const service = useQuery(api.officers.team.service.queryOptions({ input: { year } }))
  return (
    <Section
      title={t('service.title')}
      action={
        <span className={panel.bar}>
          <YearChoice year={year} onChange={setYear} />
          <Button onClick={() => void navigate(`/officers/rosters?of=service&year=${year}`)}>{t('roster.open')}</Button>
        </span>
      }
    >
      <p className={panel.quiet}>{t('service.note')}</p>
      <Table<Service>
        size="small"
        rowKey="memberId"
        loading={service.isPending}
        pagination={(service.data?.length ?? 0) > 50 ? { pageSize: 50, showSizeChanger: false } : false}
        dataSource={service.data ?? []}
        locale={{ emptyText: t('service.none') }}
        columns={[
          {
            title: t('fields:member.name'),
            render: (_, { memberId, name }) => <Link to={`/members/${memberId}`}>{name}</Link>,
          },
          { title: t('fields:member.department'), dataIndex: 'department' },
          {
            title: t('service.activities'),
            align: 'end',
            render: (_, { memberId, activities }) =>
              activities === 0 ? (
                0
              ) : (
                <Button type="link" size="small" onClick={() => setOpened(memberId)}>
                  {activities}
                </Button>
              ),
          },
          { title: t('service.hours'), align: 'end', dataIndex: 'hours' },
        ]}
      />
      {opened !== null && (
        <AttendedDialog memberId={opened} of="volunteering" year={year} onClose={() => setOpened(null)} />
      )}
    </Section>
  )
}
