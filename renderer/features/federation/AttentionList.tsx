import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { AttentionEntry } from '../../../shared/contract/federation/entries'
import { api } from '../../client'
import { PagedTable } from '../../components/PagedTable'
import { usePage } from '../../components/use-page'
import { EmptyState } from '../../components/EmptyState'
import panel from '../../components/panel.module.css'
import { useDates } from '../../components/use-dates'
import { EntryState } from './entries/EntryState'
import { recordPage } from './entries/record-page'
import { useEntryTexts } from './entries/use-entry-texts'
import { followed } from './followed'

/** The entries that the hub refused or holds: which record, why, what to correct. */
export function AttentionList() {
  const { t } = useTranslation(['reporting', 'federation'])
  const dates = useDates()
  const texts = useEntryTexts()
  const page = usePage()
  const list = useQuery(api.federation.entries.attention.queryOptions({ input: page.input, ...followed }))

  function record(entry: AttentionEntry) {
    const name = entry.name ?? t(`federation:tables.${entry.table}`)
    const to = entry.state === 'conflict' ? '/federation?tab=conflicts' : recordPage(entry)
    return to === null ? name : <Link to={to}>{name}</Link>
  }

  return (
    <section className={panel.stack}>
      {list.data?.total !== 0 && <p className={panel.quiet}>{t('attentionText')}</p>}
      <PagedTable
        list={list}
        page={page}
        empty={<EmptyState title={t('nothing')} text={t('nothingText')} />}
        columns={[
          { title: t('column.record'), width: 120, render: (_, entry) => record(entry) },
          { title: t('column.act'), width: 120, render: (_, entry) => texts.act(entry) },
          { title: t('column.state'), width: 110, render: (_, { state }) => <EntryState state={state} /> },
          { title: t('column.reason'), render: (_, entry) => texts.reason(entry) },
          { title: t('column.next'), render: (_, entry) => texts.next(entry) },
          { title: t('column.answeredAt'), width: 150, render: (_, { answeredAt }) => dates.moment(answeredAt) },
        ]}
      />
    </section>
  )
}
