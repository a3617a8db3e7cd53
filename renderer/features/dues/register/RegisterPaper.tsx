import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import { REGISTER_PRINTED_MAX, type RegisterRow, type RegisterSums } from '../../../../shared/contract/dues/register'
import { added, monthsOfYear, noSums } from '../../../../shared/rules/dues/register'
import { api, client } from '../../../client'
import { allRows } from '../../../components/data-grid'
import { EmptyState } from '../../../components/EmptyState'
import { ErrorNotice } from '../../../components/ErrorNotice'
import { Loading } from '../../../components/Loading'
import { PageHeader } from '../../../components/PageHeader'
import { useDates } from '../../../components/use-dates'
import { yuanFigures } from '../../../components/yuan'
import { PageSetup } from '../../reports/PageSetup'
import paper from '../../reports/paper.module.css'
import { PaperActions } from '../../reports/PaperActions'
import { useUnionName } from '../../reports/use-union-name'
import statement from '../payments/statement.module.css'
import { RegisterCell } from './RegisterCell'
import styles from './register.module.css'

const sums = ['charged', 'waived', 'paid', 'open'] as const

/** The register of dues 会费收缴登记表 of a year on paper. */
export function RegisterPaper() {
  const { t } = useTranslation('payments')
  const year = useParams()['year'] ?? ''
  const first = useQuery(api.dues.register.list.queryOptions({ input: { year, offset: 0, limit: 1 } }))
  const total = first.data?.total ?? 0
  const isPrintable = total > 0 && total <= REGISTER_PRINTED_MAX
  const rows = useQuery({
    queryKey: [...api.dues.register.list.key(), 'all', year],
    queryFn: () => allRows((page) => client.dues.register.list({ year, ...page })),
    enabled: isPrintable,
  })
  const unionName = useUnionName()
  const failed = first.error ?? rows.error
  const title = t('register.title', { year })
  return (
    <>
      <div className="screen-only">
        <PageHeader
          backTo="/dues?tab=register"
          title={title}
          note={t('register.note')}
          actions={
            rows.data !== undefined && (
              <PaperActions paper="duesRegister" count={rows.data.length} name={title} landscape />
            )
          }
        />
        {failed !== null && <ErrorNotice error={failed} />}
        {first.data !== undefined && total === 0 && (
          <EmptyState title={t('register.none')} text={t('register.noneText')} />
        )}
        {total > REGISTER_PRINTED_MAX && <EmptyState title={t('register.tooMany', { count: total })} />}
      </div>
      {isPrintable && rows.isPending && <Loading />}
      {rows.data !== undefined && <RegisterSheet year={year} title={title} unionName={unionName} rows={rows.data} />}
    </>
  )
}

interface RegisterSheetProps {
  readonly year: string
  readonly title: string
  readonly unionName: string
  readonly rows: readonly RegisterRow[]
}

function RegisterSheet({ year, title, unionName, rows }: RegisterSheetProps) {
  const { t } = useTranslation(['payments', 'fields'])
  const dates = useDates()
  const departments = new Map<string | null, RegisterRow[]>()
  for (const row of rows) departments.set(row.department, [...(departments.get(row.department) ?? []), row])
  const numbers = new Map(rows.map(({ memberId }, index) => [memberId, index + 1]))
  return (
    <article
      className={`${paper.page} ${paper.landscape} ${paper.running} ${statement.paper} ${styles.register}`}
      aria-label={title}
    >
      <PageSetup landscape margin="10mm" />
      <h2 className={paper.title}>{title}</h2>
      <p className={paper.head}>
        <span>{unionName}</span>
        <span>{t('register.note')}</span>
      </p>
      <table>
        <thead>
          <tr>
            <th>{t('register.number')}</th>
            <th>{t('fields:member.name')}</th>
            <th>{t('fields:member.unionGroup')}</th>
            {monthsOfYear(year).map((month) => (
              <th key={month}>{dates.shortMonth(month)}</th>
            ))}
            {sums.map((name) => (
              <th key={name}>{t(`register.${name}`)}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {[...departments].map(([department, members]) => [
            ...members.map((row) => (
              <tr key={row.memberId}>
                <td className={statement.amount}>{numbers.get(row.memberId)}</td>
                <td>{row.name}</td>
                <td>{row.unionGroup}</td>
                {row.months.map((cell, index) => (
                  <td key={index} className={statement.amount}>
                    <RegisterCell cell={cell} />
                  </td>
                ))}
                <SumCells of={row.year} />
              </tr>
            )),
            ...(departments.size === 1
              ? []
              : [
                  <SumRow
                    key={department ?? ''}
                    title={t('register.subtotal', { department: department ?? t('register.noDepartment') })}
                    rows={members}
                  />,
                ]),
          ])}
          <SumRow title={t('statement.total')} rows={rows} />
        </tbody>
      </table>
      <p className={paper.signed}>{t('register.sign')}</p>
    </article>
  )
}

function SumRow({ title, rows }: { readonly title: string; readonly rows: readonly RegisterRow[] }) {
  const paid = Array.from({ length: 12 }, (_, index) =>
    rows.reduce((sum, { months }) => added(sum, months[index]?.sums ?? noSums), noSums),
  )
  return (
    <tr className={statement.total}>
      <td colSpan={3}>{title}</td>
      {paid.map((month, index) => (
        <td key={index} className={statement.amount}>
          {month.charged > 0 && yuanFigures(month.paid)}
        </td>
      ))}
      <SumCells of={rows.reduce((sum, { year }) => added(sum, year), noSums)} />
    </tr>
  )
}

function SumCells({ of }: { readonly of: RegisterSums }) {
  return sums.map((name) => (
    <td key={name} className={statement.amount}>
      {yuanFigures(of[name])}
    </td>
  ))
}
