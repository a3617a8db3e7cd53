import { Table } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { PayrollView } from '../../../../shared/contract/dues/payroll'
import { EmptyState } from '../../../components/EmptyState'
import { Money } from '../../../components/Money'
import panel from '../../../components/panel.module.css'

type Remittance = PayrollView['remittances'][number]

/** What the employer paid over of a list. */
export function RemittanceList({ remittances }: { readonly remittances: readonly Remittance[] }) {
  const { t } = useTranslation('payroll')
  if (remittances.length === 0) return <EmptyState title={t('remit.none')} text={t('remit.noneText')} />
  return (
    <div className={panel.stack}>
      <Table<Remittance>
        size="small"
        rowKey="id"
        pagination={false}
        dataSource={[...remittances]}
        columns={[
          {
            title: t('remit.day'),
            width: 140,
            render: (_, { receivedOn }) => <span className="numeric">{receivedOn}</span>,
          },
          {
            title: t('remit.amount'),
            width: 160,
            align: 'right',
            render: (_, { amount }) => <Money fen={amount} />,
          },
          {
            title: t('column.state'),
            width: 120,
            render: (_, { isReversed, reversesId }) =>
              reversesId !== null ? t('remit.reversal') : isReversed ? t('remit.reversed') : t('state.received'),
          },
          { title: t('remit.note'), dataIndex: 'note' },
        ]}
      />
      <p className={panel.quiet}>
        {t('remit.how')} <Link to="/log">{t('remit.log')}</Link>
      </p>
    </div>
  )
}
