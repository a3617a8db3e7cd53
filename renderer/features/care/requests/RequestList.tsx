import { SearchOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Button, Input, Segmented, Select, Tag } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import type { RequestRow, RequestView } from '../../../../shared/contract/care/requests'
import type { RequestId } from '../../../../shared/model/id'
import { dayOf, daysBetween } from '../../../../shared/rules/date'
import { api, client } from '../../../client'
import { DataGrid, useRowPages, useSelection, type GridColumn } from '../../../components/data-grid'
import { EmptyState } from '../../../components/EmptyState'
import { ErrorNotice } from '../../../components/ErrorNotice'
import panel from '../../../components/panel.module.css'
import { ProgressDialog } from '../../../components/ProgressDialog'
import { SEARCH_BOX_ID } from '../../../components/search-box'
import { useErrorToast } from '../../../components/use-error-toast'
import { useSave } from '../../../components/use-save'
import { useCodeLabel } from '../../../i18n/use-code-label'
import { useLanguage } from '../../../i18n/use-language'
import { AssignDialog } from './AssignDialog'
import { useRequestParams } from './request-params'
import { RequestDialog } from './RequestDialog'
import styles from './requests.module.css'
import { useTopics } from './use-topics'

const views: readonly RequestView[] = ['open', 'overdue', 'dueSoon', 'closed', 'all']

