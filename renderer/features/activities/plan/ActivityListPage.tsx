import { PlusOutlined, SearchOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Button, Input, Segmented, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate } from 'react-router'
import type { ActivitySummary } from '../../../../shared/contract/activities/plan'
import { activityStateSchema, activityTypeSchema } from '../../../../shared/model/activity'
import type { ActivityId } from '../../../../shared/model/id'
import { timeRange } from '../../../../shared/rules/activities/time-range'
import { api } from '../../../client'
import { DataGrid, useRowPages, type GridColumn } from '../../../components/data-grid'
import { EmptyState } from '../../../components/EmptyState'
import { Money } from '../../../components/Money'
import { PageHeader } from '../../../components/PageHeader'
import panel from '../../../components/panel.module.css'
import { SEARCH_BOX_ID } from '../../../components/search-box'
import { unitPath } from '../../organisation/unit-path'
import styles from '../activities.module.css'
import { ActivityCalendar } from './ActivityCalendar'
import { StateTag } from './StateTag'
import { useActivityFilter } from './use-activity-filter'

/** All activities as a list, the latest first, or in the months of a calendar. */
export function ActivityListPage() {
  const { t } = useTranslation(['activities', 'plan'])
  const navigate = useNavigate()
  const { filter, isFiltered, isCalendar, set, show } = useActivityFilter()
  const units = useQuery(api.organisation.tree.queryOptions()).data?.units ?? []
  const years = useQuery(api.activities.plan.years.queryOptions())
  const pages = useRowPages<ActivitySummary>((page) =>
    api.activities.plan.list.queryOptions({ input: { ...filter, ...page } }),
  )
  const columns: GridColumn<ActivitySummary>[] = [
    {
      key: 'title',
      title: t('plan:field.title'),
      width: 220,
      render: ({ id, title }) => (
        <Link tabIndex={-1} title={title} to={`/activities/${id}`}>
          {title}
        </Link>
      ),
    },
    { key: 'state', title: t('plan:stateLabel'), width: 130, render: ({ state }) => <StateTag state={state} /> },
    { key: 'type', title: t('plan:field.type'), width: 120, render: ({ type }) => t(`type.${type}`) },
    {
      key: 'days',
      title: t('plan:time'),
      width: 220,
      render: (row) => <span className="numeric">{timeRange(row)}</span>,
    },
    { key: 'place', title: t('plan:field.place'), width: 140, render: ({ place }) => place },
    {
      key: 'organiser',
      title: t('plan:field.organiser'),
      width: 120,
      render: ({ organiser }) => organiser ?? t('plan:branch'),
    },
    { key: 'all', title: t('participants'), width: 100, align: 'end', render: participantsOf },
    { key: 'present', title: t('present'), width: 90, align: 'end', render: ({ present }) => present },
    {
      key: 'cost',
      title: t('plan:field.cost'),
      width: 120,
      align: 'end',
      render: ({ cost }) => cost !== null && <Money fen={cost} />,
    },
    {
      key: 'costPerHead',
      title: t('costPerHead'),
      width: 110,
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
      <PageHeader
        title={t('title')}
        actions={
          <>
            <Segmented<'list' | 'calendar'>
              aria-label={t('plan:view.label')}
              value={isCalendar ? 'calendar' : 'list'}
              onChange={show}
              options={[
                { value: 'list', label: t('plan:view.list') },
                { value: 'calendar', label: t('plan:view.calendar') },
              ]}
            />
            {add}
          </>
        }
      />
      {isCalendar ? (
        <ActivityCalendar />
      ) : (
        <>
          <div className={panel.bar} role="search">
            <Input
              id={SEARCH_BOX_ID}
              className={panel.search ?? ''}
              aria-label={t('search')}
              placeholder={t('searchPlaceholder')}
              prefix={<SearchOutlined />}
              allowClear
              maxLength={60}
              value={filter.search}
              onChange={({ target }) => set({ search: target.value })}
            />
            <Select
              className={styles.filter ?? ''}
              aria-label={t('plan:filter.state')}
              value={filter.state ?? ''}
              onChange={(state) => set({ state })}
              options={[
                { value: '', label: t('plan:filter.everyState') },
                ...activityStateSchema.options.map((value) => ({ value, label: t(`plan:state.${value}`) })),
              ]}
            />
            <Select
              className={styles.filter ?? ''}
              aria-label={t('plan:filter.type')}
              showSearch={{ optionFilterProp: 'label' }}
              value={filter.type ?? ''}
              onChange={(type) => set({ type })}
              options={[
                { value: '', label: t('plan:filter.everyType') },
                ...activityTypeSchema.options.map((value) => ({ value, label: t(`type.${value}`) })),
              ]}
            />
            {units.length > 0 && (
              <Select
                className={styles.filter ?? ''}
                aria-label={t('plan:filter.organiser')}
                showSearch={{ optionFilterProp: 'label' }}
                value={filter.organiserId ?? ''}
                onChange={(organiser) => set({ organiser })}
                options={[
                  { value: '', label: t('plan:filter.everyOrganiser') },
                  ...units.map(({ id }) => ({ value: id, label: unitPath(units, id) })),
                ]}
              />
            )}
            <Select
              className={styles.filter ?? ''}
              aria-label={t('plan:filter.year')}
              value={filter.year ?? ''}
              onChange={(year) => set({ year })}
              options={[
                { value: '', label: t('plan:filter.everyYear') },
                ...(years.data ?? []).map((value) => ({ value, label: t('plan:filter.yearOf', { year: value }) })),
              ]}
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
                isFiltered ? (
                  <EmptyState title={t('noMatch')} />
                ) : (
                  <EmptyState title={t('none')} text={t('noneText')} action={add} />
                )
              }
            />
          </div>
        </>
      )}
    </div>
  )
}

/** Everybody who has a place, whether they came or not. */
function participantsOf({ signedUp, present, absent }: ActivitySummary): number {
  return signedUp + present + absent
}
