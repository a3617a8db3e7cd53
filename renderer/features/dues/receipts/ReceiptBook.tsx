import { PrinterOutlined, SearchOutlined } from '@ant-design/icons'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Alert, App, Button, Input, Segmented, Tag } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate } from 'react-router'
import type { BookInput, ReceiptSeries } from '../../../../shared/contract/dues/receipts'
import type { DuesReceiptId } from '../../../../shared/model/id'
import type { DuesReceipt } from '../../../../shared/model/receipt'
import { paidMonthsText } from '../../../../shared/rules/dues/paid-months'
import { receiptNumber } from '../../../../shared/rules/dues/receipt-number'
import { api, client } from '../../../client'
import { allRows, DataGrid, useRowPages, useSelection, type GridColumn } from '../../../components/data-grid'
import { EmptyState } from '../../../components/EmptyState'
import { ErrorNotice } from '../../../components/ErrorNotice'
import { Money } from '../../../components/Money'
import panel from '../../../components/panel.module.css'
import { ProgressDialog } from '../../../components/ProgressDialog'
import { ReasonDialog } from '../../../components/ReasonDialog'
import { SEARCH_BOX_ID } from '../../../components/search-box'
import { useErrorToast } from '../../../components/use-error-toast'
import { useSave } from '../../../components/use-save'
import { formatYuan } from '../../../components/yuan'
import { useLanguage } from '../../../i18n/use-language'
import { usePrintReceipts } from './receipts-state'
import styles from './receipts.module.css'

type State = BookInput['state']
const states: readonly State[] = ['all', 'valid', 'voided']

interface ReceiptBookProps {
  readonly year: string
  /** Null for a year without receipts. */
  readonly figures: ReceiptSeries | null
}

/** The receipts of a year by number, those voided struck through, and whether the numbers run on. */
export function ReceiptBook({ year, figures }: ReceiptBookProps) {
  const { t } = useTranslation(['receipts', 'fields', 'common'])
  const navigate = useNavigate()
  const [language] = useLanguage()
  const { save, progress, error } = useSave()
  const [state, setState] = useState<State>('all')
  const [search, setSearch] = useState('')
  const [voiding, setVoiding] = useState<DuesReceipt | null>(null)
  const wanted = { series: year, state, search }
  const pages = useRowPages<DuesReceipt>((page) =>
    api.dues.receipts.list.queryOptions({ input: { ...wanted, ...page } }),
  )
  const selection = useSelection<DuesReceiptId>(async () => {
    const rows = await allRows((page) => client.dues.receipts.list({ ...wanted, ...page }))
    return rows.map(({ id }) => id)
  }, useErrorToast())
  const print = usePrintReceipts()
  const columns = useBookColumns((receipt) => print([receipt.id]), setVoiding)
  if (figures === null) {
    return <EmptyState title={t('book.none', { year })} text={t('book.noneText')} />
  }

  const saveBook = () =>
    save(
      (options) => client.dues.receipts.exportBook({ series: year, language }, options),
      ({ fileName, rows }) => t('book.exported', { name: fileName, count: rows }),
    )

  const { size } = selection.ids
  return (
    <>
      <BookFigures figures={figures} />
      <div className={panel.spread}>
        <div className={panel.bar}>
          <Input
            id={SEARCH_BOX_ID}
            className={styles.search ?? ''}
            aria-label={t('book.search')}
            placeholder={t('book.searchPlaceholder')}
            prefix={<SearchOutlined />}
            allowClear
            maxLength={60}
            value={search}
            onChange={({ target }) => setSearch(target.value)}
          />
          <Segmented<State>
            aria-label={t('state.label')}
            value={state}
            onChange={setState}
            options={states.map((value) => ({ value, label: t(`state.${value}`) }))}
          />
        </div>
        <div className={panel.bar}>
          <Button onClick={() => void saveBook()}>{t('book.export')}</Button>
          <Button icon={<PrinterOutlined />} onClick={() => void navigate(`/dues/receipts/book/${year}`)}>
            {t('book.print')}
          </Button>
        </div>
      </div>
      <div className={panel.selection} role="status">
        {size > 0 && (
          <>
            <strong>{t('common:grid.selected', { count: size })}</strong>
            <Button type="primary" onClick={() => print([...selection.ids])}>
              {t('print', { count: size })}
            </Button>
            <Button type="link" onClick={selection.clear}>
              {t('common:grid.clearSelection')}
            </Button>
          </>
        )}
      </div>
      {error !== null && <ErrorNotice error={error} />}
      <div className={panel.gridArea}>
        <DataGrid<DuesReceipt, DuesReceiptId>
          label={t('book.label', { year })}
          columns={columns}
          pages={pages}
          rowId={({ id }) => id}
          rowName={receiptNumber}
          selection={selection}
          onOpen={({ id }) => print([id])}
          empty={<EmptyState title={t('book.nothingFound')} />}
        />
      </div>
      <ProgressDialog title={t('book.exporting')} progress={progress} />
      {voiding !== null && <VoidDialog receipt={voiding} onClose={() => setVoiding(null)} />}
    </>
  )
}

