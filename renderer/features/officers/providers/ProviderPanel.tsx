import { useQuery } from '@tanstack/react-query'
import { Button, Switch, Table, Tag } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate } from 'react-router'
import type { ProviderSummary } from '../../../../shared/contract/officers/providers'
import { api } from '../../../client'
import { EmptyState } from '../../../components/EmptyState'
import { ErrorNotice } from '../../../components/ErrorNotice'
import panel from '../../../components/panel.module.css'
import { useCodeLabel } from '../../../i18n/use-code-label'
import { ProviderDialog } from './ProviderDialog'

/** Outside services 外部服务单位, and when their contracts end. */
export function ProviderPanel() {
  const { t } = useTranslation(['officers', 'common'])
  const navigate = useNavigate()
  const codeLabel = useCodeLabel()
  const [isAdding, setAdding] = useState(false)
  const [isWithRetired, setWithRetired] = useState(false)
  const providers = useQuery(api.officers.providers.list.queryOptions())
  if (providers.isError) return <ErrorNotice error={providers.error} onRetry={() => void providers.refetch()} />
  const add = (
    <Button type="primary" onClick={() => setAdding(true)}>
      {t('provider.add')}
    </Button>
  )
  return (
    <div className={panel.stack}>
      <div className={panel.spread}>
        <span className={panel.bar}>
          <Switch aria-label={t('provider.withRetired')} checked={isWithRetired} onChange={setWithRetired} />
          {t('provider.withRetired')}
        </span>
        <span className={panel.bar}>
          <Button onClick={() => void navigate('/officers/rosters?of=providers')}>{t('roster.open')}</Button>
          {add}
        </span>
      </div>
      <Table<ProviderSummary>
        size="small"
        rowKey="id"
        pagination={false}
        loading={providers.isPending}
        dataSource={(providers.data ?? []).filter(({ isRetired }) => isWithRetired || !isRetired)}
        locale={{ emptyText: <EmptyState title={t('provider.none')} text={t('provider.noneText')} action={add} /> }}
        columns={[
          {
            title: t('provider.name'),
            render: (_, { id, name, isRetired }) => (
              <>
                <Link to={`/officers/providers/${id}`}>{name}</Link> {isRetired && <Tag>{t('provider.retired')}</Tag>}
              </>
            ),
          },
          { title: t('provider.kind'), width: 100, render: (_, { kind }) => codeLabel(kind) },
          {
            title: t('provider.contact'),
            render: (_, { contact, phone }) => [contact, phone].filter((text) => text !== null).join('　'),
          },
          { title: t('provider.contracts'), width: 90, align: 'end', dataIndex: 'contracts' },
          {
            title: t('provider.validUntil'),
            width: 220,
            render: (_, { validUntil, isEnding }) => (
              <>
                {validUntil} {isEnding && <Tag color="warning">{t('contractState.ending')}</Tag>}
              </>
            ),
          },
        ]}
      />
      {isAdding && (
        <ProviderDialog
          provider={null}
          onSaved={(id) => void navigate(`/officers/providers/${id}`)}
          onClose={() => setAdding(false)}
        />
      )}
    </div>
  )
}
