import { DownOutlined, SearchOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Button, Dropdown, Input, Select, Tag } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { arrearsPaperSchema, type ArrearsOverview, type Debtor } from '../../../../shared/contract/dues/arrears'
import {
  arrearsBandSchema,
  arrearsDueSchema,
  arrearsStepKindSchema,
  type ArrearsStepKind,
} from '../../../../shared/model/arrears'
import type { MemberId } from '../../../../shared/model/id'
import { dayOf } from '../../../../shared/rules/date'
import { api, client } from '../../../client'
import { allRows, DataGrid, useRowPages, useSelection, type GridColumn } from '../../../components/data-grid'
import { EmptyState } from '../../../components/EmptyState'
import { ErrorNotice } from '../../../components/ErrorNotice'
import { Money } from '../../../components/Money'
import panel from '../../../components/panel.module.css'
import { ProgressDialog } from '../../../components/ProgressDialog'
import { SEARCH_BOX_ID } from '../../../components/search-box'
import { useErrorToast } from '../../../components/use-error-toast'
import { useAsOrigin } from '../../../components/use-origin'
import { useSave } from '../../../components/use-save'
import { formatYuan } from '../../../components/yuan'
import { useWhoColumns } from '../../members/use-who-columns'
import { PaymentDialog } from '../payments/PaymentDialog'
import styles from './arrears.module.css'
import { paperPath } from './paper-path'
import { StepDialog } from './StepDialog'
import { hasBand, useArrearsTexts } from './use-arrears-texts'
import { EVERYBODY, type ArrearsParams } from './use-debtor-filter'
import { useCounterTexts } from './use-sentence'

interface DebtorListProps {
  readonly chosen: ArrearsParams
  readonly choose: (changes: Partial<ArrearsParams>) => void
  /** Undefined while the ledgers are still replayed. */
  readonly overview: ArrearsOverview | undefined
}

type Row = Debtor & { readonly amount: Debtor['owed'] }

