import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Tag } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { ClaimOfOther } from '../../../../shared/contract/federation/transfers'
import { isClaimOpen } from '../../../../shared/rules/transfers/claim-state'
import { api } from '../../../client'
import { EmptyState } from '../../../components/EmptyState'
import { PagedTable } from '../../../components/PagedTable'
import { ReasonDialog } from '../../../components/ReasonDialog'
import { useErrorToast } from '../../../components/use-error-toast'
import { usePage } from '../../../components/use-page'
import { useUndo } from '../../../components/use-undo'
import { followed } from '../followed'
import { ClaimStateTag } from './ClaimStateTag'
import { HandOverDialog } from './HandOverDialog'

/** Members of this branch for whom other unions ask: handed over, or not, with the reason. */
export function ClaimedList() {
  const { t } = useTranslation(['transfers', 'common', 'fields'])
  const queryClient = useQueryClient()
  const { offerUndo } = useUndo()
  const onError = useErrorToast()
  const page = usePage()
  const [refusing, setRefusing] = useState<ClaimOfOther | null>(null)
  const [handing, setHanding] = useState<ClaimOfOther | null>(null)
  const list = useQuery(api.federation.transfers.claimed.queryOptions({ input: page.input, ...followed }))
  const done = (text: string) => ({
    onSuccess: ({ batchId }: { readonly batchId: Parameters<typeof offerUndo>[1] }) => {
      setRefusing(null)
      setHanding(null)
      offerUndo(text, batchId)
      return queryClient.invalidateQueries()
    },
  })
  const handOver = useMutation(
    api.federation.transfers.handOver.mutationOptions({ ...done(t('claimed.handedOver')), onError }),
  )
  const refuse = useMutation(api.federation.transfers.refuseClaim.mutationOptions(done(t('claimed.answered'))))

  function acts(row: ClaimOfOther) {
    const { id, member } = row
    if (!isClaimOpen(row.state) || row.answer === 'handedOver') return null
    return (
      <>
        {member !== null && member.problem !== 'notMember' && (
          <Button
            type="link"
            size="small"
            disabled={handOver.isPending}
            onClick={() => handOver.mutate({ id, memberId: member.memberId, duesUntil: null })}
          >
            {t('claimed.handOver')}
          </Button>
        )}
        <Button type="link" size="small" onClick={() => setHanding(row)}>
          {t(member === null ? 'claimed.choose' : 'claimed.other')}
        </Button>
        <Button type="link" size="small" onClick={() => setRefusing(row)}>
          {t('claimed.refuse')}
        </Button>
        {member === null && (
          <Button
            type="link"
            size="small"
            onClick={() => refuse.mutate({ id, decision: 'notFound', reason: '', by: '' })}
          >
            {t('claimed.nobody')}
          </Button>
        )}
      </>
    )
  }
  return (
    <>
      <PagedTable
        list={list}
        page={page}
        empty={<EmptyState title={t('none.claimed')} text={t('noneText.claimed')} />}
        columns={[
          { title: t('column.byUnion'), render: (_, { byUnion }) => byUnion },
          { title: t('column.name'), render: (_, { name }) => name },
          { title: t('column.idNumber'), render: (_, { idNumber }) => <span className="numeric">{idNumber}</span> },
          { title: t('fields:member.phone'), render: (_, { phone }) => <span className="numeric">{phone}</span> },
          {
            title: t('column.ourMember'),
            render: (_, { member }) =>
              member === null ? t('claimed.notMatched') : <Link to={`/members/${member.memberId}`}>{member.name}</Link>,
          },
          {
            title: t('column.duesUntil'),
            render: (_, { member }) => (member === null ? null : (member.duesUntil ?? t('unknown'))),
          },
          { title: t('note'), render: (_, { note }) => note },
          {
            title: t('column.state'),
            render: (_, { state, answer, answerReason, isLate, waitingDays }) => (
              <>
                {state === 'asked' && answer !== null ? (
                  <Tag color="processing">{t(`claimed.said.${answer}`)}</Tag>
                ) : (
                  <ClaimStateTag state={state} />
                )}
                {isLate && <Tag color="error">{t('late', { count: waitingDays })}</Tag>}
                {answerReason}
              </>
            ),
          },
          { title: t('common:acts'), key: 'act', render: (_, row) => acts(row) },
        ]}
      />
      {handing !== null && (
        <HandOverDialog
          claim={handing}
          error={handOver.error}
          isBusy={handOver.isPending}
          onMember={(memberId, duesUntil) => handOver.mutate({ id: handing.id, memberId, duesUntil })}
          onClose={() => setHanding(null)}
        />
      )}
      {refusing !== null && (
        <ReasonDialog
          title={t('claimed.refuse')}
          text={t('refuseText')}
          okText={t('claimed.refuse')}
          reasons={[t('claimed.reason.worksHere'), t('claimed.reason.owes'), t('claimed.reason.papers')]}
          error={refuse.error}
          busy={refuse.isPending}
          onReason={(reason) => refuse.mutate({ id: refusing.id, decision: 'refused', reason, by: '' })}
          onClose={() => setRefusing(null)}
        />
      )}
    </>
  )
}
