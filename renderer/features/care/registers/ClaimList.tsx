import { useMutation, useQuery } from '@tanstack/react-query'
import { Button, Space, Tag } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { claimViewSchema, type ClaimRow } from '../../../../shared/contract/care/registers'
import type { MutualAidClaimId } from '../../../../shared/model/id'
import { api, client } from '../../../client'
import { DataGrid, useRowPages, type GridColumn } from '../../../components/data-grid'
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
import { RegisterBar } from './RegisterBar'
import { SensitiveForm } from './SensitiveForm'
import { useRegisterActs } from './use-register-acts'
import { useRegisterView } from './use-register-view'

/** Claims of mutual aid by what became of them; why they were made is opened one by one. */
export function ClaimList() {
  const { t } = useTranslation(['registers', 'common'])
  const [language] = useLanguage()
  const { save, progress, error } = useSave()
  const done = useRegisterActs()
  const [view, setView] = useRegisterView(claimViewSchema, 'all')
  const [search, setSearch] = useState('')
  const [opened, setOpened] = useState<ClaimRow | null>(null)
  const filter = { view, search }
  const first = useQuery(
    api.care.registers.mutualAid.claims.queryOptions({ input: { ...filter, offset: 0, limit: 1 } }),
  )
  const pages = useRowPages<ClaimRow>((page) =>
    api.care.registers.mutualAid.claims.queryOptions({ input: { ...filter, ...page } }),
  )
  const remove = useMutation(
    api.care.registers.mutualAid.removeClaim.mutationOptions({
      onSuccess: ({ batchId }) => done(t('removed'), batchId),
      onError: useErrorToast(),
    }),
  )
  const who = useWhoColumns<ClaimRow>({ name: 100, department: 140 })
  const columns: GridColumn<ClaimRow>[] = [
    {
      key: 'claimedOn',
      title: t('claim.claimedOn'),
      width: 110,
      render: ({ claimedOn }) => <span className="numeric">{claimedOn}</span>,
    },
    who.name,
    who.department,
    { key: 'plan', title: t('cover.plan'), width: 180, render: ({ plan }) => plan },
    {
      key: 'claimed',
      title: t('claim.claimed'),
      width: 110,
      align: 'end',
      render: ({ claimed }) => claimed !== null && <Money fen={claimed} />,
    },
    {
      key: 'paid',
      title: t('claim.paid'),
      width: 110,
      align: 'end',
      render: ({ paid }) => paid !== null && <Money fen={paid} />,
    },
    { key: 'paidOn', title: t('claim.paidOn'), width: 110, render: ({ paidOn }) => paidOn },
    {
      key: 'state',
      title: t('claim.state'),
      width: 100,
      render: ({ state }) => <Tag color={state === 'open' ? 'processing' : 'default'}>{t(`claimView.${state}`)}</Tag>,
    },
    {
      key: 'acts',
      title: t('common:acts'),
      width: 150,
      render: (claim) => (
        <Space size={0}>
          <Button
            type="link"
            size="small"
            aria-label={t('openOf', { name: claim.name })}
            onClick={() => setOpened(claim)}
          >
            {t('open')}
          </Button>
          <Button
            type="link"
            size="small"
            aria-label={t('removeOf', { name: claim.name })}
            onClick={() => remove.mutate({ id: claim.id })}
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
        views={claimViewSchema.options.map((value) => ({ value, label: t(`claimView.${value}`) }))}
        view={view}
        onView={setView}
        search={search}
        onSearch={setSearch}
        onExport={() =>
          void save(
            (options) => client.care.registers.mutualAid.exportClaims({ ...filter, language }, options),
            ({ fileName, rows }) => t('exported', { name: fileName, count: rows }),
          )
        }
        add={<span className={panel.quiet}>{t('claim.addHint')}</span>}
      />
      {first.data !== undefined && first.data.total > 0 && (
        <p role="status">{t('claim.sum', { count: first.data.total, amount: formatYuan(first.data.paid) })}</p>
      )}
      {error !== null && <ErrorNotice error={error} />}
      <div className={panel.gridArea}>
        <DataGrid<ClaimRow, MutualAidClaimId>
          label={t('register.claims')}
          columns={columns}
          pages={pages}
          rowId={({ id }) => id}
          rowName={({ name }) => name}
          onOpen={setOpened}
          empty={<EmptyState title={t('noneHere')} text={t('claim.noneText')} />}
        />
      </div>
      <ProgressDialog title={t('exporting')} progress={progress} />
      {opened !== null && (
        <SensitiveForm title={t('claim.one')} onClose={() => setOpened(null)}>
          <RevealedClaim row={opened} onClose={() => setOpened(null)} />
        </SensitiveForm>
      )}
    </>
  )
}

function RevealedClaim({ row, onClose }: { readonly row: ClaimRow; readonly onClose: () => void }) {
  const { id, mutualAidId, name, plan } = row
  const claim = useQuery(api.care.registers.mutualAid.revealClaim.queryOptions({ input: { id }, gcTime: 0 }))
  if (claim.isError) return <ErrorNotice error={claim.error} />
  return claim.isPending ? null : (
    <ClaimDialog cover={{ id: mutualAidId, name, plan }} claim={claim.data} onClose={onClose} />
  )
}
