import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Tag } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { ShownForeignDuplicate } from '../../../../shared/contract/federation/transfers'
import { api } from '../../../client'
import { PagedTable } from '../../../components/PagedTable'
import { usePage } from '../../../components/use-page'
import { EmptyState } from '../../../components/EmptyState'
import { ReasonDialog } from '../../../components/ReasonDialog'
import { useErrorToast } from '../../../components/use-error-toast'
import { RequestDialog } from './RequestDialog'
import { followed } from '../followed'

/** Members whom another union has too, with what can be done about it. */
export function ForeignDuplicates() {
  const { t } = useTranslation(['transfers', 'common'])
  const queryClient = useQueryClient()
  const onError = useErrorToast()
  const page = usePage()
  const [noting, setNoting] = useState<ShownForeignDuplicate | null>(null)
  const [moving, setMoving] = useState<ShownForeignDuplicate | null>(null)
  const list = useQuery(api.federation.transfers.duplicates.queryOptions({ input: page.input, ...followed }))
  const setRightful = useMutation(
    api.federation.transfers.setRightful.mutationOptions({
      onSuccess: () => {
        setNoting(null)
        return queryClient.invalidateQueries()
      },
      onError,
    }),
  )
  return (
    <>
      <PagedTable
        list={list}
        page={page}
        empty={<EmptyState title={t('none.duplicates')} text={t('noneText.duplicates')} />}
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
