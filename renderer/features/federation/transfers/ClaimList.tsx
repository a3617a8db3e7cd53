import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Tag } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { OwnClaim } from '../../../../shared/contract/federation/transfers'
import { api } from '../../../client'
import { EmptyState } from '../../../components/EmptyState'
import { PagedTable } from '../../../components/PagedTable'
import panel from '../../../components/panel.module.css'
import { useErrorToast } from '../../../components/use-error-toast'
import { usePage } from '../../../components/use-page'
import { useUndo } from '../../../components/use-undo'
import { followed } from '../followed'
import { AskedActs } from './AskedActs'
import { ClaimDialog } from './ClaimDialog'
import { ClaimStateTag } from './ClaimStateTag'
import { RedirectDialog } from './RedirectDialog'

const mayWithdraw = ({ state }: OwnClaim) => state !== 'accepted' && state !== 'returned' && state !== 'withdrawn'

/** Members for whom this branch asked their unions. */
export function ClaimList() {
  const { t } = useTranslation(['transfers', 'common', 'fields'])
  const queryClient = useQueryClient()
  const { offerUndo } = useUndo()
  const page = usePage()
  const [isAsking, setAsking] = useState(false)
  const [redirecting, setRedirecting] = useState<OwnClaim | null>(null)
  const list = useQuery(api.federation.transfers.claims.queryOptions({ input: page.input, ...followed }))
  const federation = useQuery(api.federation.exchange.state.queryOptions())
  const withdraw = useMutation(
    api.federation.transfers.withdrawClaim.mutationOptions({
      onSuccess: ({ batchId }) => {
        offerUndo(t('claim.withdrawn'), batchId)
        return queryClient.invalidateQueries()
      },
      onError: useErrorToast(),
    }),
  )
  const redirect = useMutation(
    api.federation.transfers.redirectClaim.mutationOptions({
      onSuccess: ({ batchId }) => {
        offerUndo(t('claim.asked', { name: redirecting?.name ?? '' }), batchId)
        setRedirecting(null)
        return queryClient.invalidateQueries()
      },
    }),
  )
  const isEnrolled = federation.data !== undefined && federation.data.state !== 'notEnrolled'
  const ask = isEnrolled ? (
    <Button type="primary" onClick={() => setAsking(true)}>
      {t('claim.ask')}
    </Button>
  ) : null
  return (
    <>
      {(list.data?.total ?? 0) > 0 && <div className={panel.bar}>{ask}</div>}
      <PagedTable
        list={list}
        page={page}
        empty={<EmptyState title={t('none.claims')} text={t('noneText.claims')} action={ask} />}
        columns={[
          {
            title: t('column.name'),
            render: (_, { memberId, name }) =>
              memberId === null ? name : <Link to={`/members/${memberId}`}>{name}</Link>,
          },
          { title: t('column.idNumber'), render: (_, { idNumber }) => <span className="numeric">{idNumber}</span> },
          { title: t('fields:member.phone'), render: (_, { phone }) => <span className="numeric">{phone}</span> },
          { title: t('column.fromUnion'), render: (_, { fromUnion }) => fromUnion },
          { title: t('column.requestedOn'), render: (_, { requestedOn }) => requestedOn },
          {
            title: t('column.state'),
            render: (_, { state, isLate, waitingDays, answerReason }) => (
              <>
                <ClaimStateTag state={state} />
                {isLate && <Tag color="error">{t('late', { count: waitingDays })}</Tag>}
                {answerReason}
                {(state === 'unknownUnion' || state === 'notFound' || state === 'refused') && (
                  <div className={panel.quiet}>{t(`claimNext.${state}`)}</div>
                )}
                {isLate && <div className={panel.quiet}>{t('claimNext.late')}</div>}
              </>
            ),
          },
          {
            title: t('common:acts'),
            key: 'act',
            render: (_, row) => (
              <AskedActs
                onRedirect={row.state === 'unknownUnion' ? () => setRedirecting(row) : null}
                withdraw={
                  mayWithdraw(row)
                    ? {
                        title: t('claim.withdrawTitle', { name: row.name }),
                        act: () => withdraw.mutate({ id: row.id }),
                      }
                    : null
                }
              />
            ),
          },
        ]}
      />
      {isAsking && <ClaimDialog onClose={() => setAsking(false)} />}
      {redirecting !== null && (
        <RedirectDialog
          label={t('column.fromUnion')}
          named={redirecting.fromUnion}
          near={redirecting.near}
          error={redirect.error}
          isBusy={redirect.isPending}
          onUnion={({ id, name }) => redirect.mutate({ id: redirecting.id, fromOrganisation: id, fromUnion: name })}
          onClose={() => setRedirecting(null)}
        />
      )}
    </>
  )
}
