import { useQuery } from '@tanstack/react-query'
import { Alert, Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import type { BookLine } from '../../../../shared/contract/funds/book'
import { dayOf } from '../../../../shared/rules/date'
import { api } from '../../../client'
import { DataGrid, useRowPages } from '../../../components/data-grid'
import { EmptyState } from '../../../components/EmptyState'
import panel from '../../../components/panel.module.css'
import { formatYuan } from '../../../components/yuan'
import { AccountYear } from '../AccountYear'
import { BookFigures } from './BookFigures'
import { BookFilters } from './BookFilters'
import { newEntryDraft, repeatedDraft, type EntryDraft } from './entry-draft'
import { EntryDialog } from './EntryDialog'
import { SaveBookButton } from './SaveBookButton'
import { lineId, useBookColumns } from './use-book-columns'
import { useBookFilter } from './use-book-filter'

/** The book of income and spending of an account and year; what is booked starts from here. */
export function BookPanel() {
  const { t } = useTranslation('funds')
  const navigate = useNavigate()
  const book = useBookFilter()
  const { filter, narrow, isNarrowed } = book
  const { account, year } = filter
  const [draft, setDraft] = useState<EntryDraft | null>(null)
  const summary = useQuery(api.funds.book.summary.queryOptions({ input: { account, year } }))
  const sums = useQuery(api.funds.book.list.queryOptions({ input: { ...filter, offset: 0, limit: 1 } }))
  const pages = useRowPages<BookLine>((page) => api.funds.book.list.queryOptions({ input: { ...filter, ...page } }))
  const columns = useBookColumns()
  const lacking = summary.data?.withoutAttachment ?? 0
  const add = () => setDraft(newEntryDraft(account, dayOf(new Date())))

  function open(line: BookLine) {
    void navigate(line.kind === 'dues' ? `/funds/dues/${line.on}` : `/funds/entries/${line.id}`)
  }

  function repeat(line: BookLine) {
    if (line.kind === 'entry' && line.direction !== 'opening') setDraft(repeatedDraft(line, dayOf(new Date())))
  }

  return (
    <div className={panel.fill}>
      <div className={panel.spread}>
        <div className={panel.bar}>
          <AccountYear years={summary.data?.years ?? []} />
        </div>
        <div className={panel.bar}>
          <SaveBookButton />
          <Button type="primary" onClick={add}>
            {t('entry.add')}
          </Button>
        </div>
      </div>
      {summary.data !== undefined && <BookFigures summary={summary.data} />}
      {lacking > 0 && !filter.isWithoutAttachment && (
        <Alert
          type="warning"
          showIcon
          title={t('book.lacking', { count: lacking })}
          action={
            <Button size="small" onClick={() => narrow({ lacking: 'attachment' })}>
              {t('book.seeLacking')}
            </Button>
          }
        />
      )}
      <BookFilters book={book} />
      {isNarrowed && sums.data !== undefined && (
        <p role="status" className={panel.quiet}>
          {t('book.found', {
            count: sums.data.total,
            income: formatYuan(sums.data.income),
            spending: formatYuan(sums.data.spending),
          })}
        </p>
      )}
      <div className={panel.gridArea}>
        <DataGrid
          label={t('tab.book')}
          columns={columns}
          pages={pages}
          rowId={lineId}
          rowName={(line) => (line.kind === 'dues' ? t('book.duesLine', { count: line.lines }) : line.summary)}
          onOpen={open}
          rowKeys={{ r: repeat }}
          empty={
            isNarrowed ? (
              <EmptyState title={t('book.nothingFound')} />
            ) : (
              <EmptyState
                title={t('book.none')}
                text={t('book.noneText')}
                action={
                  <Button
                    onClick={() =>
                      setDraft(
                        newEntryDraft(account, dayOf(new Date()), {
                          direction: 'opening',
                          summary: t('direction.opening'),
                        }),
                      )
                    }
                  >
                    {t('entry.addOpening')}
                  </Button>
                }
              />
            )
          }
        />
      </div>
      <p className={panel.quiet}>{t('book.keys')}</p>
      {draft !== null && <EntryDialog initial={draft} onClose={() => setDraft(null)} />}
    </div>
  )
}
