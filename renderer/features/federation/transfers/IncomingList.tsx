import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Tag } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { IncomingTransfer } from '../../../../shared/contract/federation/transfers'
import type { TransferId } from '../../../../shared/model/id'
import { api } from '../../../client'
import { PagedTable } from '../../../components/PagedTable'
import { usePage } from '../../../components/use-page'
import { EmptyState } from '../../../components/EmptyState'
import panel from '../../../components/panel.module.css'
import { ReasonDialog } from '../../../components/ReasonDialog'
import { useErrorToast } from '../../../components/use-error-toast'
import { useUndo } from '../../../components/use-undo'
import { useCodeLabel } from '../../../i18n/use-code-label'
import { TransferStateTag } from './TransferStateTag'
import { followed } from '../followed'

const waits = ({ state, answer }: IncomingTransfer) => state === 'asked' && answer === null

/** Requests of other branches: accepted or refused, one or many at once. */
export function IncomingList() {
  const { t } = useTranslation(['transfers', 'common', 'codes'])
  const codeLabel = useCodeLabel()
  const queryClient = useQueryClient()
  const { offerUndo } = useUndo()
  const onError = useErrorToast()
  const page = usePage()
  const [chosen, setChosen] = useState<readonly TransferId[]>([])
  const [refusing, setRefusing] = useState<readonly TransferId[] | null>(null)
  const list = useQuery(api.federation.transfers.incoming.queryOptions({ input: page.input, ...followed }))
  const accept = useMutation(
    api.federation.transfers.accept.mutationOptions({
      onSuccess: ({ batchId, members }) => {
        setChosen([])
        offerUndo(t('accepted', { count: members }), batchId)
        return queryClient.invalidateQueries()
      },
      onError,
    }),
  )
  const refuse = useMutation(
    api.federation.transfers.refuse.mutationOptions({
      onSuccess: ({ batchId, members }) => {
        setChosen([])
        setRefusing(null)
        offerUndo(t('refused', { count: members }), batchId)
        return queryClient.invalidateQueries()
      },
    }),
  )

  function stateOf(row: IncomingTransfer) {
    if (row.state === 'asked' && row.answer === 'accepted') return <Tag color="processing">{t('onItsWay')}</Tag>
    if (row.state === 'asked' && row.answer === 'refused') return <Tag color="warning">{t('state.refused')}</Tag>
    return <TransferStateTag state={row.state} />
  }
  return (
    <>
      {chosen.length > 0 && (
        <div className={panel.bar} role="status">
          <strong>{t('common:grid.selected', { count: chosen.length })}</strong>
          <Button type="primary" loading={accept.isPending} onClick={() => accept.mutate({ ids: [...chosen], by: '' })}>
            {t('accept')}
          </Button>
          <Button onClick={() => setRefusing(chosen)}>{t('refuse')}</Button>
        </div>
      )}
      <PagedTable
        list={list}
        page={page}
        empty={<EmptyState title={t('none.in')} text={t('noneText.in')} />}
        rowSelection={{
          selectedRowKeys: [...chosen],
          onChange: (_, rows) => setChosen(rows.map(({ id }) => id)),
          getCheckboxProps: (row) => ({ disabled: !waits(row) }),
        }}
        columns={[
          {
            title: t('column.name'),
            render: (_, { memberId, name }) =>
              memberId === null ? name : <Link to={`/members/${memberId}`}>{name}</Link>,
          },
          { title: t('column.gender'), render: (_, { gender }) => (gender === null ? null : codeLabel(gender)) },
          { title: t('column.idNumber'), render: (_, { idNumber }) => <span className="numeric">{idNumber}</span> },
          { title: t('column.memberSince'), render: (_, { memberSince }) => memberSince ?? t('unknown') },
          { title: t('column.fromUnion'), render: (_, { fromUnion }) => fromUnion },
          { title: t('column.duesUntil'), render: (_, { duesUntil }) => duesUntil ?? t('unknown') },
          {
            title: t('column.reason'),
            render: (_, { reason, note }) => (
              <>
                {reason === null ? null : codeLabel(reason)} {note}
              </>
            ),
          },
          {
            title: t('column.state'),
            render: (_, row) => (
              <>
                {stateOf(row)}
                {row.isLate && <Tag color="error">{t('late', { count: row.waitingDays })}</Tag>}
                {row.answer === 'refused' && row.answerReason}
              </>
            ),
          },
          {
            title: t('common:acts'),
            key: 'act',
            render: (_, row) =>
              waits(row) && (
                <>
                  <Button type="link" size="small" onClick={() => accept.mutate({ ids: [row.id], by: '' })}>
                    {t('accept')}
                  </Button>
                  <Button type="link" size="small" onClick={() => setRefusing([row.id])}>
                    {t('refuse')}
                  </Button>
                </>
              ),
          },
        ]}
      />
      {refusing !== null && (
        <ReasonDialog
          title={t('refuse')}
          text={t('refuseText')}
          okText={t('refuse')}
          reasons={[t('refusal.notHere'), t('refusal.unknown'), t('refusal.papers')]}
          error={refuse.error}
          busy={refuse.isPending}
          onReason={(reason) => refuse.mutate({ ids: [...refusing], reason, by: '' })}
          onClose={() => setRefusing(null)}
        />
      )}
    </>
  )
}
