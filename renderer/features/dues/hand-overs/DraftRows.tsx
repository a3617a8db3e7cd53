import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query'
import { App, Button, Table, Tag, type TableColumnsType } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { HAND_OVER_ROWS, type PayingMember } from '../../../../shared/contract/dues/hand-overs'
import { fenSchema, type Fen } from '../../../../shared/model/money'
import { readPastedLines, type PastedRow } from '../../../../shared/rules/dues/pasted-lines'
import { api, client } from '../../../client'
import { EmptyState } from '../../../components/EmptyState'
import { Money } from '../../../components/Money'
import { MoneyInput } from '../../../components/MoneyInput'
import panel from '../../../components/panel.module.css'
import { useErrorToast } from '../../../components/use-error-toast'
import { formatYuan, parseYuan, yuanText } from '../../../components/yuan'
import { EntryRow } from './EntryRow'
import type { DraftRow, RowProblem } from './hand-over-draft'
import styles from './hand-overs.module.css'
import { MemberPick } from './MemberPick'
import { PasteDialog } from './PasteDialog'

/** Rows from which only those in sight are drawn. */
const VIRTUAL_ROWS = 60

interface DraftRowsProps {
  readonly rows: readonly DraftRow[]
  readonly problems: readonly (RowProblem | null)[]
  readonly onChange: (rows: readonly DraftRow[]) => void
}

interface ShownRow extends DraftRow {
  readonly index: number
  readonly member: PayingMember | null
}

