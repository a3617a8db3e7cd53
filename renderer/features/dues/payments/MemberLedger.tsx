import { DownOutlined, RightOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Button, Segmented, Table, type TableColumnsType } from 'antd'
import { useState, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import type { MemberLedger as Ledger } from '../../../../shared/contract/dues/payments'
import type { DuesEntry } from '../../../../shared/model/dues'
import type { DuesEntryId, MemberId } from '../../../../shared/model/id'
import { allocate } from '../../../../shared/rules/dues/allocation'
import { opposite } from '../../../../shared/rules/dues/ledger'
import { api } from '../../../client'
import { EmptyState } from '../../../components/EmptyState'
import { ErrorNotice } from '../../../components/ErrorNotice'
import { Loading } from '../../../components/Loading'
import { Money } from '../../../components/Money'
import panel from '../../../components/panel.module.css'
import { Section } from '../../../components/Section'
import { useDates } from '../../../components/use-dates'
import { LedgerChain } from './LedgerChain'
import { PaymentDialog } from './PaymentDialog'
import styles from './payments.module.css'
import { receiptNumber } from '../../../../shared/rules/dues/receipt-number'
import { RefundDialog } from './RefundDialog'
import { ReverseDialog } from './ReverseDialog'
import { useLedgerTexts } from './use-ledger-texts'
import { WaiveDialog } from './WaiveDialog'

type Line = Ledger['entries'][number]
type Order = 'newest' | 'oldest'

const rowId = (id: DuesEntryId) => `ledger-${id}`

/** The dues ledger of one member: where it stands, and every line with the balance after it and what it led to. */
export function MemberLedger({ memberId }: { readonly memberId: MemberId }) {
  const ledger = useQuery(api.dues.payments.ledger.queryOptions({ input: { memberId } }))
  if (ledger.isError) return <ErrorNotice error={ledger.error} onRetry={() => void ledger.refetch()} />
  if (ledger.isPending) return <Loading />
  return <ShownLedger memberId={memberId} ledger={ledger.data} />
}

function ShownLedger({ memberId, ledger }: { readonly memberId: MemberId; readonly ledger: Ledger }) {
  const { t } = useTranslation('payments')
  const navigate = useNavigate()
  const dates = useDates()
  const texts = useLedgerTexts()
  const [dialog, setDialog] = useState<'pay' | 'refund' | 'waive' | null>(null)
  const [reversing, setReversing] = useState<DuesEntry | null>(null)
  const [order, setOrder] = useState<Order>('newest')
  const [opened, setOpened] = useState<readonly DuesEntryId[]>([])
  const [found, setFound] = useState<DuesEntryId | null>(null)
  const { name, entries, receipts } = ledger
  const allocation = allocate(entries)
  const open = allocation.months.filter((month) => month.open > 0)
  const reversed = new Set(entries.map(({ reversesId }) => reversesId))
  const close = () => setDialog(null)

  function toggle(id: DuesEntryId) {
    setOpened(opened.includes(id) ? opened.filter((one) => one !== id) : [...opened, id])
  }

  function show(id: DuesEntryId) {
    setOpened([...opened, id])
    setFound(id)
    document.getElementById(rowId(id))?.focus()
  }

  /** The arrow keys move between the lines, Enter opens one. */
  function onKey(event: KeyboardEvent<HTMLElement>, id: DuesEntryId) {
    if (event.target !== event.currentTarget) return
    const shown = order === 'newest' ? entries.toReversed() : entries
    const index = shown.findIndex((line) => line.id === id)
    const next = event.key === 'ArrowDown' ? shown[index + 1] : event.key === 'ArrowUp' ? shown[index - 1] : undefined
    if (next !== undefined) document.getElementById(rowId(next.id))?.focus()
    else if (event.key === 'Enter' || event.key === ' ') toggle(id)
    else return
    event.preventDefault()
  }

  /** What goes along with the reversal of a line. */
  function alsoOf({ kind, id, month }: DuesEntry): string | null {
    const receipt = receipts.find(({ entryId, isVoided }) => entryId === id && !isVoided)
    if (receipt !== undefined) return t('reverse.receipt', { number: receiptNumber(receipt) })
    const hasWaiver = entries.some((one) => one.kind === 'waiver' && one.month === month && !reversed.has(one.id))
    return kind === 'charge' && hasWaiver ? t('reverse.waivers') : null
  }

  /** A line stands in the column of the line it takes back. */
  const isCharge = ({ month }: DuesEntry) => month !== null
  const columns: TableColumnsType<Line> = [
    {
      title: t('ledger.recordedAt'),
      width: 150,
      render: (_, line) => <span className="numeric">{dates.moment(line.recordedAt)}</span>,
    },
    {
      title: t('ledger.what'),
      render: (_, line) => (
        <span className={reversed.has(line.id) ? styles.struck : undefined}>{texts.what(line, entries)}</span>
      ),
    },
    { title: t('ledger.paidOn'), width: 110, render: (_, line) => <span className="numeric">{line.paidOn}</span> },
    {
      title: t('ledger.charged'),
      width: 105,
      align: 'right',
      render: (_, line) => isCharge(line) && <Money fen={line.amount} />,
    },
    {
      title: t('ledger.paid'),
      width: 105,
      align: 'right',
      render: (_, line) => !isCharge(line) && <Money fen={opposite(line.amount)} />,
    },
    { title: t('ledger.balance'), width: 105, align: 'right', render: (_, line) => <Money fen={line.balance} /> },
    {
      title: t('ledger.note'),
      render: (_, { note, bookedOn }) =>
        [note, bookedOn === null ? null : t('ledger.bookedOn', { day: bookedOn })]
          .filter((text) => text !== null)
          .join(t('joiner')),
    },
    {
      title: t('ledger.act'),
      width: 90,
      render: (_, line) =>
        line.kind === 'reversal' ? null : reversed.has(line.id) ? (
          t('ledger.reversed')
        ) : (
          <Button
            size="small"
            aria-label={t('reverse.title', { what: texts.what(line, entries) })}
            onClick={() => setReversing(line)}
          >
            {t('reverse.act')}
          </Button>
        ),
    },
  ]
  return (
    <Section
      title={t('statement.title')}
      action={
        <div className={panel.bar}>
          {entries.length > 0 && (
            <Button onClick={() => void navigate(`/dues/statements/${memberId}`)}>{t('ledger.print')}</Button>
          )}
          {open.length > 0 && <Button onClick={() => setDialog('waive')}>{t('waive.act')}</Button>}
          {allocation.credit > 0 && <Button onClick={() => setDialog('refund')}>{t('refund.act')}</Button>}
          <Button type="primary" onClick={() => setDialog('pay')}>
            {t('pay.title')}
          </Button>
        </div>
      }
    >
      {entries.length === 0 ? (
        <EmptyState title={t('ledger.none')} text={t('ledger.noneText')} />
      ) : (
        <>
          <div className={styles.spread}>
            <Segmented<Order>
              aria-label={t('ledger.order')}
              value={order}
              onChange={setOrder}
              options={[
                { value: 'newest', label: t('ledger.newest') },
                { value: 'oldest', label: t('ledger.oldest') },
              ]}
            />
          </div>
          <Table<Line>
            rowKey="id"
            size="middle"
            columns={columns}
            dataSource={order === 'newest' ? entries.toReversed() : entries}
            pagination={false}
            scroll={{ x: 960 }}
            rowClassName={({ id }) => (id === found ? (styles.found ?? '') : '')}
            onRow={({ id }) => ({
              id: rowId(id),
              tabIndex: 0,
              onKeyDown: (event: KeyboardEvent<HTMLElement>) => onKey(event, id),
            })}
            expandable={{
              expandedRowKeys: opened,
              expandedRowRender: (line) => (
                <LedgerChain
                  line={line}
                  ledger={ledger}
                  allocation={allocation}
                  isReversed={reversed.has(line.id)}
                  onShow={show}
                />
              ),
              expandIcon: ({ expanded, record }) => (
                <Button
                  type="text"
                  size="small"
                  icon={expanded ? <DownOutlined /> : <RightOutlined />}
                  aria-expanded={expanded}
                  aria-label={t(expanded ? 'ledger.close' : 'ledger.open', { what: texts.what(record, entries) })}
                  onClick={() => toggle(record.id)}
                />
              ),
            }}
          />
        </>
      )}
      <PaymentDialog memberIds={[memberId]} open={dialog === 'pay'} onClose={close} />
      {dialog === 'refund' && (
        <RefundDialog memberId={memberId} name={name} credit={allocation.credit} onClose={close} />
      )}
      {dialog === 'waive' && <WaiveDialog memberId={memberId} name={name} open={open} onClose={close} />}
      {reversing !== null && (
        <ReverseDialog
          entry={reversing}
          what={texts.what(reversing, entries)}
          alsoText={alsoOf(reversing)}
          onClose={() => setReversing(null)}
        />
      )}
    </Section>
  )
}
