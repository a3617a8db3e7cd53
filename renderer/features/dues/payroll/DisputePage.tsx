import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button, Segmented } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate } from 'react-router'
import type { ShownDispute } from '../../../../shared/contract/dues/disputes'
import type { DuesDisputeId } from '../../../../shared/model/id'
import { api, client } from '../../../client'
import { allRows, DataGrid, useRowPages, useSelection, type GridColumn } from '../../../components/data-grid'
import { EmptyState } from '../../../components/EmptyState'
import { PageHeader } from '../../../components/PageHeader'
import panel from '../../../components/panel.module.css'
import { ReasonDialog } from '../../../components/ReasonDialog'
import { useDates } from '../../../components/use-dates'
import { useErrorToast } from '../../../components/use-error-toast'
import { useUndo } from '../../../components/use-undo'

/** Disputes about months between members and the employer, open and settled. */
export function DisputePage() {
  const { t } = useTranslation('payroll')
  const dates = useDates()
  const navigate = useNavigate()
  const queryClient = useQueryClient()
  const { offerUndo } = useUndo()
  const [isOpen, setOpen] = useState(true)
  const [closing, setClosing] = useState<readonly DuesDisputeId[] | null>(null)
  const pages = useRowPages<ShownDispute>((page) => api.dues.disputes.list.queryOptions({ input: { isOpen, ...page } }))
  const selection = useSelection<DuesDisputeId>(async () => {
    const rows = await allRows((page) => client.dues.disputes.list({ isOpen, ...page }))
    return rows.map(({ id }) => id)
  }, useErrorToast())
  const close = useMutation(
    api.dues.disputes.close.mutationOptions({
      onSuccess: ({ batchId, disputes }) => {
        offerUndo(t('dispute.closeDone', { count: disputes }), batchId)
        setClosing(null)
        selection.clear()
        return queryClient.invalidateQueries()
      },
    }),
  )
  const columns: GridColumn<ShownDispute>[] = [
    {
      key: 'name',
      title: t('dispute.member'),
      width: 110,
      render: ({ memberId, name }) => (
        <Link tabIndex={-1} to={`/members/${memberId}?tab=dues`}>
          {name}
        </Link>
      ),
    },
    { key: 'department', title: t('deductions.department'), width: 140, render: ({ department }) => department },
    { key: 'month', title: t('dispute.month'), width: 110, render: ({ month }) => dates.month(month) },
    {
      key: 'reason',
      title: t('dispute.reason'),
      width: 240,
      render: ({ reason }) => <span title={reason}>{reason}</span>,
    },
    {
      key: 'list',
      title: t('dispute.list'),
      width: 150,
      render: ({ payrollListId, listTitle }) =>
        payrollListId !== null && (
          <Link tabIndex={-1} to={`/dues/payroll/${payrollListId}`} title={listTitle ?? ''}>
            {listTitle}
          </Link>
        ),
    },
    {
      key: 'openedOn',
      title: t('dispute.openedOn'),
      width: 110,
      render: ({ openedOn }) => <span className="numeric">{openedOn}</span>,
    },
    ...(isOpen
      ? ([
          {
            key: 'close',
            title: t('person.outcome'),
            width: 110,
            render: ({ id }) => (
              <Button size="small" onClick={() => setClosing([id])}>
                {t('dispute.close')}
              </Button>
            ),
          },
        ] satisfies GridColumn<ShownDispute>[])
      : ([
          {
            key: 'closedOn',
            title: t('dispute.closedOn'),
            width: 110,
            render: ({ closedOn }) => <span className="numeric">{closedOn}</span>,
          },
          {
            key: 'outcome',
            title: t('dispute.outcome'),
            width: 180,
            render: ({ outcome }) => <span title={outcome ?? ''}>{outcome}</span>,
          },
        ] satisfies GridColumn<ShownDispute>[])),
  ]
  return (
    <div className={panel.whole}>
      <PageHeader title={t('dispute.title')} note={t('dispute.intro')} backTo="/dues?tab=payroll" />
      <div className={panel.bar}>
        <Segmented
          aria-label={t('column.state')}
          value={isOpen ? 'open' : 'closed'}
          onChange={(value) => {
            setOpen(value === 'open')
            selection.clear()
          }}
          options={(['open', 'closed'] as const).map((value) => ({ value, label: t(`dispute.${value}`) }))}
        />
        {selection.ids.size > 0 && (
          <>
            <strong>{t('act.chosen', { count: selection.ids.size })}</strong>
            <Button type="primary" onClick={() => setClosing([...selection.ids])}>
              {t('dispute.close')}
            </Button>
          </>
        )}
      </div>
      <div className={panel.gridArea}>
        <DataGrid<ShownDispute, DuesDisputeId>
          label={t('dispute.title')}
          columns={columns}
          pages={pages}
          rowId={({ id }) => id}
          rowName={({ name }) => name}
          {...(isOpen ? { selection } : {})}
          onOpen={({ memberId }) => void navigate(`/members/${memberId}?tab=dues`)}
          empty={<EmptyState title={t('dispute.none')} text={t('dispute.noneText')} />}
        />
      </div>
      {closing !== null && (
        <ReasonDialog
          title={t('dispute.closeTitle', { count: closing.length })}
          text={t('dispute.closeText')}
          okText={t('dispute.close')}
          reasons={[t('dispute.outcomes.deducted'), t('dispute.outcomes.found'), t('dispute.outcomes.owed')]}
          error={close.error}
          busy={close.isPending}
          onReason={(outcome) => close.mutate({ ids: [...closing], outcome })}
          onClose={() => setClosing(null)}
        />
      )}
    </div>
  )
}
