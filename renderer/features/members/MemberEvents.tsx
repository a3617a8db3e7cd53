import { Button, Table, type TableColumnsType } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { MembershipEvent } from '../../../shared/model/membership'
import { EmptyState } from '../../components/EmptyState'
import { useDates } from '../../components/use-dates'
import { useCodeLabel } from '../../i18n/use-code-label'
import { RevokeEventDialog } from './RevokeEventDialog'

interface MemberEventsProps {
  /** In the order of recording. */
  readonly events: readonly MembershipEvent[]
  readonly onAdd: () => void
}

/** What happened to the membership, in the order in which it was recorded; the latest can be taken back. */
export function MemberEvents({ events, onAdd }: MemberEventsProps) {
  const { t } = useTranslation(['members', 'fields', 'common'])
  const dates = useDates()
  const codeLabel = useCodeLabel()
  const [revoking, setRevoking] = useState<MembershipEvent | null>(null)
  const add = <Button onClick={onAdd}>{t('addEvent')}</Button>
  if (events.length === 0) return <EmptyState title={t('noEventsYet')} text={t('noEventsText')} action={add} />
  const last = events.at(-1)
  const hasOtherUnion = events.some(({ otherUnion }) => otherUnion !== null)
  const columns: TableColumnsType<MembershipEvent> = [
    { title: t('fields:eventField.type'), width: 120, render: (_, { type }) => t(`fields:event.${type}`) },
    {
      title: t('fields:eventField.date'),
      width: 130,
      render: (_, { date }) => <span className="numeric">{date ?? t('dateUnknown')}</span>,
    },
    {
      title: t('fields:eventField.decidedOn'),
      width: 130,
      render: (_, { decidedOn }) => <span className="numeric">{decidedOn}</span>,
    },
    {
      title: t('fields:eventField.reason'),
      render: (_, { reason }) => (reason === null ? null : codeLabel(reason)),
    },
    ...(hasOtherUnion ? [{ title: t('fields:eventField.otherUnion'), dataIndex: 'otherUnion' }] : []),
    { title: t('fields:eventField.documentNumber'), width: 160, dataIndex: 'documentNumber' },
    {
      title: t('fields:eventField.recordedAt'),
      width: 190,
      render: (_, { recordedAt }) => <span className="numeric">{dates.moment(recordedAt)}</span>,
    },
    {
      title: t('common:acts'),
      key: 'act',
      width: 90,
      align: 'right',
      render: (_, event) =>
        event.id === last?.id && (
          <Button type="link" size="small" onClick={() => setRevoking(event)}>
            {t('revoke')}
          </Button>
        ),
    },
  ]
  return (
    <>
      <div style={{ marginBlockEnd: 12 }}>{add}</div>
      <Table rowKey="id" columns={columns} dataSource={events} pagination={false} scroll={{ x: 860 }} />
      {revoking !== null && <RevokeEventDialog event={revoking} onClose={() => setRevoking(null)} />}
    </>
  )
}
