import { SearchOutlined } from '@ant-design/icons'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Checkbox, Input, Modal, Tag } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import type { Unreceipted } from '../../../../shared/contract/dues/receipts'
import type { DuesEntryId } from '../../../../shared/model/id'
import { api, client } from '../../../client'
import { allRows, DataGrid, useRowPages, useSelection, type GridColumn } from '../../../components/data-grid'
import { EmptyState } from '../../../components/EmptyState'
import { ErrorNotice } from '../../../components/ErrorNotice'
import { Money } from '../../../components/Money'
import panel from '../../../components/panel.module.css'
import { SEARCH_BOX_ID } from '../../../components/search-box'
import { useErrorToast } from '../../../components/use-error-toast'
import { useUndo } from '../../../components/use-undo'
import { formatYuan } from '../../../components/yuan'
import { useWhoColumns } from '../../members/use-who-columns'
import { IssuerField } from './IssuerField'
import { usePrintReceipts } from './receipts-state'
import styles from './receipts.module.css'

interface UnreceiptedListProps {
  readonly year: string
  /** Who signed last. */
  readonly issuer: string | null
}

/** Payments of a year without a valid receipt; receipts are issued for those chosen. */
export function UnreceiptedList({ year, issuer }: UnreceiptedListProps) {
  const { t } = useTranslation(['receipts', 'fields', 'common'])
  const navigate = useNavigate()
  const [withPayroll, setWithPayroll] = useState(false)
  const [search, setSearch] = useState('')
  const [isIssuing, setIssuing] = useState(false)
  const wanted = { year, withPayroll, search }
  const pages = useRowPages<Unreceipted>((page) =>
    api.dues.receipts.unreceipted.queryOptions({ input: { ...wanted, ...page } }),
  )
  const sum = useQuery(api.dues.receipts.unreceipted.queryOptions({ input: { ...wanted, offset: 0, limit: 1 } }))
  const selection = useSelection<DuesEntryId>(async () => {
    const rows = await allRows((page) => client.dues.receipts.unreceipted({ ...wanted, ...page }))
    return rows.map(({ entryId }) => entryId)
  }, useErrorToast())
  const who = useWhoColumns<Unreceipted>({ name: 120, department: 180 }, 'dues')
  const columns: GridColumn<Unreceipted>[] = [
    { key: 'paidOn', title: t('column.paidOn'), width: 120, render: ({ paidOn }) => paidOn },
    who.name,
    who.department,
    { key: 'method', title: t('column.method'), width: 110, render: ({ method }) => t(`fields:method.${method}`) },
    { key: 'amount', title: t('column.amount'), width: 120, align: 'end', render: (row) => <Money fen={row.amount} /> },
    {
      key: 'was',
      title: t('column.remark'),
      width: 140,
      render: (row) => row.wasVoided && <Tag>{t('wasVoided')}</Tag>,
    },
  ]
  const { size } = selection.ids
  return (
    <>
      <div className={panel.spread}>
        <div className={panel.bar}>
          <Input
            id={SEARCH_BOX_ID}
            className={styles.search ?? ''}
            aria-label={t('without.search')}
            placeholder={t('fields:member.name')}
            prefix={<SearchOutlined />}
            allowClear
            maxLength={60}
            value={search}
            onChange={({ target }) => setSearch(target.value)}
          />
          <Checkbox checked={withPayroll} onChange={({ target }) => setWithPayroll(target.checked)}>
            {t('without.withPayroll')}
          </Checkbox>
        </div>
        {sum.data !== undefined && sum.data.total > 0 && (
          <p role="status">{t('without.sum', { count: sum.data.total, amount: formatYuan(sum.data.amount) })}</p>
        )}
      </div>
      <div className={panel.selection} role="status">
        {size > 0 && (
          <>
            <strong>{t('common:grid.selected', { count: size })}</strong>
            <Button type="primary" onClick={() => setIssuing(true)}>
              {t('issue.act')}
            </Button>
            <Button type="link" onClick={selection.clear}>
              {t('common:grid.clearSelection')}
            </Button>
          </>
        )}
      </div>
      <div className={panel.gridArea}>
        <DataGrid<Unreceipted, DuesEntryId>
          label={t('show.without')}
          columns={columns}
          pages={pages}
          rowId={({ entryId }) => entryId}
          rowName={({ name }) => name}
          selection={selection}
          onOpen={({ memberId }) => void navigate(`/members/${memberId}?tab=dues`)}
          empty={
            <EmptyState title={t('without.none')} text={search.trim() === '' ? t('without.noneText', { year }) : ''} />
          }
        />
      </div>
      {isIssuing && (
        <IssueDialog
          entryIds={[...selection.ids]}
          lastIssuer={issuer}
          onIssued={selection.clear}
          onClose={() => setIssuing(false)}
        />
      )}
    </>
  )
}

interface IssueDialogProps {
  readonly entryIds: readonly DuesEntryId[]
  readonly lastIssuer: string | null
  readonly onIssued: () => void
  readonly onClose: () => void
}

/** Issues receipts for payments recorded before, and leads to their paper. */
function IssueDialog({ entryIds, lastIssuer, onIssued, onClose }: IssueDialogProps) {
  const { t } = useTranslation(['receipts', 'common'])
  const print = usePrintReceipts()
  const queryClient = useQueryClient()
  const { offerUndo } = useUndo()
  const [issuer, setIssuer] = useState(lastIssuer ?? '')
  const issue = useMutation(
    api.dues.receipts.issue.mutationOptions({
      onSuccess: ({ batchId, from, until, receiptIds }) => {
        const count = receiptIds.length
        offerUndo(count === 1 ? t('issue.doneOne', { number: from }) : t('issue.done', { count, from, until }), batchId)
        onIssued()
        onClose()
        print(receiptIds)
        return queryClient.invalidateQueries()
      },
    }),
  )
  return (
    <Modal
      open
      title={t('issue.title', { count: entryIds.length })}
      okText={t('issue.act')}
      cancelText={t('common:cancel')}
      confirmLoading={issue.isPending}
      onOk={() => issue.mutate({ entryIds: [...entryIds], issuer: issuer.trim() || null })}
      onCancel={onClose}
    >
      <p className={panel.lead}>{t('issue.text')}</p>
      <IssuerField value={issuer} onChange={setIssuer} />
      {issue.isError && <ErrorNotice error={issue.error} />}
    </Modal>
  )
}
