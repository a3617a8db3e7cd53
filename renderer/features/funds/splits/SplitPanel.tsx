import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Table } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FundSplitRule } from '../../../../shared/model/fund'
import { api } from '../../../client'
import { EmptyState } from '../../../components/EmptyState'
import { ErrorNotice } from '../../../components/ErrorNotice'
import panel from '../../../components/panel.module.css'
import { Section } from '../../../components/Section'
import { useErrorToast } from '../../../components/use-error-toast'
import { useUndo } from '../../../components/use-undo'
import { SplitCalculator } from './SplitCalculator'
import { SplitDialog } from './SplitDialog'

/** Who gets how much of the 2 % of wages, and what that is of a sum of wages. */
export function SplitPanel() {
  const { t } = useTranslation(['funds', 'common'])
  const queryClient = useQueryClient()
  const { offerUndo } = useUndo()
  const [isAdding, setAdding] = useState(false)
  const rules = useQuery(api.funds.splits.list.queryOptions())
  const remove = useMutation(
    api.funds.splits.remove.mutationOptions({
      onSuccess: ({ batchId }) => {
        offerUndo(t('split.removed'), batchId)
        return queryClient.invalidateQueries()
      },
      onError: useErrorToast(),
    }),
  )
  const add = (
    <Button type="primary" onClick={() => setAdding(true)}>
      {t('split.add')}
    </Button>
  )
  if (rules.isError) return <ErrorNotice error={rules.error} onRetry={() => void rules.refetch()} />
  return (
    <div className={panel.fill}>
      {(rules.data ?? []).length > 0 && <SplitCalculator rules={rules.data ?? []} />}
      <Section title={t('split.rules')} action={(rules.data ?? []).length > 0 && add}>
        <Table<FundSplitRule>
          size="small"
          pagination={false}
          loading={rules.isPending}
          dataSource={rules.data ?? []}
          rowKey="id"
          locale={{ emptyText: <EmptyState title={t('split.none')} text={t('split.noneText')} action={add} /> }}
          columns={[
            {
              title: t('split.valid'),
              width: 220,
              render: (_, { validFrom, validUntil }) =>
                validUntil === null
                  ? t('split.since', { from: validFrom })
                  : t('split.between', { from: validFrom, until: validUntil }),
            },
            {
              title: t('split.shares'),
              render: (_, { shares, ownLevel }) =>
                shares.map(({ level, share }) => (
                  <div key={level}>
                    {level === ownLevel ? <strong>{level}</strong> : level} {share / 100}
                    {t('split.percentSign')}
                  </div>
                )),
            },
            { title: t('split.region'), width: 120, dataIndex: 'region' },
            { title: t('split.source'), dataIndex: 'source' },
            {
              width: 90,
              render: (_, { id }) => (
                <Button type="link" danger size="small" onClick={() => remove.mutate({ id })}>
                  {t('common:remove')}
                </Button>
              ),
            },
          ]}
        />
      </Section>
      {isAdding && <SplitDialog onClose={() => setAdding(false)} />}
    </div>
  )
}
