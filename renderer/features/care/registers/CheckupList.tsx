import { useMutation, useQuery } from '@tanstack/react-query'
import { Button, Select, Tag } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { checkupViewSchema, type CheckupRow, type CheckupView } from '../../../../shared/contract/care/registers'
import type { CheckupId } from '../../../../shared/model/id'
import { api, client } from '../../../client'
import { DataGrid, useRowPages, useSelection, type GridColumn } from '../../../components/data-grid'
import { EmptyState } from '../../../components/EmptyState'
import { ErrorNotice } from '../../../components/ErrorNotice'
import { Money } from '../../../components/Money'
import panel from '../../../components/panel.module.css'
import { ProgressDialog } from '../../../components/ProgressDialog'
import { useErrorToast } from '../../../components/use-error-toast'
import { useSave } from '../../../components/use-save'
import { useLanguage } from '../../../i18n/use-language'
import { SensitiveGate } from '../../access/SensitiveGate'
import { useWhoColumns } from '../../members/use-who-columns'
import { ArrangeDialog } from './ArrangeDialog'
import { CheckupDialog } from './CheckupDialog'
import { RegisterBar } from './RegisterBar'
import styles from './registers.module.css'
import { SensitiveForm } from './SensitiveForm'
import { useRegisterActs } from './use-register-acts'
import { useRegisterView } from './use-register-view'

/** Check-ups of members; what was found is opened one by one, and who is to be seen again with it. */
export function CheckupList() {
  const { t } = useTranslation(['registers', 'common'])
  const [language] = useLanguage()
  const { save, progress, error } = useSave()
  const [view, setView] = useRegisterView(checkupViewSchema, 'arranged')
  const [year, setYear] = useState<string | null>(null)
  const [search, setSearch] = useState('')
  const [isArranging, setArranging] = useState(false)
  const filter = { view, year, search }
  const counts = useQuery(api.care.registers.checkups.counts.queryOptions())
  const years = useQuery(api.care.registers.checkups.years.queryOptions())
  const grid = <CheckupGrid key={view} filter={filter} />
  return (
    <>
      <RegisterBar
        views={checkupViewSchema.options.map((value) => ({
          value,
          label: t('viewCount', { name: t(`checkupView.${value}`), total: counts.data?.[value] ?? 0 }),
        }))}
        view={view}
        onView={setView}
        search={search}
        onSearch={setSearch}
        onExport={() =>
          void save(
            (options) => client.care.registers.checkups.exportList({ ...filter, language }, options),
            ({ fileName, rows }) => t('exported', { name: fileName, count: rows }),
          )
        }
        filters={
          <Select
            className={styles.choice ?? ''}
            aria-label={t('checkup.year')}
            value={year ?? ''}
            onChange={(chosen) => setYear(chosen === '' ? null : chosen)}
            options={[
              { value: '', label: t('checkup.anyYear') },
              ...(years.data ?? []).map((value) => ({ value, label: t('checkup.yearOf', { year: value }) })),
            ]}
          />
        }
        add={
          <Button type="primary" onClick={() => setArranging(true)}>
            {t('checkup.add')}
          </Button>
        }
      />
      {error !== null && <ErrorNotice error={error} />}
      {view === 'followUp' ? <SensitiveGate>{grid}</SensitiveGate> : grid}
      <ProgressDialog title={t('exporting')} progress={progress} />
      {isArranging && <ArrangeDialog onClose={() => setArranging(false)} />}
    </>
  )
}

interface CheckupGridProps {
  readonly filter: { readonly view: CheckupView; readonly year: string | null; readonly search: string }
}

const marks = ['attended', 'missed', 'arranged'] as const

