import { Button, Table, type TableColumnsType } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Proposed } from '../../../../shared/contract/care/gifts'
import type { CareKind } from '../../../../shared/model/care-gift'
import type { BatchId, MemberId } from '../../../../shared/model/id'
import { dayOf } from '../../../../shared/rules/date'
import { EmptyState } from '../../../components/EmptyState'
import panel from '../../../components/panel.module.css'
import { formatYuan } from '../../../components/yuan'
import { newGiftDraft, type GiftDraft } from './gift-draft'
import { GiftDialog } from './GiftDialog'

interface ProposalTableProps<Row extends Proposed> {
  readonly rows: readonly Row[]
  readonly kind: CareKind
  /** What the gifts are recorded under. */
  readonly occasion: string
  /** What tells of the occasion, between the names and what was given already. */
  readonly columns: TableColumnsType<Row>
  /** Who is chosen at first, of those not given anything yet. */
  readonly isChosen?: (row: Row) => boolean
  readonly onDone: (batchId: BatchId, on: string) => void
}

/** Members to be given something: those given it already are told and left out, of the others some are chosen. */
export function ProposalTable<Row extends Proposed>({
  rows,
  kind,
  occasion,
  columns,
  isChosen = () => true,
  onDone,
}: ProposalTableProps<Row>) {
  const { t } = useTranslation(['gifts', 'fields', 'common'])
  const open = rows.filter(({ given }) => given === null)
  // Until somebody chooses, whoever the page proposes.
  const [ticked, setTicked] = useState<readonly MemberId[] | null>(null)
  const [draft, setDraft] = useState<GiftDraft | null>(null)
  const chosen = open.filter((row) => (ticked === null ? isChosen(row) : ticked.includes(row.memberId)))

  function give() {
    const recipients = chosen.map(({ memberId, name, department }) => ({ memberId, name, department }))
    setDraft(newGiftDraft(kind, dayOf(new Date()), { occasion, recipients }))
  }

  return (
    <>
      <div className={panel.spread}>
        <p role="status" className={panel.quiet}>
          {t('proposals.sum', { count: rows.length, given: rows.length - open.length })}
        </p>
        <Button type="primary" disabled={chosen.length === 0} onClick={give}>
          {t('proposals.give', { count: chosen.length })}
        </Button>
      </div>
      <Table<Row>
        size="small"
        virtual
        pagination={false}
        scroll={{ y: 420, x: 760 }}
        rowKey="memberId"
        dataSource={rows}
        locale={{ emptyText: <EmptyState title={t('proposals.none')} /> }}
        rowSelection={{
          columnWidth: 48,
          selectedRowKeys: chosen.map(({ memberId }) => memberId),
          onChange: (_, selected) => setTicked(selected.map(({ memberId }) => memberId)),
          getCheckboxProps: ({ name, given }) => ({
            disabled: given !== null,
            'aria-label': t('common:grid.selectRow', { name }),
          }),
        }}
        columns={[
          {
            title: t('fields:member.name'),
            width: 140,
            render: (_, { memberId, name }) => <Link to={`/members/${memberId}`}>{name}</Link>,
          },
          { title: t('fields:member.department'), width: 200, dataIndex: 'department' },
          ...columns,
          {
            title: t('proposals.given'),
            width: 220,
            render: (_, { given }) =>
              given !== null && (
                <Link to={`/care/gifts/${given.id}`}>
                  {t('proposals.givenOn', { on: given.on, amount: formatYuan(given.amount) })}
                </Link>
              ),
          },
        ]}
      />
      {draft !== null && <GiftDialog initial={draft} isProposed onDone={onDone} onClose={() => setDraft(null)} />}
    </>
  )
}
