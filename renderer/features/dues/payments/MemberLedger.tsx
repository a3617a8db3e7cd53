import { useQuery } from '@tanstack/react-query'
import { Button, Table, type TableColumnsType } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DuesEntry } from '../../../../shared/model/dues'
import type { MemberId } from '../../../../shared/model/id'
import type { Fen } from '../../../../shared/model/money'
import { opposite } from '../../../../shared/rules/dues/ledger'
import { api } from '../../../client'
import { EmptyState } from '../../../components/EmptyState'
import { ErrorNotice } from '../../../components/ErrorNotice'
import { Loading } from '../../../components/Loading'
import { Money } from '../../../components/Money'
import { Section } from '../../../components/Section'
import { useDates } from '../../../components/use-dates'
import { formatYuan } from '../../../components/yuan'
import { PaymentDialog } from './PaymentDialog'
import { ReverseDialog } from './ReverseDialog'

type Line = DuesEntry & { readonly balance: Fen }

/** The dues ledger of one member: every line with the balance after it. */
export function MemberLedger({ memberId }: { readonly memberId: MemberId }) {
  const { t } = useTranslation(['dues', 'fields'])
  const dates = useDates()
  const ledger = useQuery(api.dues.payments.ledger.queryOptions({ input: { memberId } }))
  const [isPaying, setPaying] = useState(false)
  const [reversing, setReversing] = useState<DuesEntry | null>(null)
  if (ledger.isError) return <ErrorNotice error={ledger.error} onRetry={() => void ledger.refetch()} />
  if (ledger.isPending) return <Loading />
  const { balance, entries } = ledger.data
  const reversed = new Set(entries.map(({ reversesId }) => reversesId))

  function what({ kind, month, method }: DuesEntry): string {
    const subject =
      month !== null
        ? t('ledger.monthDues', { month: dates.month(month) })
        : t('ledger.payment', { method: method === null ? '' : t(`fields:method.${method}`) })
    return kind === 'reversal' ? t('ledger.reversalOf', { subject }) : subject
  }

  /** A line stands in the column of the line it takes back. */
  const isCharge = ({ month }: DuesEntry) => month !== null
  const columns: TableColumnsType<Line> = [
    {
      title: t('ledger.recordedAt'),
      width: 170,
      render: (_, line) => <span className="numeric">{dates.moment(line.recordedAt)}</span>,
    },
    { title: t('ledger.what'), render: (_, line) => what(line) },
    { title: t('pay.paidOn'), width: 120, render: (_, line) => <span className="numeric">{line.paidOn}</span> },
    {
      title: t('ledger.charged'),
      width: 120,
      align: 'right',
      render: (_, line) => isCharge(line) && <Money fen={line.amount} />,
    },
    {
      title: t('ledger.paid'),
      width: 120,
      align: 'right',
      render: (_, line) => !isCharge(line) && <Money fen={opposite(line.amount)} />,
    },
    { title: t('ledger.balance'), width: 120, align: 'right', render: (_, line) => <Money fen={line.balance} /> },
    { title: t('pay.note'), dataIndex: 'note' },
    {
      title: t('ledger.act'),
      width: 110,
      render: (_, line) =>
        line.kind === 'reversal' ? null : reversed.has(line.id) ? (
          t('ledger.reversed')
        ) : (
          <Button aria-label={t('reverse.title', { what: what(line) })} onClick={() => setReversing(line)}>
            {t('reverse.act')}
          </Button>
        ),
    },
  ]
  return (
    <Section
      title={standing(balance)}
      action={
        <Button type="primary" onClick={() => setPaying(true)}>
          {t('pay.title')}
        </Button>
      }
    >
      {entries.length === 0 ? (
        <EmptyState title={t('ledger.none')} text={t('ledger.noneText')} />
      ) : (
        <Table rowKey="id" columns={columns} dataSource={entries} pagination={false} scroll={{ x: 900 }} />
      )}
      <PaymentDialog memberIds={[memberId]} open={isPaying} onClose={() => setPaying(false)} />
      {reversing !== null && (
        <ReverseDialog entry={reversing} what={what(reversing)} onClose={() => setReversing(null)} />
      )}
    </Section>
  )

  function standing(fen: Fen): string {
    if (fen > 0) return t('ledger.owes', { amount: formatYuan(fen) })
    return fen < 0 ? t('ledger.credit', { amount: formatYuan(opposite(fen)) }) : t('ledger.settled')
  }
}