function CheckupGrid({ filter }: CheckupGridProps) {
  const { t } = useTranslation(['registers', 'common'])
  const done = useRegisterActs()
  const onError = useErrorToast()
  const [opened, setOpened] = useState<CheckupRow | null>(null)
  const pages = useRowPages<CheckupRow>((page) =>
    api.care.registers.checkups.list.queryOptions({ input: { ...filter, ...page } }),
  )
  const selection = useSelection<CheckupId>(() => client.care.registers.checkups.ids(filter), onError)
  const ids = [...selection.ids]
  const mark = useMutation(
    api.care.registers.checkups.mark.mutationOptions({
      onSuccess: ({ batchId, members }, { attendance }) => {
        selection.clear()
        return done(t('checkup.marked', { count: members, attendance: t(`checkupView.${attendance}`) }), batchId)
      },
      onError,
    }),
  )
  const remove = useMutation(
    api.care.registers.checkups.remove.mutationOptions({
      onSuccess: ({ batchId }) => {
        selection.clear()
        return done(t('removed'), batchId)
      },
      onError,
    }),
  )
  const who = useWhoColumns<CheckupRow>({ name: 100, department: 150 })
  const columns: GridColumn<CheckupRow>[] = [
    { key: 'on', title: t('checkup.on'), width: 110, render: ({ on }) => <span className="numeric">{on}</span> },
    who.name,
    who.department,
    { key: 'package', title: t('checkup.package'), width: 150, render: (row) => row.package },
    { key: 'provider', title: t('provider'), width: 150, render: ({ providerName }) => providerName },
    {
      key: 'cost',
      title: t('legal.cost'),
      width: 90,
      align: 'end',
      render: ({ cost }) => cost !== null && <Money fen={cost} />,
    },
    {
      key: 'attendance',
      title: t('checkup.attendance'),
      width: 100,
      render: ({ attendance }) => (
        <Tag color={attendance === 'arranged' ? 'processing' : 'default'}>{t(`checkupView.${attendance}`)}</Tag>
      ),
    },
    ...(filter.view === 'followUp'
      ? [
          {
            key: 'followUpOn',
            title: t('checkup.followUpOn'),
            width: 110,
            render: ({ followUpOn }: CheckupRow) => <span className="numeric">{followUpOn}</span>,
          },
        ]
      : []),
    {
      key: 'acts',
      title: t('common:acts'),
      width: 100,
      render: (checkup) => (
        <Button
          type="link"
          size="small"
          aria-label={t('openOf', { name: checkup.name })}
          onClick={() => setOpened(checkup)}
        >
          {t('checkup.result')}
        </Button>
      ),
    },
  ]
  return (
    <>
      <div className={panel.selection}>
        {ids.length > 0 && (
          <>
            <span>{t('common:grid.selected', { count: ids.length })}</span>
            {marks.map((attendance) => (
              <Button
                key={attendance}
                type={attendance === 'attended' ? 'primary' : 'default'}
                loading={mark.isPending}
                onClick={() => mark.mutate({ ids, attendance })}
              >
                {t(`mark.${attendance}`)}
              </Button>
            ))}
            <Button danger loading={remove.isPending} onClick={() => remove.mutate({ ids })}>
              {t('common:remove')}
            </Button>
            <Button onClick={selection.clear}>{t('common:grid.clearSelection')}</Button>
          </>
        )}
      </div>
      <div className={panel.gridArea}>
        <DataGrid<CheckupRow, CheckupId>
          label={t('register.checkups')}
          columns={columns}
          pages={pages}
          rowId={({ id }) => id}
          rowName={({ name }) => name}
          selection={selection}
          onOpen={setOpened}
          empty={<EmptyState title={t('noneHere')} text={t('checkup.noneText')} />}
        />
      </div>
      {opened !== null && (
        <SensitiveForm title={t('checkup.resultOf', { name: opened.name })} onClose={() => setOpened(null)}>
          <RevealedCheckup row={opened} onClose={() => setOpened(null)} />
        </SensitiveForm>
      )}
    </>
  )
}

function RevealedCheckup({ row, onClose }: { readonly row: CheckupRow; readonly onClose: () => void }) {
  const checkup = useQuery(api.care.registers.checkups.reveal.queryOptions({ input: { id: row.id }, gcTime: 0 }))
  if (checkup.isError) return <ErrorNotice error={checkup.error} />
  return checkup.isPending ? null : <CheckupDialog name={row.name} checkup={checkup.data} onClose={onClose} />
}
