import { useTranslation } from 'react-i18next'
import { Link, useNavigate, useParams } from 'react-router'
import type { DuesBehind } from '../../../../shared/contract/funds/book'
import { daySchema } from '../../../../shared/model/date'
import { api } from '../../../client'
import { DataGrid, useRowPages, type GridColumn } from '../../../components/data-grid'
import { EmptyState } from '../../../components/EmptyState'
import { Money } from '../../../components/Money'
import { PageHeader } from '../../../components/PageHeader'
import panel from '../../../components/panel.module.css'
import { useDates } from '../../../components/use-dates'

/** The payments, refunds and remittances of a day behind a line of the dues account. */
export function DuesDayPage() {
  const { t } = useTranslation(['funds', 'fields'])
  const navigate = useNavigate()
  const dates = useDates()
  const on = daySchema.parse(useParams()['day'])
  const pages = useRowPages<DuesBehind>((page) => api.funds.book.duesBehind.queryOptions({ input: { on, ...page } }))
  const columns: GridColumn<DuesBehind>[] = [
    {
      key: 'name',
      title: t('fields:member.name'),
      width: 160,
      render: (row) =>
        row.kind === 'remittance' ? (
          row.title
        ) : (
          <Link tabIndex={-1} to={`/members/${row.memberId}?tab=dues`}>
            {row.name}
          </Link>
        ),
    },
    {
      key: 'department',
      title: t('fields:member.department'),
      width: 180,
      render: (row) => row.kind !== 'remittance' && row.department,
    },
    { key: 'kind', title: t('behind.kind'), width: 130, render: ({ kind }) => t(`behind.${kind}`) },
    {
      key: 'method',
      title: t('behind.method'),
      width: 120,
      render: (row) => row.kind !== 'remittance' && row.method !== null && t(`fields:method.${row.method}`),
    },
    {
      key: 'amount',
      title: t('behind.amount'),
      width: 130,
      align: 'end',
      render: ({ amount }) => <Money fen={amount} />,
    },
  ]
  return (
    <div className={panel.page}>
      <PageHeader
        title={t('behind.title', { day: dates.longDay(on) })}
        note={t('behind.note')}
        backTo={`/funds?account=dues&year=${on.slice(0, 4)}`}
      />
      <div className={panel.gridArea}>
        <DataGrid
          label={t('behind.title', { day: dates.longDay(on) })}
          columns={columns}
          pages={pages}
          rowId={({ id }) => id}
          rowName={(row) => (row.kind === 'remittance' ? row.title : row.name)}
          onOpen={(row) => row.kind !== 'remittance' && void navigate(`/members/${row.memberId}?tab=dues`)}
          empty={<EmptyState title={t('behind.none')} />}
        />
      </div>
    </div>
  )
}
