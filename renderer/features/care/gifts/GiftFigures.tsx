import { useQuery } from '@tanstack/react-query'
import { Table } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { CareFigure } from '../../../../shared/contract/care/gifts'
import { dayOf } from '../../../../shared/rules/date'
import { api } from '../../../client'
import { EmptyState } from '../../../components/EmptyState'
import { ErrorNotice } from '../../../components/ErrorNotice'
import { Money } from '../../../components/Money'
import panel from '../../../components/panel.module.css'
import { YearSwitcher } from '../../dues/YearSwitcher'

/** By kind, whom gifts of a year reached and what they cost; each figure opens the lines behind it. */
export function GiftFigures() {
  const { t } = useTranslation(['gifts', 'funds'])
  const [year, setYear] = useState(() => Number(dayOf(new Date()).slice(0, 4)))
  const figures = useQuery(api.care.gifts.figures.queryOptions({ input: { year: String(year) } }))
  if (figures.isError) return <ErrorNotice error={figures.error} onRetry={() => void figures.refetch()} />
  return (
    <>
      <YearSwitcher year={year} onChange={setYear} />
      <Table<CareFigure>
        size="small"
        pagination={false}
        loading={figures.isPending}
        rowKey="kind"
        dataSource={figures.data ?? []}
        locale={{ emptyText: <EmptyState title={t('none')} text={t('noneText')} /> }}
        columns={[
          {
            title: t('kind'),
            render: (_, { kind }) => (
              <Link to={`/care?tab=gifts&year=${year}&kind=${kind}`}>{t(`funds:limitItem.${kind}`)}</Link>
            ),
          },
          { title: t('figure.gifts'), align: 'end', dataIndex: 'gifts' },
          { title: t('figure.people'), align: 'end', dataIndex: 'people' },
          {
            title: t('figure.entitled'),
            align: 'end',
            render: (_, { entitled }) => entitled ?? <span className={panel.quiet}>{t('figure.unknown')}</span>,
          },
          {
            title: t('figure.reach'),
            align: 'end',
            render: (_, { people, entitled }) =>
              entitled !== null &&
              entitled > 0 &&
              t('figure.percent', { percent: Math.round((people / entitled) * 100) }),
          },
          { title: t('figure.cost'), align: 'end', render: (_, { amount }) => <Money fen={amount} /> },
          { title: t('figure.perHead'), align: 'end', render: (_, { perHead }) => <Money fen={perHead} /> },
        ]}
      />
      <p className={panel.quiet}>{t('figure.text')}</p>
    </>
  )
}
