import { useQuery } from '@tanstack/react-query'
import { Modal, Table } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { LimitTotal } from '../../../../shared/contract/funds/limits'
import { api } from '../../../client'
import { Money } from '../../../components/Money'

interface LimitEntriesProps {
  readonly total: LimitTotal
  readonly year: string
  readonly onClose: () => void
}

/** The entries behind what a member was given of an item in a year. */
export function LimitEntries({ total: { memberId, name, item }, year, onClose }: LimitEntriesProps) {
  const { t } = useTranslation(['limits', 'funds', 'common'])
  const entries = useQuery(api.funds.limits.entries.queryOptions({ input: { memberId, item, year } }))
  return (
    <Modal
      open
      width={860}
      title={t('entriesOf', { name, item: t(`funds:limitItem.${item}`), year })}
      footer={null}
      onCancel={onClose}
    >
      <Table
        size="small"
        pagination={false}
        loading={entries.isPending}
        rowKey="id"
        dataSource={entries.data ?? []}
        columns={[
          { title: t('funds:book.on'), dataIndex: 'on', width: 110 },
          {
            title: t('funds:book.summary'),
            render: (_, { id, source, summary }) => (
              <Link to={source === 'gift' ? `/care/gifts/${id}` : `/funds/entries/${id}`}>
                {summary ?? t(`funds:limitItem.${item}`)}
              </Link>
            ),
          },
          {
            title: t('funds:entry.form'),
            width: 90,
            render: (_, { form }) => form !== null && t(`funds:form.${form}`),
          },
          {
            title: t('funds:entry.amount'),
            width: 120,
            align: 'end',
            render: (_, { amount }) => <Money fen={amount} />,
          },
          { title: t('reason'), dataIndex: 'overLimitReason' },
        ]}
      />
    </Modal>
  )
}
