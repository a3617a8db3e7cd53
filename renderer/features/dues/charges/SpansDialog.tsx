import { Modal, Table, type TableColumnsType } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { PersonToCharge } from '../../../../shared/contract/dues/charges'
import type { ChargeSpan } from '../../../../shared/model/dues-charge'
import { Money } from '../../../components/Money'
import { formatYuan } from '../../../components/yuan'
import styles from '../dues.module.css'
import { useDueText } from './use-due-text'
import { usePeriodText } from './use-period-text'

interface SpansDialogProps {
  readonly person: PersonToCharge
  readonly onClose: () => void
}

/** Month by month what a member is charged and how it comes about. */
export function SpansDialog({ person: { memberId, name, amount, spans }, onClose }: SpansDialogProps) {
  const { t } = useTranslation(['charges', 'common'])
  const dueText = useDueText()
  const periodText = usePeriodText()
  const columns: TableColumnsType<ChargeSpan> = [
    { title: t('months'), width: 200, render: (_, span) => periodText(span) },
    ...(spans.every(({ charged }) => charged === null)
      ? []
      : [
          {
            title: t('wasCharged'),
            width: 110,
            align: 'end' as const,
            render: (_: unknown, { charged }: ChargeSpan) => charged !== null && <Money fen={charged} />,
          },
        ]),
    {
      title: t('monthDue'),
      width: 110,
      align: 'end',
      render: (_, { due }) => due.kind === 'due' && <Money fen={due.amount} />,
    },
    { title: t('how.title'), render: (_, { due }) => dueText(due) },
  ]
  return (
    <Modal open width={860} title={t('personTitle', { name })} footer={null} onCancel={onClose}>
      <Table rowKey="from" columns={columns} dataSource={spans} pagination={false} scroll={{ x: 760 }} size="small" />
      <p className={styles.example}>{t('sum', { amount: formatYuan(amount) })}</p>
      <p>
        <Link to={`/members/${memberId}?tab=dues`}>{t('toLedger')}</Link>
      </p>
    </Modal>
  )
}
