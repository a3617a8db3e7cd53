import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Alert, Button, Descriptions, Popconfirm } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { membershipEventTypeSchema } from '../../../../shared/model/membership'
import { isTransferOver } from '../../../../shared/rules/transfers/state'
import type { MaskedMember } from '../../../../shared/model/member'
import { api } from '../../../client'
import { useErrorToast } from '../../../components/use-error-toast'
import { useUndo } from '../../../components/use-undo'
import { ChangeList } from '../../members/ChangeList'
import { letterPath } from './letter-path'
import { RequestDialog } from './RequestDialog'
import { TransferStateTag } from './TransferStateTag'

/** A member's way between unions: to go to another one, where it comes from, what the former one still changed. */
export function MemberTransfers({ member }: { readonly member: Pick<MaskedMember, 'id' | 'status'> }) {
  const { t } = useTranslation(['transfers', 'federation', 'fields', 'common'])
  const queryClient = useQueryClient()
  const { offerUndo } = useUndo()
  const onError = useErrorToast()
  const [isAsking, setAsking] = useState(false)
  const { data } = useQuery(api.federation.transfers.ofMember.queryOptions({ input: { memberId: member.id } }))
  const adopt = useMutation(
    api.federation.transfers.adopt.mutationOptions({
      onSuccess: ({ batchId }) => {
        offerUndo(t('adopted'), batchId)
        return queryClient.invalidateQueries()
      },
      onError,
    }),
  )
  const ignore = useMutation(
    api.federation.transfers.ignore.mutationOptions({ onSuccess: () => queryClient.invalidateQueries(), onError }),
  )
  const keepField = useMutation(
    api.federation.transfers.keepField.mutationOptions({
      onSuccess: ({ batchId, members }) => {
        offerUndo(t('fieldKept', { count: members }), batchId)
        return queryClient.invalidateQueries()
      },
      onError,
    }),
  )
  const eventName = (type: string) => {
    const known = membershipEventTypeSchema.safeParse(type)
    return known.success ? t(`fields:event.${known.data}`) : type
  }
  if (data === undefined) return null
  const { request, history, lateEdits, duplicates, isEnrolled } = data
  const isHere = member.status === 'active' || member.status === 'kept'
  const isOpen = request !== null && (request.state === 'unsent' || !isTransferOver(request.state))
  return (
    <>
      {duplicates.map(({ id, otherUnion, rightful }) => (
        <Alert
          key={id}
          type={rightful === null ? 'warning' : 'info'}
          showIcon
          title={t('alsoIn', { union: otherUnion })}
          action={<Link to="/federation?tab=transfers&view=duplicates">{t('see')}</Link>}
        />
      ))}
      {lateEdits.map(({ id, fromUnion, table, changes }) => (
        <Alert
          key={id}
          type="info"
          showIcon
          title={t('lateEdit', { union: fromUnion, what: t(`federation:tables.${table}`) })}
          description={<ChangeList table={table} changes={changes} />}
          action={
            <>
              <Button size="small" loading={adopt.isPending} onClick={() => adopt.mutate({ id })}>
                {t('adopt')}
              </Button>
              <Button size="small" loading={ignore.isPending} onClick={() => ignore.mutate({ id })}>
                {t('ignore')}
              </Button>
            </>
          }
        />
      ))}
      {request !== null && (
        <p>
          {t('requestTo', { union: request.toUnion, date: request.requestedOn })}{' '}
          <TransferStateTag state={request.state} /> <Link to={letterPath([request.id])}>{t('letter')}</Link>
        </p>
      )}
      {isEnrolled && isHere && !isOpen && <Button onClick={() => setAsking(true)}>{t('toOther')}</Button>}
      {history.map(({ union, until, events, posts, activities, dues, place, custom }) => (
        <Descriptions
          key={`${union}${until}`}
          title={t('formerUnion', { union, date: until })}
          column={1}
          size="small"
          items={[
            ...[
              {
                key: 'events',
                label: t('former.events'),
                children: events
                  .map(({ type, date, reason }) => `${date ?? ''} ${eventName(type)} ${reason ?? ''}`.trim())
                  .join('；'),
              },
              {
                key: 'posts',
                label: t('former.posts'),
                children: posts
                  .map(({ title, heldFrom, heldTo }) => `${title} ${heldFrom ?? ''}–${heldTo ?? ''}`)
                  .join('；'),
              },
              {
                key: 'activities',
                label: t('former.activities'),
                children: activities.map(({ year, count }) => `${year}: ${count}`).join('；'),
              },
              {
                key: 'dues',
                label: t('former.dues'),
                children: dues.map(({ year, paid }) => `${year}: ${(paid / 100).toFixed(2)}`).join('；'),
              },
              { key: 'place', label: t('former.place'), children: Object.values(place).join(' ') },
            ].filter(({ children }) => children.trim() !== ''),
            ...custom.map(({ name, kind, value }) => ({
              key: `${kind}${name}`,
              label: name,
              children: (
                <>
                  {value}{' '}
                  {isHere && (
                    <Popconfirm
                      title={t('keepFieldTitle', { name })}
                      description={t('keepFieldText')}
                      okText={t('keepField')}
                      cancelText={t('common:cancel')}
                      onConfirm={() => keepField.mutate({ memberId: member.id, name, kind })}
                    >
                      <Button type="link" size="small">
                        {t('keepField')}
                      </Button>
                    </Popconfirm>
                  )}
                </>
              ),
            })),
          ]}
        />
      ))}
      {isAsking && <RequestDialog memberIds={[member.id]} onClose={() => setAsking(false)} />}
    </>
  )
}
