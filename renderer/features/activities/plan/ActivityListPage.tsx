import { PlusOutlined, SearchOutlined } from '@ant-design/icons'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate } from 'react-router'
import type { ActivitySummary } from '../../../../shared/contract/activities/plan'
import type { ActivityId } from '../../../../shared/model/id'
import { api } from '../../../client'
import { DataGrid, useRowPages, type GridColumn } from '../../../components/data-grid'
import { EmptyState } from '../../../components/EmptyState'
import { Money } from '../../../components/Money'
import { PageHeader } from '../../../components/PageHeader'
import panel from '../../../components/panel.module.css'
import { SEARCH_BOX_ID } from '../../../components/search-box'
import { dayRange } from './day-range'

/** All activities, the latest first. */
export function ActivityListPage() {
  const { t } = useTranslation('activities')
  const navigate = useNavigate()
  const [search, setSearch] = useState('')
  const pages = useRowPages<ActivitySummary>((page) =>
    api.activities.plan.list.queryOptions({ input: { search, ...page } }),
  )
  const columns: GridColumn<ActivitySummary>[] = [
    {
      key: 'title',
      title: t('field.title'),
      width: 220,
      render: ({ id, title }) => (
        <Link tabIndex={-1} title={title} to={`/activities/${id}`}>
          {title}
        </Link>
      ),
    },
    { key: 'type', title: t('field.type'), width: 150, render: ({ type }) => t(`type.${type}`) },
    { key: 'days', title: t('days'), width: 210, render: (row) => <span className="numeric">{dayRange(row)}</span> },
    { key: 'place', title: t('field.place'), width: 150, render: ({ place }) => place },
    { key: 'all', title: t('participants'), width: 110, align: 'end', render: participantsOf },
    { key: 'present', title: t('present'), width: 80, align: 'end', render: ({ present }) => present },
    {
      key: 'cost',
      title: t('field.cost'),
      width: 120,
      align: 'end',
      render: ({ cost }) => cost !== null && <Money fen={cost} />,
    },
    {
      key: 'costPerHead',
      title: t('costPerHead'),
      width: 140,
      align: 'end',
      render: ({ costPerHead }) => costPerHead !== null && <Money fen={costPerHead} />,
    },
  ]
  const add = (
    <Button type="primary" icon={<PlusOutlined />} onClick={() => void navigate('/activities/new')}>
      {t('add')}
    </Button>
  )
  return (
    <div className={panel.whole}>
      <PageHeader title={t('title')} actions={add} />
      <div className={panel.bar} role="search">
        <Input
          id={SEARCH_BOX_ID}
          className={panel.search ?? ''}
          aria-label={t('search')}
          placeholder={t('searchPlaceholder')}
          prefix={<SearchOutlined />}
          allowClear
          maxLength={60}
          value={search}
          onChange={({ target }) => setSearch(target.value)}
        />
      </div>
      <div className={panel.gridArea}>
        <DataGrid<ActivitySummary, ActivityId>
          label={t('title')}
          columns={columns}
          pages={pages}
          rowId={({ id }) => id}
          rowName={({ title }) => title}
          onOpen={({ id }) => void navigate(`/activities/${id}`)}
          empty={
            search.trim() === '' ? (
              <EmptyState title={t('none')} text={t('noneText')} action={add} />
            ) : (
              <EmptyState title={t('noMatch')} />
            )
          }
        />
      </div>
    </div>
  )
}

/** Everybody who signed up, whether they came or not. */
function participantsOf({ signedUp, present, absent }: ActivitySummary): number {
  return signedUp + present + absent
}