/** Whether the numbers run on, and what the valid receipts come to. */
function BookFigures({ figures: { series, last, voided, amount, missing } }: { readonly figures: ReceiptSeries }) {
  const { t } = useTranslation('receipts')
  if (missing.length > 0) {
    const numbers = missing.map(({ from, until }) => (from === until ? String(from) : `${from}–${until}`)).join(' ')
    return <Alert type="error" showIcon title={t('gaps', { year: series, numbers })} description={t('gapsText')} />
  }
  return (
    <p className={styles.figures} role="status">
      <span>{t('gapless', { last, count: voided })}</span>
      <strong>{t('validSum', { count: last - voided, amount: formatYuan(amount) })}</strong>
    </p>
  )
}

function useBookColumns(
  onPrint: (receipt: DuesReceipt) => void,
  onVoid: (receipt: DuesReceipt) => void,
): GridColumn<DuesReceipt>[] {
  const { t } = useTranslation(['receipts', 'fields', 'common'])
  const [language] = useLanguage()
  const struck = (receipt: DuesReceipt) => (receipt.voidedOn === null ? undefined : styles.struck)
  return [
    {
      key: 'number',
      title: t('column.number'),
      width: 120,
      render: (receipt) => <span className={struck(receipt)}>{receiptNumber(receipt)}</span>,
    },
    { key: 'issuedOn', title: t('column.issuedOn'), width: 105, render: ({ issuedOn }) => issuedOn },
    {
      key: 'payer',
      title: t('column.payer'),
      width: 100,
      render: ({ memberId, payer }) => (
        <Link tabIndex={-1} to={`/members/${memberId}?tab=dues`}>
          {payer}
        </Link>
      ),
    },
    {
      key: 'months',
      title: t('column.months'),
      width: 230,
      render: (receipt) => {
        const text = paidMonthsText(receipt, language)
        return <span title={text}>{text}</span>
      },
    },
    { key: 'method', title: t('column.method'), width: 90, render: ({ method }) => t(`fields:method.${method}`) },
    {
      key: 'amount',
      title: t('column.amount'),
      width: 100,
      align: 'end',
      render: (receipt) => (
        <span className={struck(receipt)}>
          <Money fen={receipt.amount} />
        </span>
      ),
    },
    {
      key: 'state',
      title: t('state.label'),
      width: 150,
      render: ({ voidedOn, voidReason }) =>
        voidedOn === null ? (
          t('state.valid')
        ) : (
          <span title={voidReason ?? t('takenBack')}>
            <Tag color="error">{t('state.voided')}</Tag>
            {voidReason ?? t('takenBack')}
          </span>
        ),
    },
    {
      key: 'acts',
      title: t('common:acts'),
      width: 125,
      render: (receipt) => (
        <span className={styles.acts}>
          <Button
            size="small"
            tabIndex={-1}
            aria-label={t('common:labelled', { label: t('common:print'), text: receiptNumber(receipt) })}
            onClick={() => onPrint(receipt)}
          >
            {t('common:print')}
          </Button>
          {receipt.voidedOn === null && (
            <Button
              size="small"
              danger
              tabIndex={-1}
              aria-label={t('common:labelled', { label: t('void.act'), text: receiptNumber(receipt) })}
              onClick={() => onVoid(receipt)}
            >
              {t('void.act')}
            </Button>
          )}
        </span>
      ),
    },
  ]
}

function VoidDialog({ receipt, onClose }: { readonly receipt: DuesReceipt; readonly onClose: () => void }) {
  const { t } = useTranslation('receipts')
  const { message } = App.useApp()
  const queryClient = useQueryClient()
  const number = receiptNumber(receipt)
  const voiding = useMutation(
    api.dues.receipts.void.mutationOptions({
      onSuccess: () => {
        void message.success(t('void.done', { number }))
        onClose()
        return queryClient.invalidateQueries()
      },
    }),
  )
  return (
    <ReasonDialog
      title={t('void.title', { number, payer: receipt.payer })}
      text={t('void.text')}
      okText={t('void.act')}
      danger
      reasons={[t('void.reason.name'), t('void.reason.amount'), t('void.reason.spoilt')]}
      error={voiding.error}
      busy={voiding.isPending}
      onReason={(reason) => voiding.mutate({ id: receipt.id, reason })}
      onClose={onClose}
    />
  )
}
