import { PlusOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { api, client } from '../../client'
import { DataGrid, useRowPages, useSelection } from '../../components/data-grid'
import { EmptyState } from '../../components/EmptyState'
import { PageHeader } from '../../components/PageHeader'
import { useErrorToast } from '../../components/use-error-toast'
import { AddToActivityDialog } from '../activities/people/AddToActivityDialog'
import { DuesMenu } from '../dues/DuesMenu'
import { PaymentDialog } from '../dues/payments/PaymentDialog'
import { RequestDialog } from '../federation/transfers/RequestDialog'
import { useFederationState } from '../federation/use-federation-state'
import { TellDialog } from '../federation/passing/TellDialog'
import { BulkEditDialog } from '../lists/BulkEditDialog'
import { MoveDialog } from '../organisation/MoveDialog'
import { PrintMenu } from '../reports/PrintMenu'
import { ExportDialog } from '../roster/ExportDialog'
import { useReportingColumn } from '../federation/entries/use-reporting-column'
import { MemberFilters } from './MemberFilters'
import styles from './MemberListPage.module.css'
import { useListState } from './use-list-state'
import { useMemberColumns } from './use-member-columns'

/** All members: search, filter, sort, choose many and act on them. */
export function MemberListPage() {
  const { t } = useTranslation(['members', 'common', 'lists', 'duplicates', 'organisation', 'transfers', 'passing'])
  const navigate = useNavigate()
  const showError = useErrorToast()
  const list = useListState()
  const isEnrolled = useFederationState().data?.state === 'enrolled'
  const memberColumns = useMemberColumns()
  const reportingColumn = useReportingColumn()
  const columns = list.showsReporting ? [...memberColumns, reportingColumn] : memberColumns
  const { filter, sort } = list
  const pages = useRowPages((page) => api.members.list.queryOptions({ input: { ...page, filter, sort } }))
  const selection = useSelection(() => client.members.ids({ filter, sort }), showError)
  const [dialog, setDialog] = useState<
    'payment' | 'activity' | 'edit' | 'move' | 'transfer' | 'export' | 'tell' | null
  >(null)
  const memberIds = [...selection.ids]
  const close = () => setDialog(null)
  const count = pages.total ?? 0

  const empty = list.isFiltered ? (
    <EmptyState
      title={t('noMatch')}
      text={t('noMatchText')}
      action={<Button onClick={list.clearFilter}>{t('clearFilter')}</Button>}
    />
  ) : (
    <EmptyState
      title={t('none')}
      text={t('noneText')}
      action={
        <Button type="primary" onClick={() => void navigate('/roster')}>
          {t('importRoster')}
        </Button>
      }
    />
  )
  return (
    <div className={styles.page}>
      <PageHeader
        title={t('title')}
        note={pages.total === null ? undefined : t('count', { count })}
        actions={
          <>
            <Button onClick={() => void navigate('/members/duplicates')}>{t('duplicates:open')}</Button>
            <Button disabled={count === 0} onClick={() => setDialog('export')}>
              {t('export')}
            </Button>
            <Button type="primary" icon={<PlusOutlined />} onClick={() => void navigate('/members/new')}>
              {t('add')}
            </Button>
          </>
        }
      />
      <MemberFilters list={list} shown={pages.total} />
      <div className={styles.selection} role="status">
        {selection.ids.size > 0 && (
          <>
            <strong>{t('common:grid.selected', { count: selection.ids.size })}</strong>
            <Button onClick={() => setDialog('payment')}>{t('pay')}</Button>
            <DuesMenu memberIds={memberIds} onSaved={selection.clear} />
            <Button onClick={() => setDialog('activity')}>{t('addToActivity')}</Button>
            <Button onClick={() => setDialog('edit')}>{t('lists:edit')}</Button>
            <Button onClick={() => setDialog('move')}>{t('organisation:moveTo')}</Button>
            {isEnrolled && <Button onClick={() => setDialog('transfer')}>{t('transfers:toOther')}</Button>}
            <PrintMenu memberIds={memberIds} />
            <Button onClick={() => setDialog('tell')}>{t('passing:tell')}</Button>
            <Button type="link" onClick={selection.clear}>
              {t('common:grid.clearSelection')}
            </Button>
          </>
        )}
      </div>
      <DataGrid
        label={t('list')}
        columns={columns}
        pages={pages}
        rowId={({ id }) => id}
        rowName={({ name }) => name}
        sort={sort}
        onSort={list.setSort}
        selection={selection}
        onOpen={({ id }) => void navigate(`/members/${id}`)}
        empty={empty}
      />
      {dialog === 'move' && <MoveDialog memberIds={memberIds} onMoved={selection.clear} onClose={close} />}
      {dialog === 'transfer' && <RequestDialog memberIds={memberIds} onSaved={selection.clear} onClose={close} />}
      {dialog === 'tell' && <TellDialog memberIds={memberIds} onSaved={selection.clear} onClose={close} />}
      {dialog === 'edit' && <BulkEditDialog memberIds={memberIds} onClose={close} />}
      <PaymentDialog memberIds={memberIds} open={dialog === 'payment'} onClose={close} />
      <AddToActivityDialog memberIds={memberIds} open={dialog === 'activity'} onClose={close} />
      <ExportDialog filter={filter} sort={sort} total={count} open={dialog === 'export'} onClose={close} />
    </div>
  )
}
