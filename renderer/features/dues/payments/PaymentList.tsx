import { SearchOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Button, Input, Segmented, Select, Tag } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import type { PaymentRow } from '../../../../shared/contract/dues/payments'
import { daySchema, type Day, type Month } from '../../../../shared/model/date'
import { paymentMethodSchema, type PaymentMethod } from '../../../../shared/model/dues'
import type { DuesEntryId } from '../../../../shared/model/id'
import { fenSchema } from '../../../../shared/model/money'
import { addDays, addMonths, dayOf, monthOf } from '../../../../shared/rules/date'
import { api, client } from '../../../client'
import { DataGrid, useRowPages, type GridColumn } from '../../../components/data-grid'
import { EmptyState } from '../../../components/EmptyState'
import { ErrorNotice } from '../../../components/ErrorNotice'
import { Money } from '../../../components/Money'
import panel from '../../../components/panel.module.css'
import { parsePartialDate } from '../../../components/partial-date'
import { PartialDateInput } from '../../../components/PartialDateInput'
import { ProgressDialog } from '../../../components/ProgressDialog'
import { SEARCH_BOX_ID } from '../../../components/search-box'
import { useSave } from '../../../components/use-save'
import { formatYuan } from '../../../components/yuan'
import { useLanguage } from '../../../i18n/use-language'
import { useWhoColumns } from '../../members/use-who-columns'
import styles from './payments.module.css'

type Span = 'thisMonth' | 'lastMonth' | 'thisYear' | 'own'
const spans: readonly Span[] = ['thisMonth', 'lastMonth', 'thisYear', 'own']

interface Days {
  readonly from: Day
  readonly until: Day
}

function daysOfMonth(month: Month): Days {
  const first = (one: string) => daySchema.parse(`${one}-01`)
  return { from: first(month), until: addDays(first(addMonths(month, 1)), -1) }
}

function daysOf(span: Exclude<Span, 'own'>, today: Day): Days {
  const year = today.slice(0, 4)
  if (span === 'thisYear') return { from: daySchema.parse(`${year}-01-01`), until: daySchema.parse(`${year}-12-31`) }
  return daysOfMonth(addMonths(monthOf(today), span === 'lastMonth' ? -1 : 0))
}

