import { useQuery } from '@tanstack/react-query'
import { Alert, Button, Tag } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate } from 'react-router'
import type { PayrollOverview } from '../../../../shared/contract/dues/payroll'
import { api } from '../../../client'
import { DataGrid, useRowPages, type GridColumn } from '../../../components/data-grid'
import { EmptyState } from '../../../components/EmptyState'
import { ErrorNotice } from '../../../components/ErrorNotice'
import { Money } from '../../../components/Money'
import panel from '../../../components/panel.module.css'
import { ProgressDialog } from '../../../components/ProgressDialog'
import { Section } from '../../../components/Section'
import { formatYuan } from '../../../components/yuan'
import { FileDrop } from '../../roster/FileDrop'
import { ChooseSheets } from './ChooseSheets'
import { useMonthsText } from './use-months-text'
import { useReadList } from './use-read-list'

/** Deduction lists: reading one, those read and posted, and what the employer still holds. */
export function PayrollPanel() {
  const { t } = useTranslation('payroll')
  const navigate = useNavigate()
  const monthsText = useMonthsText()
  const { read, answer, again, forget, asked, progress, error } = useReadList()
  const pages = useRowPages<PayrollOverview>((page) => api.dues.payroll.lists.queryOptions({ input: page }))
  const totals = useQuery(api.dues.payroll.lists.queryOptions({ input: { offset: 0, limit: 1 } }))
  const held = totals.data?.held ?? 0
  const columns: GridColumn<PayrollOverview>[] = [
    {
      key: 'title',
      title: t('column.title'),
      width: 220,
      render: ({ id, title }) => (
        <Link tabIndex={-1} to={`/dues/payroll/${id}`} title={title}>
          {title}
        </Link>
      ),
    },
    { key: 'months', title: t('column.months'), width: 150, render: (list) => monthsText(list) },
    {
      key: 'deductedOn',
      title: t('column.deductedOn'),
      width: 110,
      render: ({ deductedOn }) => <span className="numeric">{deductedOn}</span>,
    },
    { key: 'state', title: t('column.state'), width: 100, render: (list) => <ListState list={list} /> },
    {
      key: 'deducted',
      title: t('column.deducted'),
      width: 110,
      align: 'end',
      render: ({ deducted }) => <Money fen={deducted} />,
    },
    {
      key: 'booked',
      title: t('column.booked'),
      width: 110,
      align: 'end',
      render: ({ booked }) => <Money fen={booked} />,
    },
    {
      key: 'received',
      title: t('column.received'),
      width: 110,
      align: 'end',
      render: ({ received }) => <Money fen={received} />,
    },
    {
      key: 'held',
      title: t('column.held'),
      width: 110,
      align: 'end',
      render: ({ held: open }) => <Money fen={open} />,
    },
  ]
  return (
    <div className={panel.fill}>
      <div className={panel.spread}>
        <p className={panel.quiet}>{t('intro')}</p>
        <div className={panel.bar}>
          <Button onClick={() => void navigate('/dues/disputes')}>{t('disputes')}</Button>
          <Button onClick={() => void navigate('/dues/deductions')}>{t('toFinance')}</Button>
        </div>
      </div>
      {error !== null && <ErrorNotice error={error} />}
      <FileDrop onFile={read} text={t('drop')} />
      {totals.data !== undefined && held > 0 && (
        <Alert
          type="info"
          showIcon
          title={t('held', { amount: formatYuan(totals.data.held) })}
          description={t('heldText')}
        />
      )}
      <Section title={t('lists')}>
        <div className={panel.gridArea}>
          <DataGrid<PayrollOverview, string>
            label={t('lists')}
            columns={columns}
            pages={pages}
            rowId={({ id }) => id}
            rowName={({ title }) => title}
            onOpen={({ id }) => void navigate(`/dues/payroll/${id}`)}
            empty={<EmptyState title={t('none')} text={t('noneText')} />}
          />
        </div>
      </Section>
      <ProgressDialog title={t('reading')} progress={progress} />
      {asked !== null && progress === null && (
        <ChooseSheets asked={asked} onRead={answer} onAgain={again} onClose={forget} />
      )}
    </div>
  )
}

/** Whether a list is posted and paid over, in a word. */
export function ListState({ list: { isPosted, held } }: { readonly list: PayrollOverview }) {
  const { t } = useTranslation('payroll')
  if (!isPosted) return <Tag color="warning">{t('state.draft')}</Tag>
  return held > 0 ? <Tag color="processing">{t('state.posted')}</Tag> : <Tag color="success">{t('state.received')}</Tag>
}
