import { useMutation, useQuery } from '@tanstack/react-query'
import { Button, Space, Tag } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { legalViewSchema, type LegalRow } from '../../../../shared/contract/care/registers'
import type { LegalCaseId } from '../../../../shared/model/id'
import { api, client } from '../../../client'
import { DataGrid, useRowPages, type GridColumn } from '../../../components/data-grid'
import { EmptyState } from '../../../components/EmptyState'
import { ErrorNotice } from '../../../components/ErrorNotice'
import { Money } from '../../../components/Money'
import panel from '../../../components/panel.module.css'
import { ProgressDialog } from '../../../components/ProgressDialog'
import { useErrorToast } from '../../../components/use-error-toast'
import { useSave } from '../../../components/use-save'
import { useLanguage } from '../../../i18n/use-language'
import { useWhoColumns } from '../../members/use-who-columns'
import { LegalDialog } from './LegalDialog'
import { RegisterBar } from './RegisterBar'
import { SensitiveForm } from './SensitiveForm'
import { useRegisterActs } from './use-register-acts'
import { useRegisterView } from './use-register-view'

/** Cases of legal aid; what they are about is opened one by one. */
export function LegalList() {
  const { t } = useTranslation(['registers', 'common'])
  const [language] = useLanguage()
  const { save, progress, error } = useSave()
  const done = useRegisterActs()
  const [view, setView] = useRegisterView(legalViewSchema, 'all')
  const [search, setSearch] = useState('')
  const [dialog, setDialog] = useState<LegalCaseId | 'new' | null>(null)
  const counts = useQuery(api.care.registers.legal.counts.queryOptions())
  const pages = useRowPages<LegalRow>((page) =>
    api.care.registers.legal.list.queryOptions({ input: { view, search, ...page } }),
  )
  const remove = useMutation(
    api.care.registers.legal.remove.mutationOptions({
      onSuccess: ({ batchId }) => done(t('removed'), batchId),
      onError: useErrorToast(),
    }),
  )
  const who = useWhoColumns<LegalRow>({ name: 110, department: 150 })
  const columns: GridColumn<LegalRow>[] = [
    {
      key: 'openedOn',
      title: t('legal.openedOn'),
      width: 110,
      render: ({ openedOn }) => <span className="numeric">{openedOn}</span>,
    },
    who.name,
    who.department,
    { key: 'kind', title: t('legal.kind'), width: 110, render: ({ kind }) => t(`legalKind.${kind}`) },
    { key: 'handler', title: t('legal.handler'), width: 120, render: ({ handler }) => handler },
    { key: 'provider', title: t('provider'), width: 150, render: ({ providerName }) => providerName },
    {
      key: 'closedOn',
      title: t('legal.closedOn'),
      width: 120,
      render: ({ closedOn }) => closedOn ?? <Tag color="processing">{t('legalView.open')}</Tag>,
    },
    {
      key: 'cost',
      title: t('legal.cost'),
      width: 100,
      align: 'end',
      render: ({ cost }) => cost !== null && <Money fen={cost} />,
    },
    {
      key: 'acts',
      title: t('common:acts'),
      width: 150,
      render: ({ id, name }) => (
        <Space size={0}>
          <Button type="link" size="small" aria-label={t('openOf', { name })} onClick={() => setDialog(id)}>
            {t('open')}
          </Button>
          <Button
            type="link"
            size="small"
            aria-label={t('removeOf', { name })}
            onClick={() => remove.mutate({ ids: [id] })}
          >
            {t('common:remove')}
          </Button>
        </Space>
      ),
    },
  ]
  return (
    <>
      <RegisterBar
        views={legalViewSchema.options.map((value) => ({
          value,
          label: t('viewCount', { name: t(`legalView.${value}`), total: counts.data?.[value] ?? 0 }),
        }))}
        view={view}
        onView={setView}
        search={search}
        onSearch={setSearch}
        onExport={() =>
          void save(
            (options) => client.care.registers.legal.exportList({ view, search, language }, options),
            ({ fileName, rows }) => t('exported', { name: fileName, count: rows }),
          )
        }
        add={
          <Button type="primary" onClick={() => setDialog('new')}>
            {t('legal.add')}
          </Button>
        }
      />
      <p className={panel.quiet}>{t('legal.text')}</p>
      {error !== null && <ErrorNotice error={error} />}
      <div className={panel.gridArea}>
        <DataGrid<LegalRow, LegalCaseId>
          label={t('register.legal')}
          columns={columns}
          pages={pages}
          rowId={({ id }) => id}
          rowName={({ name }) => name}
          onOpen={({ id }) => setDialog(id)}
          empty={<EmptyState title={t('noneHere')} text={t('legal.noneText')} />}
        />
      </div>
      <ProgressDialog title={t('exporting')} progress={progress} />
      {dialog === 'new' && <LegalDialog onClose={() => setDialog(null)} />}
      {dialog !== null && dialog !== 'new' && (
        <SensitiveForm title={t('legal.edit')} onClose={() => setDialog(null)}>
          <RevealedCase id={dialog} onClose={() => setDialog(null)} />
        </SensitiveForm>
      )}
    </>
  )
}

function RevealedCase({ id, onClose }: { readonly id: LegalCaseId; readonly onClose: () => void }) {
  const found = useQuery(api.care.registers.legal.reveal.queryOptions({ input: { id }, gcTime: 0 }))
  if (found.isError) return <ErrorNotice error={found.error} />
  return found.isPending ? null : <LegalDialog legalCase={found.data} onClose={onClose} />
}