/** The people in arrears, with what is done about it. */
export function DebtorList({ chosen, choose, overview }: DebtorListProps) {
  const { t } = useTranslation(['arrears', 'dues', 'payments', 'common'])
  const navigate = useNavigate()
  const origin = useAsOrigin()
  const showError = useErrorToast()
  const texts = useArrearsTexts()
  const { months, range } = useCounterTexts(dayOf(new Date()))
  const [search, setSearch] = useState('')
  const [isPaying, setPaying] = useState(false)
  const [taking, setTaking] = useState<{
    readonly kind: ArrearsStepKind
    readonly memberIds: readonly MemberId[]
  } | null>(null)
  const { save, progress, error } = useSave()
  const { standing, department, unionGroup, band, owes, due } = chosen
  const filter = { search, standing, department, unionGroup, band, month: owes, due }
  const pages = useRowPages<Row>((page) => api.dues.arrears.debtors.queryOptions({ input: { ...filter, ...page } }))
  const sum = useQuery(api.dues.arrears.debtors.queryOptions({ input: { ...filter, offset: 0, limit: 1 } }))
  const everybody = async () => {
    const rows = await allRows((page) => client.dues.arrears.debtors({ ...filter, ...page }))
    return rows.map(({ memberId }) => memberId)
  }
  const selection = useSelection<MemberId>(everybody, showError)
  const stepDue = arrearsStepKindSchema.safeParse(due)
  const isNarrowed = department !== null || unionGroup !== null || band !== null || owes !== null || due !== null

  const saveList = () =>
    save(
      (options) => client.dues.arrears.save(filter, options),
      ({ fileName, rows }) => t('act.saved', { name: fileName, count: rows }),
    )

  const who = useWhoColumns<Row>({ name: 100, department: 120 }, 'dues')
  const columns: GridColumn<Row>[] = [
    who.name,
    who.department,
    { key: 'unionGroup', title: t('filter.unionGroup'), width: 84, render: (row) => row.unionGroup },
    {
      key: 'amount',
      title: t('column.amount'),
      width: 100,
      align: 'end',
      render: ({ amount }) => <Money fen={amount} />,
    },
    { key: 'months', title: t('column.months'), width: 90, align: 'end', render: (row) => row.months },
    { key: 'row', title: t('column.row'), width: 90, align: 'end', render: ({ row }) => row },
    {
      key: 'since',
      title: t('column.since'),
      width: 210,
      render: ({ since, until }) => (since === null || until === null ? null : range(since, until)),
    },
    { key: 'last', title: t('column.last'), width: 166, render: (row) => texts.last(row) },
    {
      key: 'due',
      title: t('column.due'),
      width: 100,
      render: (row) => row.due !== null && <Tag color="warning">{t(`due.${row.due}`)}</Tag>,
    },
  ]
  const optionsOf = (values: readonly (string | null)[], none: string) =>
    [...new Set(values)].map((value) => ({ value: value ?? '', label: value ?? none }))
  const groups = overview?.groups ?? []
  return (
    <>
      <div className={panel.bar}>
        <Input
          id={SEARCH_BOX_ID}
          className={panel.search ?? ''}
          aria-label={t('dues:searchDebtors')}
          placeholder={t('dues:searchPlaceholder')}
          prefix={<SearchOutlined />}
          allowClear
          maxLength={60}
          value={search}
          onChange={({ target }) => setSearch(target.value)}
        />
        <Select
          aria-label={t('filter.department')}
          placeholder={t('filter.department')}
          style={{ width: 170 }}
          allowClear
          showSearch
          value={department}
          onChange={(value) => choose({ department: value, unionGroup: null })}
          options={optionsOf(
            groups.map((group) => group.department),
            t('filter.noDepartment'),
          )}
        />
        {department !== null && (
          <Select
            aria-label={t('filter.unionGroup')}
            placeholder={t('filter.unionGroup')}
            style={{ width: 140 }}
            allowClear
            value={unionGroup}
            onChange={(value) => choose({ unionGroup: value })}
            options={optionsOf(
              groups.filter((group) => (group.department ?? '') === department).map((group) => group.unionGroup),
              t('filter.noGroup'),
            )}
          />
        )}
        {overview !== undefined && (
          <Select
            aria-label={t('filter.band')}
            placeholder={t('filter.band')}
            style={{ width: 150 }}
            allowClear
            value={band}
            onChange={(value) => choose({ band: value })}
            options={arrearsBandSchema.options
              .filter((value) => hasBand(value, overview.terms))
              .map((value) => ({ value, label: texts.band(value, overview.terms) }))}
          />
        )}
        <Select
          aria-label={t('filter.due')}
          placeholder={t('filter.due')}
          style={{ width: 130 }}
          allowClear
          value={due}
          onChange={(value) => choose({ due: value })}
          options={arrearsDueSchema.options.map((value) => ({ value, label: t(`due.${value}`) }))}
        />
        {owes !== null && (
          <Tag closable onClose={() => choose({ owes: null })}>
            {t('filter.month', { month: months([owes]) })}
          </Tag>
        )}
        {isNarrowed && (
          <Button type="link" onClick={() => choose({ ...EVERYBODY, standing })}>
            {t('filter.clear')}
          </Button>
        )}
        {sum.data !== undefined && sum.data.total > 0 && (
          <p role="status" className={styles.end}>
            {t('sum', { count: sum.data.total, amount: formatYuan(sum.data.owed) })}
          </p>
        )}
        <Button disabled={(sum.data?.total ?? 0) === 0} onClick={() => void saveList()}>
          {t('act.save')}
        </Button>
        {stepDue.success && sum.data !== undefined && sum.data.total > 0 && (
          <Button
            type="primary"
            onClick={() =>
              void everybody().then((memberIds) => setTaking({ kind: stepDue.data, memberIds }), showError)
            }
          >
            {t('act.all', { step: t(`step.${stepDue.data}`), count: sum.data.total })}
          </Button>
        )}
      </div>
      {error !== null && <ErrorNotice error={error} />}
      <div className={panel.selection} role="status">
        {selection.ids.size > 0 && (
          <>
            <strong>{t('common:grid.selected', { count: selection.ids.size })}</strong>
            <Button type="primary" onClick={() => setPaying(true)}>
              {t('payments:pay.title')}
            </Button>
            <Dropdown
              trigger={['click']}
              menu={{
                items: arrearsStepKindSchema.options.map((kind) => ({ key: kind, label: t(`step.${kind}`) })),
                onClick: ({ key }) => {
                  const kind = arrearsStepKindSchema.parse(key)
                  setTaking({ kind, memberIds: [...selection.ids] })
                },
              }}
            >
              <Button icon={<DownOutlined />} iconPlacement="end">
                {t('act.menu')}
              </Button>
            </Dropdown>
            <Dropdown
              trigger={['click']}
              menu={{
                items: arrearsPaperSchema.options.map((paper) => ({ key: paper, label: t(`paper.${paper}`) })),
                onClick: ({ key }) =>
                  void navigate(paperPath(arrearsPaperSchema.parse(key)), {
                    state: { memberIds: [...selection.ids], ...origin },
                  }),
              }}
            >
              <Button icon={<DownOutlined />} iconPlacement="end">
                {t('act.print')}
              </Button>
            </Dropdown>
            <Button type="link" onClick={selection.clear}>
              {t('common:grid.clearSelection')}
            </Button>
          </>
        )}
      </div>
      <div className={panel.gridArea}>
        <DataGrid<Row, MemberId>
          label={t('dues:tab.debtors')}
          columns={columns}
          pages={pages}
          rowId={({ memberId }) => memberId}
          rowName={({ name }) => name}
          selection={selection}
          onOpen={({ memberId }) => void navigate(`/members/${memberId}?tab=dues`)}
          empty={
            search.trim() === '' && !isNarrowed && standing === 'owes' ? (
              <EmptyState title={t('dues:noDebtors')} text={t('dues:noDebtorsText')} />
            ) : (
              <EmptyState title={t('dues:nobodyFound')} />
            )
          }
        />
      </div>
      <PaymentDialog
        memberIds={[...selection.ids]}
        open={isPaying}
        onPaid={selection.clear}
        onClose={() => setPaying(false)}
      />
      {taking !== null && <StepDialog {...taking} onTaken={selection.clear} onClose={() => setTaking(null)} />}
      <ProgressDialog title={t('act.saving')} progress={progress} />
    </>
  )
}
