import { useQuery } from '@tanstack/react-query'
import { Button, Table, Tag, type TableColumnsType } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate } from 'react-router'
import type { RequestRow } from '../../../../shared/contract/care/requests'
import type { MemberId } from '../../../../shared/model/id'
import { api } from '../../../client'
import { EmptyState } from '../../../components/EmptyState'
import { ErrorNotice } from '../../../components/ErrorNotice'
import { Loading } from '../../../components/Loading'
import panel from '../../../components/panel.module.css'
import { Section } from '../../../components/Section'
import { useCodeLabel } from '../../../i18n/use-code-label'
import { RequestDialog } from './RequestDialog'

/** What a member asked for; what is confidential is counted only. */
export function MemberRequests({ memberId }: { readonly memberId: MemberId }) {
  const { t } = useTranslation('requests')
  const codeLabel = useCodeLabel()
  const navigate = useNavigate()
  const [isAdding, setAdding] = useState(false)
  const requests = useQuery(api.care.requests.ofMember.queryOptions({ input: { memberId } }))
  if (requests.isError) return <ErrorNotice error={requests.error} onRetry={() => void requests.refetch()} />
  if (requests.isPending) return <Loading />
  const { rows, confidential } = requests.data
  const columns: TableColumnsType<RequestRow> = [
    { title: t('receivedOn'), dataIndex: 'receivedOn', width: 120, className: 'numeric' },
    { title: t('title'), render: (_, { id, title }) => <Link to={`/care/requests/${id}`}>{title}</Link> },
    { title: t('topic'), width: 130, render: (_, { topic }) => codeLabel(topic) },
    { title: t('owner'), dataIndex: 'owner', width: 130 },
    {
      title: t('state.label'),
      width: 120,
      render: (_, { state }) => <Tag color={state === 'closed' ? 'default' : 'processing'}>{t(`state.${state}`)}</Tag>,
    },
  ]
  return (
    <Section title={t('tab')} action={<Button onClick={() => setAdding(true)}>{t('add')}</Button>}>
      {rows.length === 0 ? (
        <EmptyState title={t('noneOfMember')} />
      ) : (
        <Table size="small" rowKey="id" columns={columns} dataSource={rows} pagination={false} scroll={{ x: 640 }} />
      )}
      {confidential > 0 && <p className={panel.quiet}>{t('confidentialOfMember', { count: confidential })}</p>}
      {isAdding && (
        <RequestDialog
          memberId={memberId}
          onSaved={(id) => void navigate(`/care/requests/${id}`)}
          onClose={() => setAdding(false)}
        />
      )}
    </Section>
  )
}
