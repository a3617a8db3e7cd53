import { useQuery } from '@tanstack/react-query'
import { Button, Table, type TableColumnsType } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate } from 'react-router'
import type { CommitteeSummary } from '../../../../shared/contract/officers/committees'
import { api } from '../../../client'
import { EmptyState } from '../../../components/EmptyState'
import { ErrorNotice } from '../../../components/ErrorNotice'
import { Loading } from '../../../components/Loading'
import panel from '../../../components/panel.module.css'
import { Section } from '../../../components/Section'
import { useCommitteeTexts } from '../use-committee-texts'
import { CommitteeDialog } from './CommitteeDialog'
import { StateTag } from './StateTag'
import { StructureHints } from './StructureHints'
import { useStartElection } from './use-start-election'

/** Every committee with its term, and what the rules say of a branch of this size. */
export function CommitteePanel() {
  const { t } = useTranslation(['officers', 'common'])
  const navigate = useNavigate()
  const texts = useCommitteeTexts()
  const election = useStartElection()
  const [isAdding, setAdding] = useState(false)
  const committees = useQuery(api.officers.committees.list.queryOptions())
  if (committees.isPending) return <Loading />
  if (committees.isError) return <ErrorNotice error={committees.error} onRetry={() => void committees.refetch()} />
  const add = (
    <Button type="primary" onClick={() => setAdding(true)}>
      {t('committee.add')}
    </Button>
  )
  const columns: TableColumnsType<CommitteeSummary> = [
    {
      title: t('committee.name'),
      render: (_, committee) => <Link to={`/officers/committees/${committee.id}`}>{texts.name(committee)}</Link>,
    },
    { title: t('committee.state'), width: 150, render: (_, { state }) => <StateTag state={state} /> },
    { title: t('committee.electedOn'), width: 120, dataIndex: 'electedOn' },
    { title: t('committee.dueOn'), width: 120, dataIndex: 'dueOn' },
    { title: t('committee.seats'), width: 90, align: 'end', dataIndex: 'seats' },
    {
      title: t('common:acts'),
      width: 150,
      render: (_, committee) => {
        if (committee.state === 'ended' || committee.state === 'preparing') return null
        if (committee.successorId !== null) {
          return <Link to={`/officers/committees/${committee.successorId}`}>{t('election.file')}</Link>
        }
        return (
          <Button size="small" disabled={election.isPending} onClick={() => election.start(committee)}>
            {t('election.start')}
          </Button>
        )
      },
    },
  ]
  const [present, past] = [
    committees.data.filter(({ state }) => state !== 'ended'),
    committees.data.filter(({ state }) => state === 'ended'),
  ]
  return (
    <div className={panel.stack}>
      <Section title={t('committee.present')} action={present.length > 0 && add}>
        {present.length === 0 ? (
          <EmptyState title={t('committee.none')} text={t('committee.noneText')} action={add} />
        ) : (
          <Table size="small" rowKey="id" pagination={false} columns={columns} dataSource={present} />
        )}
      </Section>
      <StructureHints />
      {past.length > 0 && (
        <Section title={t('committee.past')}>
          <Table
            size="small"
            rowKey="id"
            pagination={false}
            columns={columns.filter(({ title }) => title !== t('common:acts'))}
            dataSource={past}
          />
        </Section>
      )}
      {isAdding && (
        <CommitteeDialog
          committee={null}
          onSaved={(id) => void navigate(`/officers/committees/${id}`)}
          onClose={() => setAdding(false)}
        />
      )}
    </div>
  )
}
