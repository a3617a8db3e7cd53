import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Popconfirm, Table, Tag } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { OutgoingTransfer } from '../../../../shared/contract/federation/transfers'
import { isTransferOver } from '../../../../shared/rules/transfers/state'
import { api } from '../../../client'
import { EmptyState } from '../../../components/EmptyState'
import { ErrorNotice } from '../../../components/ErrorNotice'
import { useErrorToast } from '../../../components/use-error-toast'
import { useUndo } from '../../../components/use-undo'
import { letterPath } from './letter-path'
import { RedirectDialog } from './RedirectDialog'
import { TransferStateTag } from './TransferStateTag'

const PAGE_SIZE = 20
/** What an exchange with the union above brings meanwhile is shown. */
const REFETCH_EVERY = 10_000

/** Requests of this branch that others take its members over. */
export function OutgoingList() {
  const { t } = useTranslation(['transfers', 'common'])
  const queryClient = useQueryClient()
  const { offerUndo } = useUndo()
  const [page, setPage] = useState(1)
  const [redirecting, setRedirecting] = useState<OutgoingTransfer | null>(null)
  const input = { offset: (page - 1) * PAGE_SIZE, limit: PAGE_SIZE }
  const { data, error, isPending, refetch } = useQuery(
    api.federation.transfers.outgoing.queryOptions({ input, refetchInterval: REFETCH_EVERY }),
  )
  const withdraw = useMutation(
    api.federation.transfers.withdraw.mutationOptions({
      onSuccess: ({ batchId }) => {
        offerUndo(t('withdrawn'), batchId)
        return queryClient.invalidateQueries()
      },
      onError: useErrorToast(),
    }),
  )
  if (error !== null) return <ErrorNotice error={error} onRetry={() => void refetch()} />
  if (data?.total === 0) return <EmptyState title={t('none.out')} text={t('noneText.out')} />

  const mayWithdraw = ({ state }: OutgoingTransfer) =>
    state === 'unsent' || (state !== 'accepted' && !isTransferOver(state))
  return (
    <>
      <Table
        size="small"
        rowKey="id"
        loading={isPending}
        dataSource={data?.rows ?? []}
        pagination={{
          current: page,
          pageSize: PAGE_SIZE,
          total: data?.total ?? 0,
          onChange: setPage,
          hideOnSinglePage: true,
        }}
        columns={[
          {
            title: t('column.name'),
            render: (_, { memberId, name }) => <Link to={`/members/${memberId}?tab=events`}>{name}</Link>,
          },
          { title: t('column.toUnion'), render: (_, { toUnion }) => toUnion },
          { title: t('column.requestedOn'), render: (_, { requestedOn }) => requestedOn },
          { title: t('column.duesUntil'), render: (_, { duesUntil }) => duesUntil ?? t('unknown') },
          {
            title: t('column.state'),
            render: (_, { state, isLate, waitingDays, answerReason, isForced }) => (
              <>
                <TransferStateTag state={state} />
                {isLate && <Tag color="error">{t('late', { count: waitingDays })}</Tag>}
                {isForced && <Tag>{t('forced')}</Tag>}
                {answerReason}
              </>
            ),
          },
          {
            title: t('common:acts'),
            key: 'act',
            render: (_, row) => (
              <>
                <Link to={letterPath([row.id])}>{t('letter')}</Link>
                {row.state === 'unknownUnion' && (
                  <Button type="link" size="small" onClick={() => setRedirecting(row)}>
                    {t('redirect')}
                  </Button>
                )}
                {mayWithdraw(row) && (
                  <Popconfirm
                    title={t('withdrawTitle', { name: row.name })}
                    okText={t('withdraw')}
                    cancelText={t('common:cancel')}
                    onConfirm={() => withdraw.mutate({ id: row.id })}
                  >
                    <Button type="link" size="small">
                      {t('withdraw')}
                    </Button>
                  </Popconfirm>
                )}
              </>
            ),
          },
        ]}
      />
      {redirecting !== null && <RedirectDialog transfer={redirecting} onClose={() => setRedirecting(null)} />}
    </>
  )
}
