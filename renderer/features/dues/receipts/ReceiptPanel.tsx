import { useQuery } from '@tanstack/react-query'
import { Segmented, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import { dayOf } from '../../../../shared/rules/date'
import { api } from '../../../client'
import { ErrorNotice } from '../../../components/ErrorNotice'
import { Loading } from '../../../components/Loading'
import panel from '../../../components/panel.module.css'
import { ReceiptBook } from './ReceiptBook'
import { UnreceiptedList } from './UnreceiptedList'

/** Years before this one in which payments without a receipt are looked for. */
const YEARS_BACK = 3

/** The receipt book of a year, and payments that have no receipt yet; which of the two stands in the address. */
export function ReceiptPanel() {
  const { t } = useTranslation('receipts')
  const [params, setParams] = useSearchParams()
  const [thisYear] = useState(() => Number(dayOf(new Date()).slice(0, 4)))
  const book = useQuery(api.dues.receipts.book.queryOptions())
  if (book.isError) return <ErrorNotice error={book.error} onRetry={() => void book.refetch()} />
  if (book.isPending) return <Loading />
  const { series, issuer } = book.data
  const show = params.get('show') === 'without' ? 'without' : 'book'
  const recent = Array.from({ length: YEARS_BACK + 1 }, (_, back) => String(thisYear - back))
  const years = [...new Set([...recent, ...series.map((one) => one.series)])].sort().reverse()
  const year = years.find((one) => one === params.get('year')) ?? String(thisYear)

  function go(changes: { readonly show?: string; readonly year?: string }) {
    setParams((before) => ({ ...Object.fromEntries(before), ...changes }), { replace: true })
  }

  return (
    <div className={panel.fill}>
      <div className={panel.bar}>
        <Segmented
          aria-label={t('show.label')}
          value={show}
          onChange={(chosen) => go({ show: chosen })}
          options={[
            { value: 'book', label: t('show.book') },
            { value: 'without', label: t('show.without') },
          ]}
        />
        <Select
          aria-label={t('year')}
          value={year}
          onChange={(chosen) => go({ year: chosen })}
          options={years.map((value) => ({ value, label: t('yearName', { year: value }) }))}
        />
      </div>
      {show === 'book' ? (
        <ReceiptBook key={year} year={year} figures={series.find((one) => one.series === year) ?? null} />
      ) : (
        <UnreceiptedList key={year} year={year} issuer={issuer} />
      )}
    </div>
  )
}
