import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Alert, Button, Space, Table } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { limitTables } from '../../../../shared/codes/limits'
import type { SpendingLimit } from '../../../../shared/model/fund'
import { dayOf } from '../../../../shared/rules/date'
import { formsOf } from '../../../../shared/rules/funds/limits'
import { api } from '../../../client'
import { EmptyState } from '../../../components/EmptyState'
import { ErrorNotice } from '../../../components/ErrorNotice'
import panel from '../../../components/panel.module.css'
import { useErrorToast } from '../../../components/use-error-toast'
import { useUndo } from '../../../components/use-undo'
import { AdoptDialog } from './AdoptDialog'
import { LimitDialog } from './LimitDialog'
import { useLimitTexts } from './use-limit-texts'

const forThoseOnTime = new Set(limitTables.filter(({ duesOnTime }) => duesOnTime).map(({ region }) => region))

/** The limits that the branch goes by, with where they are from. */
export function OwnLimits() {
  const { t } = useTranslation(['limits', 'funds', 'common'])
  const texts = useLimitTexts()
  const queryClient = useQueryClient()
  const { offerUndo } = useUndo()
  const [today] = useState(() => dayOf(new Date()))
  const [dialog, setDialog] = useState<SpendingLimit | 'new' | 'adopt' | null>(null)
  const limits = useQuery(api.funds.limits.list.queryOptions())
  const remove = useMutation(
    api.funds.limits.remove.mutationOptions({
      onSuccess: ({ batchId }) => {
        offerUndo(t('removed'), batchId)
        return queryClient.invalidateQueries()
      },
      onError: useErrorToast(),
    }),
  )
  if (limits.isError) return <ErrorNotice error={limits.error} onRetry={() => void limits.refetch()} />
  const own = limits.data ?? []
  const acts = (
    <Space>
      <Button onClick={() => setDialog('new')}>{t('add')}</Button>
      <Button type="primary" onClick={() => setDialog('adopt')}>
        {t('adopt')}
      </Button>
    </Space>
  )
  return (
    <>
      <div className={panel.spread}>
        <p className={panel.quiet}>{t('ownText')}</p>
        {own.length > 0 && acts}
      </div>
      {own.some(({ region }) => forThoseOnTime.has(region)) && <Alert type="info" showIcon title={t('duesOnTime')} />}
      <Table<SpendingLimit>
        size="small"
        pagination={false}
        loading={limits.isPending}
        rowKey="id"
        dataSource={own}
        locale={{ emptyText: <EmptyState title={t('none')} text={t('noneText')} action={acts} /> }}
        columns={[
          { title: t('item'), render: (_, { item }) => t(`funds:limitItem.${item}`) },
          { title: t('limit'), render: (_, limit) => texts.amount(limit) },
          {
            title: t('forms'),
            render: (_, { item }) =>
              formsOf(item, today)
                .map((form) => t(`funds:form.${form}`))
                .join(t('joiner')),
          },
          { title: t('validity'), render: (_, limit) => texts.validity(limit) },
          { title: t('region'), dataIndex: 'region' },
          {
            title: t('source'),
            render: (_, { source, note }) => (
              <>
                {source}
                {note !== null && <div className={panel.quiet}>{note}</div>}
              </>
            ),
          },
          {
            title: t('common:acts'),
            width: 150,
            render: (_, limit) => (
              <Space>
                <Button size="small" onClick={() => setDialog(limit)}>
                  {t('common:edit')}
                </Button>
                <Button size="small" danger onClick={() => remove.mutate({ id: limit.id })}>
                  {t('common:remove')}
                </Button>
              </Space>
            ),
          },
        ]}
      />
      {dialog === 'adopt' && <AdoptDialog own={own} onClose={() => setDialog(null)} />}
      {dialog !== null && dialog !== 'adopt' && (
        <LimitDialog limit={dialog === 'new' ? null : dialog} onClose={() => setDialog(null)} />
      )}
    </>
  )
}