/** All that was received and given back in some days, those of a month at first, with its sum. */
export function PaymentList({ month }: { readonly month: Month }) {
  const { t } = useTranslation(['payments', 'fields'])
  const navigate = useNavigate()
  const [language] = useLanguage()
  const { save, progress, error } = useSave()
  const [today] = useState(() => dayOf(new Date()))
  const [span, setSpan] = useState<Span>(month === monthOf(today) ? 'thisMonth' : 'own')
  const [days, setDays] = useState(() => daysOfMonth(month))
  const [typed, setTyped] = useState<{ readonly from: string; readonly until: string }>(days)
  const [method, setMethod] = useState<PaymentMethod | null>(null)
  const [collector, setCollector] = useState<string | null>(null)
  const [search, setSearch] = useState('')
  const filter = { ...days, method, collector, search }
  const collectors = useQuery(api.dues.payments.collectors.queryOptions())
  const sums = useQuery(api.dues.payments.list.queryOptions({ input: { ...filter, offset: 0, limit: 1 } }))
  const pages = useRowPages<PaymentRow>((page) =>
    api.dues.payments.list.queryOptions({ input: { ...filter, ...page } }),
  )

  function choose(next: Span) {
    setSpan(next)
    if (next === 'own') setTyped(days)
    else setDays(daysOf(next, today))
  }

  function type(changes: Partial<typeof typed>) {
    const next = { ...typed, ...changes }
    setTyped(next)
    const [from, until] = [next.from, next.until].map((text) => daySchema.safeParse(parsePartialDate(text)).data)
    if (from !== undefined && until !== undefined && from <= until) setDays({ from, until })
  }

  const saveList = () =>
    save(
      (options) => client.dues.payments.exportList({ ...filter, language }, options),
      ({ fileName, rows }) => t('list.exported', { name: fileName, count: rows }),
    )

  const who = useWhoColumns<PaymentRow>({ name: 120, department: 180 }, 'dues')
  const columns: GridColumn<PaymentRow>[] = [
    {
      key: 'paidOn',
      title: t('list.paidOn'),
      width: 120,
      render: ({ paidOn }) => <span className="numeric">{paidOn}</span>,
    },
    who.name,
    who.department,
    {
      key: 'kind',
      title: t('list.kind'),
      width: 130,
      render: ({ kind, isReversed }) => (
        <>
          {t(`list.${kind}`)} {isReversed && <Tag>{t('list.reversed')}</Tag>}
        </>
      ),
    },
    {
      key: 'method',
      title: t('list.method'),
      width: 110,
      render: (row) => row.method !== null && t(`fields:method.${row.method}`),
    },
    {
      key: 'amount',
      title: t('list.amount'),
      width: 120,
      align: 'end',
      render: ({ amount, isReversed }) => (
        <span className={isReversed ? styles.struck : undefined}>
          <Money fen={amount} />
        </span>
      ),
    },
    { key: 'collector', title: t('list.collector'), width: 110, render: (row) => row.collector },
    { key: 'note', title: t('ledger.note'), width: 220, render: ({ note }) => note },
  ]
  return (
    <div className={panel.fill}>
      <div className={panel.bar}>
        <Segmented<Span>
          aria-label={t('list.days')}
          value={span}
          onChange={choose}
          options={spans.map((value) => ({ value, label: t(`list.${value}`) }))}
        />
        {span === 'own' &&
          (['from', 'until'] as const).map((end) => (
            <label key={end} className={panel.bar}>
              {t(`list.${end}`)}
              <span className={styles.day}>
                <PartialDateInput value={typed[end]} onChange={(text) => type({ [end]: text })} />
              </span>
            </label>
          ))}
        <Select<PaymentMethod | 'any'>
          className={styles.choiceBox ?? ''}
          aria-label={t('list.method')}
          value={method ?? 'any'}
          onChange={(value) => setMethod(value === 'any' ? null : value)}
          options={[
            { value: 'any', label: t('list.anyMethod') },
            ...paymentMethodSchema.options.map((value) => ({ value, label: t(`fields:method.${value}`) })),
          ]}
        />
        {(collectors.data ?? []).length > 0 && (
          <Select
            className={styles.choiceBox ?? ''}
            aria-label={t('list.collector')}
            value={collector ?? ''}
            onChange={(value) => setCollector(value === '' ? null : value)}
            options={[
              { value: '', label: t('list.anyCollector') },
              ...(collectors.data ?? []).map((value) => ({ value, label: value })),
            ]}
          />
        )}
        <Input
          id={SEARCH_BOX_ID}
          className={panel.search ?? ''}
          aria-label={t('list.search')}
          placeholder={t('list.searchPlaceholder')}
          prefix={<SearchOutlined />}
          allowClear
          maxLength={60}
          value={search}
          onChange={({ target }) => setSearch(target.value)}
        />
      </div>
      {sums.data !== undefined && sums.data.total > 0 && (
        <div className={panel.spread}>
          <p role="status">
            {[
              t('list.received', { count: sums.data.received.payments, amount: formatYuan(sums.data.received.amount) }),
              ...(sums.data.refunded.payments === 0
                ? []
                : [
                    t('list.refunded', {
                      count: sums.data.refunded.payments,
                      amount: formatYuan(sums.data.refunded.amount),
                    }),
                    t('list.net', {
                      amount: formatYuan(fenSchema.parse(sums.data.received.amount - sums.data.refunded.amount)),
                    }),
                  ]),
            ].join(t('joiner'))}
          </p>
          <Button onClick={() => void saveList()}>{t('list.export')}</Button>
        </div>
      )}
      {error !== null && <ErrorNotice error={error} />}
      <div className={panel.gridArea}>
        <DataGrid<PaymentRow, DuesEntryId>
          label={t('list.label')}
          columns={columns}
          pages={pages}
          rowId={({ entryId }) => entryId}
          rowName={({ name }) => name}
          onOpen={({ memberId }) => void navigate(`/members/${memberId}?tab=dues`)}
          empty={<EmptyState title={t('list.none')} text={t('list.noneText')} />}
        />
      </div>
      <ProgressDialog title={t('list.exporting')} progress={progress} />
    </div>
  )
}
