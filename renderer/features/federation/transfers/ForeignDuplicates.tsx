import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Table, Tag } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { ShownForeignDuplicate } from '../../../../shared/contract/federation/transfers'
import { api } from '../../../client'
import { EmptyState } from '../../../components/EmptyState'
import { ErrorNotice } from '../../../components/ErrorNotice'
import { ReasonDialog } from '../../../components/ReasonDialog'
import { useErrorToast } from '../../../components/use-error-toast'
import { RequestDialog } from './RequestDialog'

const PAGE_SIZE = 20
/** What an exchange with the union above brings meanwhile is shown. */
const REFETCH_EVERY = 10_000

/** Members whom another union has too, with what can be done about it. */
export function ForeignDuplicates() {
  const { t } = useTranslation(['transfers', 'common'])
  const queryClient = useQueryClient()
  const onError = useErrorToast()
  const [page, setPage] = useState(1)
  const [noting, setNoting] = useState<ShownForeignDuplicate | null>(null)
  const [moving, setMoving] = useState<ShownForeignDuplicate | null>(null)
  const input = { offset: (page - 1) * PAGE_SIZE, limit: PAGE_SIZE }
  const { data, error, isPending, refetch } = useQuery(
    api.federation.transfers.duplicates.queryOptions({ input, refetchInterval: REFETCH_EVERY }),
  )
  const setRightful = useMutation(
    api.federation.transfers.setRightful.mutationOptions({
      onSuccess: () => {
        setNoting(null)
        return queryClient.invalidateQueries()
      },
      onError,
    }),
  )
  if (error !== null) return <ErrorNotice error={error} onRetry={() => void refetch()} />
  if (data?.total === 0) return <EmptyState title={t('none.duplicates')} text={t('noneText.duplicates')} />
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
            render: (_, { memberId, name }) => <Link to={`/members/${memberId}`}>{name}</Link>,
          },
          { title: t('column.otherUnion'), render: (_, { otherUnion }) => otherUnion },
          { title: t('column.since'), render: (_, { since }) => since ?? t('unknown') },
          { title: t('column.foundOn'), render: (_, { foundOn }) => foundOn },
          {
            title: t('column.state'),
            render: (_, { endedOn, rightful }) =>
              endedOn !== null ? (
                <Tag>{t('ended', { date: endedOn })}</Tag>
              ) : rightful !== null ? (
                <Tag color="success">{t('rightful', { reason: rightful })}</Tag>
              ) : (
                <Tag color="warning">{t('toCheck')}</Tag>
              ),
          },
          {
            title: t('common:acts'),
            key: 'act',
            render: (_, row) =>
              row.endedOn === null && (
                <>
                  <Button type="link" size="small" onClick={() => setMoving(row)}>
                    {t('transferThere')}
                  </Button>
                  <Link to={`/members/${row.memberId}/edit`}>{t('checkNumber')}</Link>
                  {row.rightful === null ? (
                    <Button type="link" size="small" onClick={() => setNoting(row)}>
                      {t('noteRightful')}
                    </Button>
                  ) : (
                    <Button type="link" size="small" onClick={() => setRightful.mutate({ id: row.id, reason: null })}>
                      {t('dropNote')}
                    </Button>
                  )}
                </>
              ),
          },
        ]}
      />
      {noting !== null && (
        <ReasonDialog
          title={t('noteRightful')}
          text={t('rightfulText', { name: noting.name, union: noting.otherUnion })}
          okText={t('common:save')}
          reasons={[t('rightfulReason')]}
          error={null}
          busy={setRightful.isPending}
          onReason={(reason) => setRightful.mutate({ id: noting.id, reason })}
          onClose={() => setNoting(null)}
        />
      )}
      {moving !== null && (
        <RequestDialog
          memberIds={[moving.memberId]}
          union={{ id: moving.otherOrganisation, name: moving.otherUnion }}
          onClose={() => setMoving(null)}
        />
      )}
    </>
  )
}
