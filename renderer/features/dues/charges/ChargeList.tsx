import { Segmented } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate } from 'react-router'
import type { Exemption, MonthSummary } from '../../../../shared/contract/dues/charges'
import type { MemberId } from '../../../../shared/model/id'
import type { Fen } from '../../../../shared/model/money'
import { api } from '../../../client'
import { DataGrid, useRowPages, type GridColumn } from '../../../components/data-grid'
import { EmptyState } from '../../../components/EmptyState'
import { Money } from '../../../components/Money'
import styles from '../dues.module.css'

type Group = Exemption | 'toCharge'

const groupOrder: readonly Group[] = ['toCharge', 'alreadyCharged', 'noWage', 'kept', 'notActive']

interface MemberOfMonth {
  readonly memberId: MemberId
  readonly name: string
  readonly department: string | null
  readonly wage: Fen | null
  readonly amount: Fen | null
  readonly exemption: Exemption | null
}

/** Who would be charged for a month, and who not and why. */
export function ChargeList({ summary }: { readonly summary: MonthSummary }) {
  const { t } = useTranslation(['dues', 'fields'])
  const navigate = useNavigate()
  const { month, toCharge, exempt } = summary
  const counts = new Map<Group, number>([
    ['toCharge', toCharge.members],
    ...exempt.map(({ exemption, members }): [Group, number] => [exemption, members]),
  ])
  const groups = groupOrder.filter((name) => (counts.get(name) ?? 0) > 0)
  const [chosen, setGroup] = useState<Group>('toCharge')
  const group = groups.includes(chosen) ? chosen : (groups[0] ?? 'toCharge')
  const exemption = group === 'toCharge' ? null : group
  const pages = useRowPages<MemberOfMonth>((page) =>
    api.dues.charges.preview.queryOptions({ input: { month, exemption, ...page } }),
  )
  const columns: GridColumn<MemberOfMonth>[] = [
    {
      key: 'name',
      title: t('fields:member.name'),
      width: 120,
      render: ({ memberId, name }) => (
        <Link tabIndex={-1} to={`/members/${memberId}?tab=dues`}>
          {name}
        </Link>
      ),
    },
    { key: 'department', title: t('fields:member.department'), width: 160, render: ({ department }) => department },
    {
      key: 'wage',
      title: t('fields:member.wage'),
      width: 130,
      align: 'end',
      render: ({ wage }) => wage !== null && <Money fen={wage} />,
    },
    ...(exemption === null
      ? [
          {
            key: 'amount',
            title: t('amountDue'),
            width: 120,
            align: 'end' as const,
            render: ({ amount }: MemberOfMonth) => amount !== null && <Money fen={amount} />,
          },
        ]
      : []),
  ]
  if (groups.length === 0) return <EmptyState title={t('noMembers')} />
  return (
    <>
      <Segmented<Group>
        className={styles.groups ?? ''}
        aria-label={t('groups')}
        value={group}
        onChange={setGroup}
        options={groups.map((value) => ({
          value,
          label: t('groupCount', { name: t(`group.${value}`), total: counts.get(value) ?? 0 }),
        }))}
      />
      <p className={styles.quiet}>{t(`groupText.${group}`)}</p>
      <div className={styles.gridArea}>
        <DataGrid<MemberOfMonth, MemberId>
          key={group}
          label={t(`group.${group}`)}
          columns={columns}
          pages={pages}
          rowId={({ memberId }) => memberId}
          rowName={({ name }) => name}
          onOpen={({ memberId }) => void navigate(`/members/${memberId}?tab=dues`)}
          empty={<EmptyState title={t('nobody')} />}
        />
      </div>
    </>
  )
}
