import { useQuery } from '@tanstack/react-query'
import { Button, Input, Select, Switch, Tag } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { LimitTotal } from '../../../../shared/contract/funds/limits'
import { api } from '../../../client'
import { DataGrid, useRowPages, type GridColumn } from '../../../components/data-grid'
import { EmptyState } from '../../../components/EmptyState'
import { Money } from '../../../components/Money'
import panel from '../../../components/panel.module.css'
import { formatYuan } from '../../../components/yuan'
import { useWhoColumns } from '../../members/use-who-columns'
import { useFundYear } from '../use-fund-year'
import { LimitEntries } from './LimitEntries'
import { useLimitTexts } from './use-limit-texts'

/** What each member was given of each item in a year and what is left of the limit, those over it first. */
export function LimitTotals() {
  const { t } = useTranslation(['limits', 'funds', 'common'])
  const texts = useLimitTexts()
  const { year, choose } = useFundYear()
  const [search, setSearch] = useState('')
  const [isOverOnly, setOverOnly] = useState(false)
  const [opened, setOpened] = useState<LimitTotal | null>(null)
  const summary = useQuery(api.funds.book.summary.queryOptions({ input: { account: 'funds', year } }))
  const filter = { year, search, isOverOnly }
  const pages = useRowPages<LimitTotal>((page) =>
    api.funds.limits.totals.queryOptions({ input: { ...filter, ...page } }),
  )
  const sums = useQuery(api.funds.limits.totals.queryOptions({ input: { ...filter, offset: 0, limit: 1 } }))
  const years = summary.data?.years ?? []
  const who = useWhoColumns<LimitTotal>({ name: 110, department: 160 })
  const columns: GridColumn<LimitTotal>[] = [
    who.name,
    who.department,
    { key: 'item', title: t('item'), width: 150, render: ({ item }) => t(`funds:limitItem.${item}`) },
    {
      key: 'given',
      title: t('given'),
      width: 120,
      align: 'end',
      render: (total) => (
        <Button type="link" size="small" tabIndex={-1} onClick={() => setOpened(total)}>
          <Money fen={total.given} />
        </Button>
      ),
    },
    {
      key: 'limit',
      title: t('limit'),
      width: 170,
      render: ({ limit }) => (limit === null ? <span className={panel.quiet}>{t('unset')}</span> : texts.amount(limit)),
    },
    {
      key: 'left',
      title: t('left'),
      width: 120,
      align: 'end',
      render: ({ left, over }) =>
        over > 0 ? (
          <Tag color="error">{t('overBy', { amount: formatYuan(over) })}</Tag>
        ) : (
          left !== null && <Money fen={left} />
        ),
    },
  ]
  return (
    <>
      <div className={panel.bar}>
        <Select
          aria-label={t('funds:year.label')}
          value={year}
          onChange={(chosen) => choose({ year: chosen })}
          options={(years.includes(year) ? years : [year, ...years]).map((value) => ({
            value,
            label: t('funds:year.of', { year: value }),
          }))}
        />
        <Input.Search
          className={panel.search ?? ''}
          allowClear
          aria-label={t('search')}
          placeholder={t('search')}
          onSearch={setSearch}
        />
        <label>
          <Switch size="small" checked={isOverOnly} onChange={setOverOnly} /> {t('overOnly')}
        </label>
      </div>
      {sums.data !== undefined && sums.data.total > 0 && (
        <p role="status" className={panel.quiet}>
          {t('totalsSum', { count: sums.data.total, amount: formatYuan(sums.data.given), over: sums.data.over })}
        </p>
      )}
      <div className={panel.gridArea}>
        <DataGrid
          label={t('view.totals')}
          columns={columns}
          pages={pages}
          rowId={({ memberId, item }) => `${memberId} ${item}`}
          rowName={({ name, item }) => `${name} ${t(`funds:limitItem.${item}`)}`}
          onOpen={setOpened}
          empty={<EmptyState title={isOverOnly ? t('nobodyOver') : t('nothingGiven')} text={t('nothingGivenText')} />}
        />
      </div>
      {opened !== null && <LimitEntries total={opened} year={year} onClose={() => setOpened(null)} />}
    </>
  )
}
