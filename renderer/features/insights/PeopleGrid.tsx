import { Button, Tag } from 'antd'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import type { InsightPerson } from '../../../shared/contract/insights/people'
import type { PeopleFilter } from '../../../shared/model/insights'
import { api, client } from '../../client'
import { DataGrid, useRowPages, type GridColumn } from '../../components/data-grid'
import { EmptyState } from '../../components/EmptyState'
import { ErrorNotice } from '../../components/ErrorNotice'
import { Money } from '../../components/Money'
import panel from '../../components/panel.module.css'
import { ProgressDialog } from '../../components/ProgressDialog'
import { useSave } from '../../components/use-save'
import { useWhoColumns } from '../members/use-who-columns'

interface PeopleGridProps {
  readonly filter: PeopleFilter
  readonly title: string
}

/** The people behind a figure, with what is recorded of them; saved as a workbook. */
export function PeopleGrid({ filter, title }: PeopleGridProps) {
  const { t } = useTranslation(['insights', 'fields'])
  const navigate = useNavigate()
  const { save, progress, error } = useSave()
  const pages = useRowPages<InsightPerson>((page) =>
    api.insights.people.list.queryOptions({ input: { filter, ...page } }),
  )
  const count = useQuery(api.insights.people.list.queryOptions({ input: { filter, offset: 0, limit: 1 } }))
  const who = useWhoColumns<InsightPerson>({ name: 100, department: 140 })
  const number = (key: 'open' | 'signedUp' | 'came' | 'gifts'): GridColumn<InsightPerson> => ({
    key,
    title: t(`person.${key}`),
    width: 84,
    align: 'end',
    render: (row) => row[key],
  })
  const since: GridColumn<InsightPerson> = {
    key: 'since',
    title: t('person.since'),
    width: 110,
    render: (row) => <span className="numeric">{row.since}</span>,
  }
  const group: GridColumn<InsightPerson> = {
    key: 'unionGroup',
    title: t('fields:member.unionGroup'),
    width: 90,
    render: ({ unionGroup }) => unionGroup,
  }
  const on: GridColumn<InsightPerson> = {
    key: 'on',
    title: t('person.on'),
    width: 180,
    render: (row) => (
      <span className="numeric">
        {row.on}
        {row.retirement !== null && row.retirement !== 'man' && ` ${t(`retirement.${row.retirement}`)}`}
      </span>
    ),
  }
  const own: Readonly<Record<PeopleFilter['of'], readonly GridColumn<InsightPerson>[]>> = {
    participation: [
      number('open'),
      number('signedUp'),
      number('came'),
      {
        key: 'lastCame',
        title: t('person.lastCame'),
        width: 200,
        render: ({ lastCame }) => (lastCame === null ? t('person.neverCame') : `${lastCame.on} ${lastCame.title}`),
      },
      { key: 'invited', title: t('person.invited'), width: 200, render: ({ invited }) => invited.join(t('comma')) },
    ],
    gifts: [
      number('gifts'),
      {
        key: 'amount',
        title: t('column.amount'),
        width: 110,
        align: 'end',
        render: ({ amount }) => amount !== null && <Money fen={amount} />,
      },
    ],
    withoutBirthdayGift: [on],
    quality: [
      {
        key: 'faults',
        title: t('person.faults'),
        width: 300,
        render: ({ faults }) => faults.map((fault) => <Tag key={fault}>{t(`fault.${fault}`)}</Tag>),
      },
    ],
    due: [on],
  }
  const saveList = () =>
    save(
      (options) => client.insights.people.save({ filter, title }, options),
      ({ fileName, rows }) => t('saved', { name: fileName, count: rows }),
    )
  return (
    <>
      <div className={panel.spread}>
        <p role="status">{count.data !== undefined && t('peopleCount', { count: count.data.total })}</p>
        <Button disabled={(count.data?.total ?? 0) === 0} onClick={() => void saveList()}>
          {t('saveSheet')}
        </Button>
      </div>
      {error !== null && <ErrorNotice error={error} />}
      <div className={panel.gridArea}>
        <DataGrid<InsightPerson, string>
          label={title}
          columns={[who.name, who.department, group, since, ...own[filter.of]]}
          pages={pages}
          rowId={({ memberId }) => memberId}
          rowName={({ name }) => name}
          onOpen={({ memberId }) =>
            void navigate(filter.of === 'quality' ? `/members/${memberId}/edit` : `/members/${memberId}?tab=activities`)
          }
          empty={<EmptyState title={t('nobody')} text={t('nobodyText')} />}
        />
      </div>
      <ProgressDialog title={t('saving')} progress={progress} />
    </>
  )
}
