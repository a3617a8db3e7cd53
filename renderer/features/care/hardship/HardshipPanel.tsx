import { SearchOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Button, Input, Segmented, Select, Tag } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate, useSearchParams } from 'react-router'
import { z } from 'zod'
import { hardshipFilterSchema, type HardshipFilter, type HardshipLine } from '../../../../shared/contract/care/hardship'
import { hardshipClassSchema, hardshipKindSchema, type HardshipKind } from '../../../../shared/model/hardship'
import { api } from '../../../client'
import { DataGrid, useRowPages, type GridColumn } from '../../../components/data-grid'
import { EmptyState } from '../../../components/EmptyState'
import { Money } from '../../../components/Money'
import panel from '../../../components/panel.module.css'
import { SEARCH_BOX_ID } from '../../../components/search-box'
import { useWhoColumns } from '../../members/use-who-columns'
import { ExportDialog } from './ExportDialog'
import { NewFileDialog } from './NewFileDialog'

const viewSchema = z.enum(['open', 'isReviewDue', 'isInPublicity', 'undecided', 'closed'])
type View = z.infer<typeof viewSchema>

function filterOf(view: View): Partial<HardshipFilter> {
  switch (view) {
    case 'open':
      return {}
    case 'isReviewDue':
      return { isReviewDue: true }
    case 'isInPublicity':
      return { isInPublicity: true }
    case 'undecided':
      return { class: 'undecided' }
    case 'closed':
      return { state: 'closed' }
  }
}

/** The files of families in hardship: who is due for review, in publicity, not decided, closed. */
export function HardshipPanel() {
  const { t } = useTranslation('hardship')
  const navigate = useNavigate()
  const [params, setParams] = useSearchParams()
  const view = viewSchema.catch('open').parse(params.get('view'))
  const [ofClass, setClass] = useState<HardshipFilter['class']>(null)
  const [kind, setKind] = useState<HardshipKind | null>(null)
  const [search, setSearch] = useState('')
  const [dialog, setDialog] = useState<'new' | 'export' | null>(null)
  const counts = useQuery(api.care.hardship.counts.queryOptions())
  const filter = hardshipFilterSchema.parse({
    kind,
    search,
    ...(ofClass === null ? {} : { class: ofClass }),
    ...filterOf(view),
  })
  const pages = useRowPages<HardshipLine>((page) =>
    api.care.hardship.list.queryOptions({ input: { ...filter, ...page } }),
  )
  const who = useWhoColumns<HardshipLine>({ name: 100, department: 150 })
  const columns: GridColumn<HardshipLine>[] = [
    {
      ...who.name,
      render: ({ id, name }) => (
        <Link tabIndex={-1} to={`/care/hardship/${id}`}>
          {name}
        </Link>
      ),
    },
    who.department,
    { key: 'kind', title: t('fileField.kind'), width: 120, render: (line) => t(`kind.${line.kind}`) },
    {
      key: 'class',
      title: t('assessmentField.class'),
      width: 110,
      render: (line) =>
        line.class !== null ? t(`class.${line.class}`) : t(line.isDecided ? 'class.none' : 'class.undecided'),
    },
    { key: 'year', title: t('lastYear'), width: 90, render: ({ year }) => year },
    {
      key: 'next',
      title: t('nextReview'),
      width: 170,
      render: ({ nextReviewOn, isReviewDue, closedOn }) => (
        <>
          {closedOn === null && nextReviewOn} {isReviewDue && <Tag color="warning">{t('due')}</Tag>}
        </>
      ),
    },
    {
      key: 'publicity',
      title: t('part.publicity'),
      width: 170,
      render: ({ isInPublicity, publicUntil }) =>
        isInPublicity && <Tag color="processing">{t('publicUntil', { day: publicUntil ?? '' })}</Tag>,
    },
    { key: 'aid', title: t('aidTotal'), width: 120, align: 'end', render: ({ aid }) => aid > 0 && <Money fen={aid} /> },
  ]
  return (
    <div className={panel.fill}>
      <div className={panel.spread}>
        <Segmented<View>
          className={panel.groups ?? ''}
          aria-label={t('views')}
          value={view}
          onChange={(next) => setParams({ tab: 'hardship', view: next }, { replace: true })}
          options={viewSchema.options.map((value) => ({
            value,
            label: t('viewCount', { name: t(`view.${value}`), total: counts.data?.[value] ?? 0 }),
          }))}
        />
        <div className={panel.bar}>
          <Button onClick={() => setDialog('export')}>{t('export')}</Button>
          <Button type="primary" onClick={() => setDialog('new')}>
            {t('new')}
          </Button>
        </div>
      </div>
      <div className={panel.bar}>
        <Select
          style={{ width: 150 }}
          aria-label={t('assessmentField.class')}
          placeholder={t('anyClass')}
          allowClear
          disabled={view === 'undecided'}
          value={ofClass}
          onChange={(next: HardshipFilter['class'] | undefined) => setClass(next ?? null)}
          options={[...hardshipClassSchema.options, 'none' as const].map((value) => ({
            value,
            label: t(`class.${value}`),
          }))}
        />
        <Select
          style={{ width: 160 }}
          aria-label={t('fileField.kind')}
          placeholder={t('anyKind')}
          allowClear
          value={kind}
          onChange={(next: HardshipKind | undefined) => setKind(next ?? null)}
          options={hardshipKindSchema.options.map((value) => ({ value, label: t(`kind.${value}`) }))}
        />
        <Input
          id={SEARCH_BOX_ID}
          className={panel.search ?? ''}
          aria-label={t('search')}
          placeholder={t('search')}
          prefix={<SearchOutlined />}
          allowClear
          maxLength={60}
          value={search}
          onChange={({ target }) => setSearch(target.value)}
        />
      </div>
      <div className={panel.gridArea}>
        <DataGrid
          key={view}
          label={t('tab')}
          columns={columns}
          pages={pages}
          rowId={({ id }) => id}
          rowName={({ name }) => name}
          onOpen={({ id }) => void navigate(`/care/hardship/${id}`)}
          empty={<EmptyState title={t('none')} text={t('noneText')} />}
        />
      </div>
      {dialog === 'new' && <NewFileDialog onClose={() => setDialog(null)} />}
      {dialog === 'export' && <ExportDialog filter={filter} onClose={() => setDialog(null)} />}
    </div>
  )
}
