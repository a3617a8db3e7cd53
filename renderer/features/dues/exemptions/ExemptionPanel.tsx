import { SearchOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Button, Input, Segmented } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import {
  exemptionStateSchema,
  type ExemptionState,
  type MemberExemption,
} from '../../../../shared/contract/dues/exemptions'
import type { DuesExemptionId } from '../../../../shared/model/id'
import { api } from '../../../client'
import { DataGrid, useRowPages, type GridColumn } from '../../../components/data-grid'
import { EmptyState } from '../../../components/EmptyState'
import panel from '../../../components/panel.module.css'
import { SEARCH_BOX_ID } from '../../../components/search-box'
import { useWhoColumns } from '../../members/use-who-columns'
import { AddExemptionDialog } from './AddExemptionDialog'
import { EndExemptionDialog } from './EndExemptionDialog'
import { useExemptionCells } from './use-exemption-cells'

/** Who pays no dues by decision, and whose time is over. */
export function ExemptionPanel() {
  const { t } = useTranslation(['exemptions', 'dues', 'common'])
  const navigate = useNavigate()
  const [chosen, setChosen] = useState<ExemptionState | null>(null)
  const [search, setSearch] = useState('')
  const [isAdding, setAdding] = useState(false)
  const [ending, setEnding] = useState<MemberExemption | null>(null)
  const cells = useExemptionCells(setEnding)
  const counts = useQuery(api.dues.exemptions.counts.queryOptions())
  const countOf = (state: ExemptionState) => counts.data?.find((count) => count.state === state)?.exemptions ?? 0
  // What waits for a decision comes first.
  const state = chosen ?? (countOf('ending') > 0 ? 'ending' : 'current')
  const pages = useRowPages<MemberExemption>((page) =>
    api.dues.exemptions.list.queryOptions({ input: { state, search, ...page } }),
  )
  const who = useWhoColumns<MemberExemption>({ name: 100, department: 150 }, 'dues')
  const columns: GridColumn<MemberExemption>[] = [
    who.name,
    who.department,
    { key: 'months', title: t('months'), width: 260, render: cells.span },
    { key: 'reason', title: t('reason'), width: 180, render: ({ reason }) => reason },
    { key: 'decision', title: t('decision'), width: 200, render: cells.decision },
    { key: 'acts', title: t('common:acts'), width: 170, render: cells.acts },
  ]
  return (
    <div className={panel.fill}>
      <div className={panel.spread}>
        <Segmented<ExemptionState>
          className={panel.groups ?? ''}
          aria-label={t('states')}
          value={state}
          onChange={setChosen}
          options={exemptionStateSchema.options.map((value) => ({
            value,
            label: t('stateCount', { name: t(`state.${value}`), total: countOf(value) }),
          }))}
        />
        <Button type="primary" onClick={() => setAdding(true)}>
          {t('add')}
        </Button>
      </div>
      <div className={panel.spread}>
        <p className={panel.quiet}>{t(`stateText.${state}`)}</p>
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
      <div className={panel.gridArea}>
        <DataGrid<MemberExemption, DuesExemptionId>
          key={state}
          label={t('title')}
          columns={columns}
          pages={pages}
          rowId={({ id }) => id}
          rowName={({ name }) => name}
          onOpen={({ memberId }) => void navigate(`/members/${memberId}?tab=dues`)}
          empty={<EmptyState title={t('none')} text={t('noneText')} />}
        />
      </div>
      {isAdding && <AddExemptionDialog onClose={() => setAdding(false)} />}
      {ending !== null && <EndExemptionDialog exemption={ending} onClose={() => setEnding(null)} />}
    </div>
  )
}