/** Who paid how much: entered one after the other, or pasted as a list. */
export function DraftRows({ rows, problems, onChange }: DraftRowsProps) {
  const { t } = useTranslation(['handOvers', 'fields', 'common'])
  const { notification } = App.useApp()
  const [isPasting, setPasting] = useState(false)
  const ids = [...new Set(rows.flatMap(({ memberId }) => memberId ?? []))]
  const members = useQuery(
    api.dues.handOvers.members.queryOptions({ input: { ids }, placeholderData: keepPreviousData }),
  )
  const known = new Map((members.data ?? []).map((member) => [member.memberId, member]))
  const paste = useMutation({
    mutationFn: (lines: readonly PastedRow[]) => client.dues.handOvers.find({ lines: [...lines] }),
    onSuccess: (found, lines) => {
      const read = lines.map((line, index): DraftRow => {
        const { members: candidates = [], isSure = false } = found[index] ?? {}
        const [first] = candidates
        const amount = line.amount ?? (isSure ? (first?.owed ?? null) : null)
        return {
          memberId: isSure && first !== undefined ? first.memberId : null,
          name: isSure && first !== undefined ? first.name : line.name,
          amount: amount === null || amount <= 0 ? '' : yuanText(amount),
        }
      })
      onChange([...rows, ...read])
      tell(found)
    },
    onError: useErrorToast(),
  })

  function tell(found: readonly { readonly members: readonly PayingMember[]; readonly isSure: boolean }[]) {
    const sure = found.filter(({ isSure }) => isSure).length
    const unknown = found.filter(({ members: candidates }) => candidates.length === 0).length
    const asked = found.length - sure - unknown
    const sentences = [
      t('pasting.found', { count: sure }),
      ...(asked > 0 ? [t('pasting.asked', { count: asked })] : []),
      ...(unknown > 0 ? [t('pasting.unknownCount', { count: unknown })] : []),
    ]
    const [title, ...more] = sentences
    const shown = { title, description: more.length === 0 ? undefined : more.map((one) => <p key={one}>{one}</p>) }
    if (more.length === 0) notification.success(shown)
    else notification.warning({ ...shown, duration: 10 })
  }

  function pasted(text: string) {
    const lines = readPastedLines(text)
    if (lines.length === 0) notification.warning({ title: t('pasting.nothing') })
    else if (lines.length + rows.length > HAND_OVER_ROWS) {
      notification.warning({ title: t('pasting.tooMany', { count: HAND_OVER_ROWS }) })
    } else paste.mutate(lines)
  }

  const set = (index: number, changes: Partial<DraftRow>) =>
    onChange(rows.map((row, place) => (place === index ? { ...row, ...changes } : row)))

  const shown = rows
    .map((row, index): ShownRow => ({
      ...row,
      index,
      member: row.memberId === null ? null : (known.get(row.memberId) ?? null),
    }))
    // The one entered last is in sight.
    .reverse()

  const columns: TableColumnsType<ShownRow> = [
    { title: t('column.number'), width: 64, align: 'right', render: (_, { index }) => index + 1 },
    {
      title: t('column.name'),
      width: 230,
      render: (_, { index, member, memberId, name, amount }) =>
        memberId === null ? (
          <MemberPick
            label={t('sheet.candidates', { name })}
            initialSearch={name}
            value={null}
            status="error"
            onChange={(chosen) =>
              set(index, {
                memberId: chosen.memberId,
                name: chosen.name,
                ...(amount === '' && chosen.owed > 0 ? { amount: yuanText(chosen.owed) } : {}),
              })
            }
          />
        ) : (
          <>
            {name} {member !== null && <StandingTag member={member} />}
          </>
        ),
    },
    { title: t('column.department'), width: 160, render: (_, { member }) => member?.department },
    {
      title: t('column.owed'),
      width: 110,
      align: 'right',
      render: (_, { member }) => member !== null && <Money fen={member.owed} />,
    },
    {
      title: t('column.amount'),
      width: 150,
      render: (_, { index, amount, name }) => (
        <MoneyInput
          aria-label={t('common:labelled', { label: t('column.amount'), text: name })}
          value={amount}
          status={problems[index] === 'amount' ? 'error' : ''}
          onChange={(text) => set(index, { amount: text })}
        />
      ),
    },
    {
      title: t('column.remark'),
      width: 200,
      render: (_, row) => <Remark problem={problems[row.index] ?? null} row={row} />,
    },
    {
      title: t('common:acts'),
      width: 90,
      render: (_, { index, name }) => (
        <Button
          size="small"
          aria-label={t('sheet.removeRow', { name })}
          onClick={() => onChange(rows.filter((_row, place) => place !== index))}
        >
          {t('common:remove')}
        </Button>
      ),
    },
  ]
  const isLong = rows.length > VIRTUAL_ROWS
  return (
    <>
      <EntryRow
        onAdd={(member, amount) => onChange([...rows, { memberId: member.memberId, name: member.name, amount }])}
        onPaste={pasted}
        action={
          <Button loading={paste.isPending} onClick={() => setPasting(true)}>
            {t('sheet.paste')}
          </Button>
        }
      />
      <p className={panel.quiet}>{t('sheet.enterHint')}</p>
      {rows.length === 0 ? (
        <EmptyState title={t('sheet.noRows')} text={t('sheet.noRowsText')} />
      ) : (
        <Table
          className={styles.rows ?? ''}
          rowKey="index"
          size="small"
          columns={columns}
          dataSource={shown}
          pagination={false}
          virtual={isLong}
          scroll={isLong ? { x: 1004, y: 480 } : { x: 1004 }}
        />
      )}
      {isPasting && <PasteDialog onPaste={pasted} onClose={() => setPasting(false)} />}
    </>
  )
}

/** What tells a member from one who is present as usual. */
function StandingTag({ member: { status } }: { readonly member: PayingMember }) {
  const { t } = useTranslation('handOvers')
  if (status === 'active') return null
  return status === 'kept' ? <Tag>{t('sheet.kept')}</Tag> : <Tag color="warning">{t('sheet.left')}</Tag>
}

function Remark({ problem, row: { amount, member } }: { readonly problem: RowProblem | null; readonly row: ShownRow }) {
  const { t } = useTranslation('handOvers')
  if (problem !== null) return <span className={styles.problem}>{t(`problem.row.${problem}`)}</span>
  const ahead = member === null ? null : aheadOf(parseYuan(amount), member.owed)
  return ahead === null ? null : <span className={panel.quiet}>{t('sheet.ahead', { amount: formatYuan(ahead) })}</span>
}

function aheadOf(amount: Fen | null, owed: Fen): Fen | null {
  return amount === null || amount <= owed ? null : fenSchema.parse(amount - owed)
}
