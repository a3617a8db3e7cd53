import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Tag } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { OutgoingTransfer } from '../../../../shared/contract/federation/transfers'
import { isTransferOver } from '../../../../shared/rules/transfers/state'
import { api } from '../../../client'
import { PagedTable } from '../../../components/PagedTable'
import { usePage } from '../../../components/use-page'
import { EmptyState } from '../../../components/EmptyState'
import { useErrorToast } from '../../../components/use-error-toast'
import { useUndo } from '../../../components/use-undo'
import { AskedActs } from './AskedActs'
import { letterPath } from './letter-path'
import { RedirectDialog } from './RedirectDialog'
import { TransferStateTag } from './TransferStateTag'
import { followed } from '../followed'

/** Requests of this branch that others take its members over. */
export function OutgoingList() {
  const { t } = useTranslation(['transfers', 'common'])
  const queryClient = useQueryClient()
  const { offerUndo } = useUndo()
  const page = usePage()
  const [redirecting, setRedirecting] = useState<OutgoingTransfer | null>(null)
  const list = useQuery(api.federation.transfers.outgoing.queryOptions({ input: page.input, ...followed }))
  const redirect = useMutation(
    api.federation.transfers.redirect.mutationOptions({
      onSuccess: ({ batchId }) => {
        setRedirecting(null)
        offerUndo(t('asked', { count: 1 }), batchId)
        return queryClient.invalidateQueries()
      },
    }),
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

  const mayWithdraw = ({ state }: OutgoingTransfer) =>
    state === 'unsent' || (state !== 'accepted' && !isTransferOver(state))
  return (
    <>
      <PagedTable
        list={list}
        page={page}
        empty={<EmptyState title={t('none.out')} text={t('noneText.out')} />}
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
                <AskedActs
                  onRedirect={row.state === 'unknownUnion' ? () => setRedirecting(row) : null}
                  withdraw={
                    mayWithdraw(row)
                      ? { title: t('withdrawTitle', { name: row.name }), act: () => withdraw.mutate({ id: row.id }) }
                      : null
                  }
                />
              </>
            ),
          },
        ]}
      />
      {redirecting !== null && (
        <RedirectDialog
          label={t('column.toUnion')}
          named={redirecting.toUnion}
          near={redirecting.near}
          error={redirect.error}
          isBusy={redirect.isPending}
          onUnion={({ id, name }) => redirect.mutate({ id: redirecting.id, toOrganisation: id, toUnion: name })}
          onClose={() => setRedirecting(null)}
        />
      )}
    </>
  )
}
