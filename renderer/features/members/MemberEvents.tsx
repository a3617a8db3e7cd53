import { Table, type TableColumnsType } from 'antd'
import { useTranslation } from 'react-i18next'
import type { MembershipEvent } from '../../../shared/model/membership'

/** What happened to the membership, in the order in which it was recorded. */
export function MemberEvents({ events }: { readonly events: readonly MembershipEvent[] }) {
  const { t } = useTranslation(['members', 'fields'])
  const columns: TableColumnsType<MembershipEvent> = [
    { title: t('fields:eventField.type'), width: 160, render: (_, { type }) => t(`fields:event.${type}`) },
    {
      title: t('fields:eventField.date'),
      width: 140,
      render: (_, { date }) => <span className="numeric">{date ?? t('dateUnknown')}</span>,
    },
    { title: t('fields:eventField.reason'), dataIndex: 'reason' },
    { title: t('fields:eventField.documentNumber'), dataIndex: 'documentNumber' },
  ]
  return <Table rowKey="id" columns={columns} dataSource={events} pagination={false} scroll={{ x: 560 }} />
}
