import { SearchOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Button, Input, Segmented } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import type { BasisFilter, MemberBasis } from '../../../../shared/contract/dues/bases'
import type { Month } from '../../../../shared/model/date'
import type { MemberId } from '../../../../shared/model/id'
import { api, client } from '../../../client'
import { allRows, DataGrid, useRowPages, useSelection, type GridColumn } from '../../../components/data-grid'
import { EmptyState } from '../../../components/EmptyState'
import panel from '../../../components/panel.module.css'
import { SEARCH_BOX_ID } from '../../../components/search-box'
import { useDates } from '../../../components/use-dates'
import { useErrorToast } from '../../../components/use-error-toast'
import { formatYuan } from '../../../components/yuan'
import { useWhoColumns } from '../../members/use-who-columns'
import { MonthSwitcher } from './MonthSwitcher'
import { SetBasisDialog } from './SetBasisDialog'
import { usePayText } from './use-basis-text'

interface BasisPanelProps {
  readonly month: Month
  readonly onMonth: (month: Month) => void
}

/** What everybody's dues follow from in a month; from here it is set for many, or read from a pay sheet. */
export function BasisPanel({ month, onMonth }: BasisPanelProps) {
  const { t } = useTranslation(['bases', 'dues', 'fields', 'common'])
  const navigate = useNavigate()
  const dates = useDates()
  const payText = usePayText()
  const [filter, setFilter] = useState<BasisFilter | null>(null)
  const [search, setSearch] = useState('')
  const [isSetting, setSetting] = useState(false)
  const counts = useQuery(api.dues.bases.counts.queryOptions({ input: { month } }))
  const which = { month, filter, search }
  const pages = useRowPages<MemberBasis>((page) => api.dues.bases.list.queryOptions({ input: { ...which, ...page } }))
  const selection = useSelection<MemberId>(async () => {
    const rows = await allRows((page) => client.dues.bases.list({ ...which, ...page }))
    return rows.map(({ memberId }) => memberId)
  }, useErrorToast())
  const shown = (counts.data ?? []).filter(({ members }) => members > 0)
  const all = shown.reduce((sum, { members }) => sum + members, 0)

  function payOf({ basis, wage }: MemberBasis): string {
    const text = basis === null ? null : payText(basis.pay)
    if (text !== null) return text
    return wage === null ? t('noPay') : t('wageOfRecord', { amount: formatYuan(wage) })
  }

  const who = useWhoColumns<MemberBasis>({ name: 84, department: 126 }, 'dues')
  const columns: GridColumn<MemberBasis>[] = [
    who.name,
    { key: 'staffNumber', title: t('fields:member.staffNumber'), width: 134, render: ({ staffNumber }) => staffNumber },
    who.department,
    {
      key: 'class',
      title: t('class'),
      width: 166,
      render: ({ basis }) => t(`fields:memberClass.${basis?.memberClass ?? 'regular'}`),
    },
    { key: 'grade', title: t('grade'), width: 72, render: ({ basis }) => basis?.grade },
    { key: 'pay', title: t('pay'), width: 330, render: payOf },
    {
      key: 'since',
      title: t('since'),
      width: 150,
      render: ({ basis }) => (basis === null ? null : dates.month(basis.validFrom)),
    },
  ]
  return (
    <div className={panel.fill}>
      <div className={panel.spread}>
        <MonthSwitcher month={month} onChange={onMonth} />
        <Button type="primary" onClick={() => void navigate(`/dues/pay-sheet?month=${month}`)}>
          {t('import')}
        </Button>
      </div>
      <div className={panel.spread}>
        {shown.length > 0 && (
          <Segmented<BasisFilter | 'all'>
            className={panel.groups ?? ''}
            aria-label={t('class')}
            value={filter ?? 'all'}
            onChange={(value) => setFilter(value === 'all' ? null : value)}
            options={[
              { value: 'all', label: t('groupCount', { name: t('everybody'), total: all }) },
              ...shown.map(({ filter: value, members }) => ({
                value,
                label: t('groupCount', {
                  name: value === 'none' ? t('withoutBasis') : t(`fields:memberClass.${value}`),
                  total: members,
                }),
              })),
            ]}
          />
        )}
        <Input
          id={SEARCH_BOX_ID}
          className={panel.search ?? ''}
          aria-label={t('search')}
          placeholder={t('dues:searchPlaceholder')}
          prefix={<SearchOutlined />}
          allowClear
          maxLength={60}
          value={search}
          onChange={({ target }) => setSearch(target.value)}
        />
      </div>
      <div className={panel.selection} role="status">
        {selection.ids.size > 0 && (
          <>
            <strong>{t('common:grid.selected', { count: selection.ids.size })}</strong>
            <Button type="primary" onClick={() => setSetting(true)}>
              {t('set')}
            </Button>
            <Button type="link" onClick={selection.clear}>
              {t('common:grid.clearSelection')}
            </Button>
          </>
        )}
      </div>
      <div className={panel.gridArea}>
        <DataGrid<MemberBasis, MemberId>
          key={filter}
          label={t('title')}
          columns={columns}
          pages={pages}
          rowId={({ memberId }) => memberId}
          rowName={({ name }) => name}
          selection={selection}
          onOpen={({ memberId }) => void navigate(`/members/${memberId}?tab=dues`)}
          empty={<EmptyState title={t('nobody')} />}
        />
      </div>
      {isSetting && (
        <SetBasisDialog memberIds={[...selection.ids]} onSaved={selection.clear} onClose={() => setSetting(false)} />
      )}
    </div>
  )
}
