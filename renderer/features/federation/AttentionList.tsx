import { useQuery } from '@tanstack/react-query'
import { Table } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { AttentionEntry } from '../../../shared/contract/federation/entries'
import { api } from '../../client'
import { EmptyState } from '../../components/EmptyState'
import { ErrorNotice } from '../../components/ErrorNotice'
import panel from '../../components/panel.module.css'
import { useDates } from '../../components/use-dates'
import { EntryState } from './entries/EntryState'
import { recordPage } from './entries/record-page'
import { useEntryTexts } from './entries/use-entry-texts'

const PAGE_SIZE = 20

/** The entries that the hub refused or holds: which record, why, what to correct. */
export function AttentionList() {
  const { t } = useTranslation(['reporting', 'federation'])
  const dates = useDates()
  const texts = useEntryTexts()
  const [page, setPage] = useState(1)
  const input = { offset: (page - 1) * PAGE_SIZE, limit: PAGE_SIZE }
  const { data, error, isPending, refetch } = useQuery(api.federation.entries.attention.queryOptions({ input }))
  if (error !== null) return <ErrorNotice error={error} onRetry={() => void refetch()} />
  if (data?.total === 0) return <EmptyState title={t('nothing')} text={t('nothingText')} />

  function record(entry: AttentionEntry) {
    const name = entry.name ?? t(`federation:tables.${entry.table}`)
    const to = entry.state === 'conflict' ? '/federation?tab=conflicts' : recordPage(entry)
    return to === null ? name : <Link to={to}>{name}</Link>
  }

  return (
    <section className={panel.stack}>
      <p className={panel.quiet}>{t('attentionText')}</p>
      <Table
        size="small"
        rowKey="id"
        loading={isPending}
        dataSource={data?.rows ?? []}
        pagination={{
          current: page,
          pageSize: PAGE_SIZE,
          total: data?.total ?? 0,
          onChange: setPage,
          hideOnSinglePage: true,
        }}
        columns={[
          { title: t('column.record'), render: (_, entry) => record(entry) },
          { title: t('column.act'), render: (_, entry) => texts.act(entry) },
          { title: t('column.state'), render: (_, { state }) => <EntryState state={state} /> },
          { title: t('column.reason'), render: (_, entry) => texts.reason(entry) },
          { title: t('column.next'), render: (_, entry) => texts.next(entry) },
          { title: t('column.answeredAt'), render: (_, { answeredAt }) => dates.moment(answeredAt) },
        ]}
      />
    </section>
  )
}
