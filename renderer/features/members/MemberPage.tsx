import { useQuery } from '@tanstack/react-query'
import { Button, Tabs } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation, useNavigate, useSearchParams } from 'react-router'
import { detailKindSchema } from '../../../shared/model/member-detail'
import { api } from '../../client'
import { ErrorNotice } from '../../components/ErrorNotice'
import { Loading } from '../../components/Loading'
import { PageHeader } from '../../components/PageHeader'
import { MemberGifts } from '../care/gifts/MemberGifts'
import { MemberHardship } from '../care/hardship/MemberHardship'
import { MemberServices } from '../care/registers/MemberServices'
import { MemberRequests } from '../care/requests/MemberRequests'
import { ArrearsCourse } from '../dues/arrears/ArrearsCourse'
import { DuesSentence } from '../dues/arrears/DuesSentence'
import { MemberBases } from '../dues/bases/MemberBases'
import { MemberExemptions } from '../dues/exemptions/MemberExemptions'
import { MemberLedger } from '../dues/payments/MemberLedger'
import { MemberConflicts } from '../federation/conflicts/MemberConflicts'
import { MemberNotices } from '../federation/passing/MemberNotices'
import { MemberReporting } from '../federation/entries/MemberReporting'
import { MemberTransfers } from '../federation/transfers/MemberTransfers'
import { MemberLimits } from '../funds/limits/MemberLimits'
import { MemberPreferences } from '../insights/MemberPreferences'
import { MemberService } from '../officers/MemberService'
import { MemberPosts } from '../organisation/MemberPosts'
import { PrintMenu } from '../reports/PrintMenu'
import { AddEventDialog } from './AddEventDialog'
import { eventDraftState } from './event-draft-state'
import { DetailList } from './details/DetailList'
import { MemberActivities } from './MemberActivities'
import { MemberEvents } from './MemberEvents'
import { MemberFieldList } from './MemberFieldList'
import { MemberHead } from './MemberHead'
import { MemberHistory } from './MemberHistory'
import { RemoveMemberDialog } from './RemoveMemberDialog'
import { StatusTag } from './StatusTag'
import { MemberTimeline } from './timeline/MemberTimeline'
import { useMemberId } from './use-member-id'

/** Everything about one member: fields, documents, family, honours, membership, dues, activities, every change. */
export function MemberPage() {
  const { t } = useTranslation(['members', 'common', 'organisation', 'timeline'])
  const navigate = useNavigate()
  const [search, setSearch] = useSearchParams()
  const location = useLocation()
  const draft = eventDraftState(location.state)
  const [dialog, setDialog] = useState<'event' | 'remove' | null>(null)
  const id = useMemberId()
  const record = useQuery(api.members.get.queryOptions({ input: { id } }))
  if (record.isPending) return <Loading />
  if (record.isError) {
    return (
      <>
        <PageHeader title={t('title')} backTo="/members" />
        <ErrorNotice error={record.error} onRetry={() => void record.refetch()} />
      </>
    )
  }
  const { member, events, version } = record.data
  function close() {
    setDialog(null)
    // What another page proposed is dealt with.
    if (draft !== null) void navigate('?tab=events', { replace: true, state: null })
  }
  return (
    <>
      <PageHeader
        backTo="/members"
        title={
          <>
            {member.name} <StatusTag status={member.status} /> <MemberReporting memberId={id} />{' '}
            <MemberConflicts memberId={id} />
          </>
        }
        note={member.department ?? undefined}
        actions={
          <>
            <Button danger onClick={() => setDialog('remove')}>
              {t('common:remove')}
            </Button>
            <PrintMenu memberIds={[id]} />
            <Button onClick={() => setDialog('event')}>{t('addEvent')}</Button>
            <Button type="primary" onClick={() => void navigate(`/members/${id}/edit`)}>
              {t('common:edit')}
            </Button>
          </>
        }
      />
      <MemberHead member={member} />
      <Tabs
        activeKey={search.get('tab') ?? 'fields'}
        onChange={(tab) => setSearch({ tab }, { replace: true })}
        items={[
          { key: 'fields', label: t('tab.fields'), children: <MemberFieldList key={version} record={record.data} /> },
          ...detailKindSchema.options.map((kind) => ({
            key: kind,
            label: t(`tab.${kind}`),
            children: <DetailList memberId={id} kind={kind} />,
          })),
          {
            key: 'events',
            label: t('tab.events'),
            children: (
              <>
                <MemberTransfers member={member} />
                <MemberEvents events={events} onAdd={() => setDialog('event')} />
                <MemberNotices memberId={id} />
              </>
            ),
          },
          {
            key: 'posts',
            label: t('organisation:post.title'),
            children: (
              <>
                <MemberPosts memberId={id} />
                <MemberService memberId={id} />
              </>
            ),
          },
          {
            key: 'dues',
            label: t('tab.dues'),
            children: (
              <>
                <DuesSentence memberId={id} />
                <MemberLedger memberId={id} />
                <MemberBases memberId={id} />
                <MemberExemptions memberId={id} />
                <ArrearsCourse memberId={id} />
              </>
            ),
          },
          {
            key: 'care',
            label: t('tab.care'),
            children: (
              <>
                <MemberGifts memberId={id} name={member.name} department={member.department} />
                <MemberHardship memberId={id} />
                <MemberLimits memberId={id} />
                <MemberRequests memberId={id} />
                <MemberServices memberId={id} />
              </>
            ),
          },
          {
            key: 'activities',
            label: t('tab.activities'),
            children: (
              <>
                <MemberActivities memberId={id} />
                <MemberPreferences memberId={id} />
              </>
            ),
          },
          { key: 'timeline', label: t('timeline:tab'), children: <MemberTimeline memberId={id} /> },
          { key: 'history', label: t('tab.history'), children: <MemberHistory id={id} /> },
        ]}
      />
      {(dialog === 'event' || draft !== null) && (
        <AddEventDialog member={member} events={events} draft={draft} onClose={close} />
      )}
      {dialog === 'remove' && <RemoveMemberDialog member={member} onClose={close} />}
    </>
  )
}
