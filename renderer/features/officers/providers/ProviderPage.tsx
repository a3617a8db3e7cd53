import { useMutation, useQuery } from '@tanstack/react-query'
import { Button, Table, Tag } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate, useParams } from 'react-router'
import type { ContractWithState } from '../../../../shared/contract/officers/providers'
import { providerIdSchema } from '../../../../shared/model/id'
import { api } from '../../../client'
import { EmptyState } from '../../../components/EmptyState'
import { ErrorNotice } from '../../../components/ErrorNotice'
import { Loading } from '../../../components/Loading'
import { Money } from '../../../components/Money'
import { PageHeader } from '../../../components/PageHeader'
import panel from '../../../components/panel.module.css'
import { Section } from '../../../components/Section'
import { useCodeLabel } from '../../../i18n/use-code-label'
import { Attachments } from '../../attachments/Attachments'
import styles from '../officers.module.css'
import { useWritten } from '../use-written'
import { ContractDialog } from './ContractDialog'
import { ProviderDialog } from './ProviderDialog'

const colours = { coming: 'default', valid: 'success', ending: 'warning', ended: 'default' } as const

/** An outside service: who it is, its contracts with their papers, and what it did for the branch. */
export function ProviderPage() {
  const { t } = useTranslation(['officers', 'common'])
  const navigate = useNavigate()
  const codeLabel = useCodeLabel()
  const { written, onError } = useWritten()
  const [isEditing, setEditing] = useState(false)
  const [contract, setContract] = useState<ContractWithState | 'new' | null>(null)
  const id = providerIdSchema.parse(useParams()['id'])
  const found = useQuery(api.officers.providers.get.queryOptions({ input: { id } }))
  const remove = useMutation(
    api.officers.providers.remove.mutationOptions({
      onSuccess: (done) => {
        void navigate('/officers?tab=providers', { replace: true })
        return written(done, t('provider.removed'))
      },
      onError,
    }),
  )
  const removeContract = useMutation(
    api.officers.providers.removeContract.mutationOptions({
      onSuccess: (done) => written(done, t('contract.removed')),
      onError,
    }),
  )
  if (found.isPending) return <Loading />
  if (found.isError) {
    return (
      <>
        <PageHeader title={t('tab.providers')} backTo="/officers?tab=providers" />
        <ErrorNotice error={found.error} onRetry={() => void found.refetch()} />
      </>
    )
  }
  const { data: provider } = found
  const facts = [
    [t('provider.kind'), codeLabel(provider.kind)],
    [t('provider.creditCode'), provider.creditCode],
    [t('provider.contact'), provider.contact],
    [t('provider.phone'), provider.phone],
    [t('provider.address'), provider.address],
    [t('note'), provider.note],
  ] as const
  const served = [
    ...provider.activities.map(({ id: activityId, title, startsOn }) => ({
      key: activityId,
      on: startsOn,
      text: title,
      to: `/activities/${activityId}`,
    })),
    ...provider.checkups.map(({ on, members }) => ({
      key: on,
      on,
      text: t('provider.checkup', { count: members }),
      to: '/care?tab=registers&register=checkups',
    })),
    ...provider.legalCases.map(({ id: caseId, memberId, name, openedOn }) => ({
      key: caseId,
      on: openedOn,
      text: t('provider.legalCase', { name }),
      to: `/members/${memberId}`,
    })),
  ].toSorted((one, other) => (one.on < other.on ? 1 : -1))
  return (
    <>
      <PageHeader
        backTo="/officers?tab=providers"
        title={
          <>
            {provider.name} {provider.isRetired && <Tag>{t('provider.retired')}</Tag>}
          </>
        }
        actions={
          <>
            <Button danger onClick={() => remove.mutate({ id })}>
              {t('common:remove')}
            </Button>
            <Button onClick={() => setEditing(true)}>{t('common:edit')}</Button>
            <Button type="primary" onClick={() => setContract('new')}>
              {t('contract.add')}
            </Button>
          </>
        }
      />
      <div className={panel.stack}>
        <Section title={t('provider.facts')}>
          <dl className={styles.facts}>
            {facts.map(
              ([name, value]) =>
                value !== null && (
                  <div key={name}>
                    <dt>{name}</dt>
                    <dd>{value}</dd>
                  </div>
                ),
            )}
          </dl>
        </Section>
        <Section title={t('contract.list')}>
          <Table<ContractWithState>
            size="small"
            rowKey="id"
            pagination={false}
            dataSource={provider.contracts}
            locale={{ emptyText: <EmptyState title={t('contract.none')} text={t('contract.noneText')} /> }}
            expandable={{
              expandedRowRender: ({ id: contractId }) => (
                <Attachments owner={{ kind: 'providerContract', id: contractId }} labels={[t('contract.paper')]} />
              ),
              expandIcon: ({ expanded, onExpand, record }) => (
                <Button size="small" aria-expanded={expanded} onClick={(event) => onExpand(record, event)}>
                  {t('contract.papers')}
                </Button>
              ),
              columnWidth: 90,
            }}
            columns={[
              { title: t('contract.title'), dataIndex: 'title' },
              { title: t('contract.number'), dataIndex: 'number' },
              {
                title: t('contract.valid'),
                render: (_, { validFrom, validUntil, state }) => (
                  <>
                    {t('team.between', { from: validFrom, until: validUntil })}{' '}
                    <Tag color={colours[state]}>{t(`contractState.${state}`)}</Tag>
                  </>
                ),
              },
              {
                title: t('contract.amount'),
                align: 'end',
                render: (_, { amount }) => amount !== null && <Money fen={amount} />,
              },
              {
                title: t('common:acts'),
                width: 160,
                render: (_, row) => (
                  <span className={panel.bar}>
                    <Button size="small" onClick={() => setContract(row)}>
                      {t('common:edit')}
                    </Button>
                    <Button size="small" danger onClick={() => removeContract.mutate({ id: row.id })}>
                      {t('common:remove')}
                    </Button>
                  </span>
                ),
              },
            ]}
          />
        </Section>
        <Section title={t('provider.served')}>
          {served.length === 0 ? (
            <p className={panel.quiet}>{t('provider.servedNone')}</p>
          ) : (
            <ul>
              {served.map(({ key, on, text, to }) => (
                <li key={key} className={panel.bar}>
                  <span className="numeric">{on}</span>
                  <Link to={to}>{text}</Link>
                </li>
              ))}
            </ul>
          )}
        </Section>
      </div>
      {isEditing && <ProviderDialog provider={provider} onClose={() => setEditing(false)} />}
      {contract !== null && (
        <ContractDialog
          providerId={id}
          contract={contract === 'new' ? null : contract}
          onClose={() => setContract(null)}
        />
      )}
    </>
  )
}