/** Requests by state, owner, topic and department; those that wait longest first. */
export function RequestList() {
  const { t } = useTranslation(['requests', 'common'])
  const navigate = useNavigate()
  const codeLabel = useCodeLabel()
  const [language] = useLanguage()
  const { save, progress, error } = useSave()
  const { chosen, choose } = useRequestParams()
  const [search, setSearch] = useState('')
  const [dialog, setDialog] = useState<'new' | 'assign' | null>(null)
  const today = dayOf(new Date())
  const { show: _show, ...filter } = { ...chosen, search }
  const waiting = useQuery(api.care.requests.waiting.queryOptions())
  const owners = useQuery(api.care.requests.owners.queryOptions())
  const topics = useTopics()
  const pages = useRowPages<RequestRow>((page) =>
    api.care.requests.list.queryOptions({ input: { ...filter, ...page } }),
  )
  const selection = useSelection<RequestId>(() => client.care.requests.ids(filter), useErrorToast())
  const counts: Partial<Record<RequestView, number>> = waiting.data ?? {}
  // A figure elsewhere may have led to a view that is not among the usual ones.
  const offered = views.includes(chosen.view) ? views : [...views, chosen.view]
  const isNarrowed =
    [chosen.topic, chosen.owner, chosen.department, chosen.from, chosen.until].some((value) => value !== null) ||
    search !== ''

  const saveList = () =>
    save(
      (options) => client.care.requests.exportList({ ...filter, language }, options),
      ({ fileName, rows }) => t('exported', { name: fileName, count: rows }),
    )

  const columns: GridColumn<RequestRow>[] = [
    {
      key: 'receivedOn',
      title: t('receivedOn'),
      width: 105,
      render: (row) => <span className="numeric">{row.receivedOn}</span>,
    },
    {
      key: 'title',
      title: t('title'),
      width: 200,
      render: ({ title }) => title ?? <span className={panel.quiet}>{t('hidden')}</span>,
    },
    { key: 'topic', title: t('topic'), width: 100, render: ({ topic }) => codeLabel(topic) },
    {
      key: 'who',
      title: t('who'),
      width: 95,
      render: ({ isConfidential, name }) =>
        name ?? <span className={panel.quiet}>{t(isConfidential ? 'confidentialMark' : 'unnamed')}</span>,
    },
    { key: 'department', title: t('department'), width: 110, render: ({ department }) => department },
    {
      key: 'owner',
      title: t('owner'),
      width: 100,
      render: ({ owner }) => owner ?? <span className={panel.quiet}>{t('nobodyYet')}</span>,
    },
    {
      key: 'dueOn',
      title: t('dueOn'),
      width: 180,
      render: ({ dueOn, state }) =>
        dueOn !== null && (
          <>
            <span className="numeric">{dueOn}</span>{' '}
            {state !== 'closed' && dueOn < today && (
              <Tag color="error">{t('overdueDays', { count: daysBetween(dueOn, today) })}</Tag>
            )}
          </>
        ),
    },
    {
      key: 'state',
      title: t('state.label'),
      width: 145,
      render: ({ state, receivedOn }) => (
        <>
          <Tag color={state === 'closed' ? 'default' : 'processing'}>{t(`state.${state}`)}</Tag>
          {state !== 'closed' && (
            <span className={panel.quiet}>{t('waitingDays', { count: daysBetween(receivedOn, today) })}</span>
          )}
        </>
      ),
    },
  ]
  return (
    <>
      <div className={panel.spread}>
        <Segmented<RequestView>
          className={panel.groups ?? ''}
          aria-label={t('view.label')}
          value={chosen.view}
          onChange={(view) => {
            selection.clear()
            choose({ view })
          }}
          options={offered.map((value) => ({
            value,
            label:
              counts[value] === undefined
                ? t(`view.${value}`)
                : t('viewCount', { name: t(`view.${value}`), total: counts[value] }),
          }))}
        />
        <div className={panel.bar}>
          <Button onClick={() => void saveList()}>{t('export')}</Button>
          <Button type="primary" onClick={() => setDialog('new')}>
            {t('add')}
          </Button>
        </div>
      </div>
      <div className={panel.bar}>
        <Select
          className={styles.choice ?? ''}
          aria-label={t('owner')}
          value={chosen.owner ?? 'any'}
          onChange={(owner) => choose({ owner: owner === 'any' ? null : owner })}
          options={[
            { value: 'any', label: t('anyOwner') },
            { value: '', label: t('unassigned', { total: waiting.data?.unassigned ?? 0 }) },
            ...(owners.data ?? []).map(({ owner, open }) => ({ value: owner, label: t('ownerOpen', { owner, open }) })),
          ]}
        />
        <Select
          className={styles.choice ?? ''}
          aria-label={t('topic')}
          showSearch={{ optionFilterProp: 'label' }}
          value={chosen.topic ?? ''}
          onChange={(topic) => choose({ topic: topic === '' ? null : topic })}
          options={[
            { value: '', label: t('anyTopic') },
            ...topics.map((value) => ({ value, label: codeLabel(value) })),
          ]}
        />
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
        {(chosen.from !== null || chosen.department !== null) && (
          <Tag closable closeIcon onClose={() => choose({ from: null, until: null, department: null })}>
            {[
              ...(chosen.from === null ? [] : [t('receivedBetween', { from: chosen.from, until: chosen.until })]),
              ...(chosen.department === null ? [] : [chosen.department === '' ? t('smallGroups') : chosen.department]),
            ].join(t('common:dot'))}
          </Tag>
        )}
      </div>
      <div className={panel.selection}>
        {selection.ids.size > 0 && (
          <>
            <span>{t('common:grid.selected', { count: selection.ids.size })}</span>
            <Button type="primary" onClick={() => setDialog('assign')}>
              {t('assign.act')}
            </Button>
            <Button onClick={selection.clear}>{t('common:grid.clearSelection')}</Button>
          </>
        )}
      </div>
      {error !== null && <ErrorNotice error={error} />}
      <div className={panel.gridArea}>
        <DataGrid<RequestRow, RequestId>
          label={t('list')}
          columns={columns}
          pages={pages}
          rowId={({ id }) => id}
          rowName={({ title, topic }) => title ?? codeLabel(topic)}
          selection={selection}
          onOpen={({ id }) => void navigate(`/care/requests/${id}`)}
          empty={
            isNarrowed || chosen.view !== 'open' ? (
              <EmptyState title={t('noneHere')} text={t('noneHereText')} />
            ) : (
              <EmptyState title={t('none')} text={t('noneText')} />
            )
          }
        />
      </div>
      <ProgressDialog title={t('exporting')} progress={progress} />
      {dialog === 'new' && (
        <RequestDialog onSaved={(id) => void navigate(`/care/requests/${id}`)} onClose={() => setDialog(null)} />
      )}
      {dialog === 'assign' && (
        <AssignDialog ids={[...selection.ids]} onAssigned={selection.clear} onClose={() => setDialog(null)} />
      )}
    </>
  )
}
