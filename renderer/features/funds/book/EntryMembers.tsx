import { Table } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { FundEntryDetail } from '../../../../shared/contract/funds/book'
import { Money } from '../../../components/Money'
import { Section } from '../../../components/Section'

type Share = FundEntryDetail['shares'][number]

/** Who received what of a spending. */
export function EntryMembers({ shares }: { readonly shares: readonly Share[] }) {
  const { t } = useTranslation(['funds', 'fields'])
  return (
    <Section title={t('share.received', { count: shares.length })}>
      <Table<Share>
        size="small"
        virtual
        pagination={false}
        scroll={{ y: 260, x: 700 }}
        rowKey="id"
        dataSource={shares}
        columns={[
          {
            title: t('fields:member.name'),
            width: 160,
            render: (_, { memberId, name }) => <Link to={`/members/${memberId}`}>{name}</Link>,
          },
          { title: t('fields:member.department'), width: 220, dataIndex: 'department' },
          {
            title: t('share.item'),
            width: 180,
            render: (_, { item }) => item !== null && t(`limitItem.${item}`),
          },
          { title: t('entry.amount'), width: 140, align: 'end', render: (_, { amount }) => <Money fen={amount} /> },
        ]}
      />
    </Section>
  )
}
