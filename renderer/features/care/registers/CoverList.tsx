import { useMutation, useQuery } from '@tanstack/react-query'
import { Button, Select, Space } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { coverViewSchema, type CoverRow, type CoverView } from '../../../../shared/contract/care/registers'
import type { MutualAidId } from '../../../../shared/model/id'
import { api, client } from '../../../client'
import { DataGrid, useRowPages, useSelection, type GridColumn } from '../../../components/data-grid'
import { EmptyState } from '../../../components/EmptyState'
import { ErrorNotice } from '../../../components/ErrorNotice'
import { Money } from '../../../components/Money'
import panel from '../../../components/panel.module.css'
import { ProgressDialog } from '../../../components/ProgressDialog'
import { useErrorToast } from '../../../components/use-error-toast'
import { useSave } from '../../../components/use-save'
import { formatYuan } from '../../../components/yuan'
import { useLanguage } from '../../../i18n/use-language'
import { useWhoColumns } from '../../members/use-who-columns'
import { ClaimDialog } from './ClaimDialog'
import { EnrolDialog } from './EnrolDialog'
import { RegisterBar } from './RegisterBar'
import styles from './registers.module.css'
import { useRegisterActs } from './use-register-acts'
import { useRegisterView } from './use-register-view'

type Dialog = { readonly kind: 'enrol' } | { readonly kind: 'edit' | 'claim'; readonly cover: CoverRow }

/** Who is covered by which plan of mutual aid; those that end are gone on with at once. */
export function CoverList() {
  const { t } = useTranslation(['registers', 'common'])
  const [language] = useLanguage()
  const { save, progress, error } = useSave()
  const done = useRegisterActs()
  const onError = useErrorToast()
  const [view, setView] = useRegisterView(coverViewSchema, 'current')
  const [plan, setPlan] = useState<string | null>(null)
  const [search, setSearch] = useState('')
  const [dialog, setDialog] = useState<Dialog | null>(null)
  const filter = { view, plan, search }
  const counts = useQuery(api.care.registers.mutualAid.coverCounts.queryOptions())
  const plans = useQuery(api.care.registers.mutualAid.plans.queryOptions())
  const first = useQuery(
    api.care.registers.mutualAid.covers.queryOptions({ input: { ...filter, offset: 0, limit: 1 } }),
  )
  const pages = useRowPages<CoverRow>((page) =>
    api.care.registers.mutualAid.covers.queryOptions({ input: { ...filter, ...page } }),
  )
  const selection = useSelection<MutualAidId>(() => client.care.registers.mutualAid.coverIds(filter), onError)
  const renew = useMutation(
    api.care.registers.mutualAid.renew.mutationOptions({
      onSuccess: ({ batchId, members }) => {
        selection.clear()
        return done(t('cover.renewed', { count: members }), batchId)
      },
      onError,
    }),
  )
  const remove = useMutation(
    api.care.registers.mutualAid.removeCovers.mutationOptions({
      onSuccess: ({ batchId }) => {
        selection.clear()
        return done(t('removed'), batchId)
      },
      onError,
    }),
  )
  const choose = (chosen: CoverView) => {
    selection.clear()
    setView(chosen)
  }
  const who = useWhoColumns<CoverRow>({ name: 100, department: 140 })
  const columns: GridColumn<CoverRow>[] = [
    who.name,
    who.department,
    { key: 'plan', title: t('cover.plan'), width: 190, render: (row) => row.plan },
    {
      key: 'days',
      title: t('cover.days'),
      width: 210,
      render: ({ validFrom, validUntil }) => (
        <span className="numeric">{t('cover.span', { from: validFrom, until: validUntil })}</span>
      ),
    },
    {
      key: 'premium',
      title: t('cover.premium'),
      width: 90,
      align: 'end',
      render: ({ premium }) => <Money fen={premium} />,
    },
    { key: 'payer', title: t('cover.payer'), width: 80, render: ({ payer }) => t(`payer.${payer}`) },
    { key: 'claims', title: t('cover.claims'), width: 70, align: 'end', render: ({ claims }) => claims > 0 && claims },
    {
      key: 'acts',
      title: t('common:acts'),
      width: 150,
      render: (cover) => (
        <Space size={0}>
          <Button
            type="link"
            size="small"
            aria-label={t('claim.addOf', { name: cover.name })}
            onClick={() => setDialog({ kind: 'claim', cover })}
          >
            {t('claim.short')}
          </Button>
          <Button
            type="link"
            size="small"
            aria-label={t('editOf', { name: cover.name })}
            onClick={() => setDialog({ kind: 'edit', cover })}
          >
            {t('common:edit')}
          </Button>
        </Space>
      ),
    },
  ]
  return (
    <>
      <RegisterBar
        views={coverViewSchema.options.map((value) => ({
          value,
          label: t('viewCount', { name: t(`coverView.${value}`), total: counts.data?.[value] ?? 0 }),
        }))}
        view={view}
        onView={choose}
        search={search}
        onSearch={setSearch}
        onExport={() =>
          void save(
            (options) => client.care.registers.mutualAid.exportCovers({ ...filter, language }, options),
            ({ fileName, rows }) => t('exported', { name: fileName, count: rows }),
          )
        }
        filters={
          <Select
            className={styles.choice ?? ''}
            aria-label={t('cover.plan')}
            value={plan ?? ''}
            onChange={(chosen) => setPlan(chosen === '' ? null : chosen)}
            options={[
              { value: '', label: t('cover.anyPlan') },
              ...(plans.data ?? []).map((value) => ({ value, label: value })),
            ]}
          />
        }
        add={
          <Button type="primary" onClick={() => setDialog({ kind: 'enrol' })}>
            {t('cover.add')}
          </Button>
        }
      />
      {first.data !== undefined && first.data.total > 0 && (
        <p role="status">{t('cover.sum', { count: first.data.total, amount: formatYuan(first.data.premium) })}</p>
      )}
      <div className={panel.selection}>
        {selection.ids.size > 0 && (
          <>
            <span>{t('common:grid.selected', { count: selection.ids.size })}</span>
            <Button type="primary" loading={renew.isPending} onClick={() => renew.mutate({ ids: [...selection.ids] })}>
              {t('cover.renew')}
            </Button>
            <Button danger loading={remove.isPending} onClick={() => remove.mutate({ ids: [...selection.ids] })}>
              {t('common:remove')}
            </Button>
            <Button onClick={selection.clear}>{t('common:grid.clearSelection')}</Button>
          </>
        )}
      </div>
      {error !== null && <ErrorNotice error={error} />}
      <div className={panel.gridArea}>
        <DataGrid<CoverRow, MutualAidId>
          label={t('register.covers')}
          columns={columns}
          pages={pages}
          rowId={({ id }) => id}
          rowName={({ name }) => name}
          selection={selection}
          onOpen={(cover) => setDialog({ kind: 'edit', cover })}
          empty={<EmptyState title={t('noneHere')} text={t('cover.noneText')} />}
        />
      </div>
      <ProgressDialog title={t('exporting')} progress={progress} />
      {dialog?.kind === 'enrol' && <EnrolDialog onClose={() => setDialog(null)} />}
      {dialog?.kind === 'edit' && <EnrolDialog cover={dialog.cover} onClose={() => setDialog(null)} />}
      {dialog?.kind === 'claim' && <ClaimDialog cover={dialog.cover} onClose={() => setDialog(null)} />}
    </>
  )
}
