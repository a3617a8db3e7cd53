import { Table, type TableColumnsType } from 'antd'
import { useTranslation } from 'react-i18next'
import type { ArrearsOverview } from '../../../../shared/contract/dues/arrears'
import { Money } from '../../../components/Money'
import { useDates } from '../../../components/use-dates'
import styles from './arrears.module.css'
import type { ArrearsParams } from './use-debtor-filter'

interface ArrearsMonthsProps {
  readonly overview: ArrearsOverview
  readonly onOpen: (filter: Partial<ArrearsParams>) => void
}

type Month = ArrearsOverview['months'][number]

/** Of which months how much is owed, newest first; each opens its people. */
export function ArrearsMonths({ overview: { months, total }, onOpen }: ArrearsMonthsProps) {
  const { t } = useTranslation(['arrears', 'common'])
  const dates = useDates()
  const columns: TableColumnsType<Month> = [
    { title: t('column.month'), width: 200, render: (_, { month }) => dates.month(month) },
    {
      title: t('column.members'),
      width: 160,
      align: 'right',
      render: (_, { month, members }) => (
        <button type="button" className={`${styles.link ?? ''} numeric`} onClick={() => onOpen({ owes: month })}>
          {t('common:people', { count: members })}
        </button>
      ),
    },
    { title: t('column.amount'), width: 160, align: 'right', render: (_, { amount }) => <Money fen={amount} /> },
  ]
  return (
    <Table<Month>
      rowKey="month"
      size="middle"
      style={{ maxWidth: 640 }}
      columns={columns}
      dataSource={months.toReversed()}
      pagination={false}
      locale={{ emptyText: t('nobody') }}
      summary={() => (
        <Table.Summary.Row>
          <Table.Summary.Cell index={0}>
            <strong>{t('column.total')}</strong>
          </Table.Summary.Cell>
          <Table.Summary.Cell index={1} align="right">
            {t('common:people', { count: total.members })}
          </Table.Summary.Cell>
          <Table.Summary.Cell index={2} align="right">
            <strong>
              <Money fen={total.amount} />
            </strong>
          </Table.Summary.Cell>
        </Table.Summary.Row>
      )}
    />
  )
}
