import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Deduction } from '../../../../shared/contract/dues/payroll'
import { dayOf, monthOf } from '../../../../shared/rules/date'
import { sumOf } from '../../../../shared/rules/dues/ledger'
import { monthsText as monthsOfSheet } from '../../../../shared/rules/dues/stated-months'
import { api, client } from '../../../client'
import { allRows } from '../../../components/data-grid'
import { EmptyState } from '../../../components/EmptyState'
import { ErrorNotice } from '../../../components/ErrorNotice'
import { Loading } from '../../../components/Loading'
import { Money } from '../../../components/Money'
import { PageHeader } from '../../../components/PageHeader'
import panel from '../../../components/panel.module.css'
import { ProgressDialog } from '../../../components/ProgressDialog'
import { useSave } from '../../../components/use-save'
import { formatYuan } from '../../../components/yuan'
import { useLanguage } from '../../../i18n/use-language'
import { PageSetup } from '../../reports/PageSetup'
import paper from '../../reports/paper.module.css'
import { PaperActions } from '../../reports/PaperActions'
import { pagesOf } from '../../reports/use-names'
import { MonthSelect } from './MonthSelect'
import styles from './payroll.module.css'
import { Signatures } from './Signatures'
import { useMonthsText } from './use-months-text'

/** Rows of a printed page. */
const ROWS_A_PAGE = 32

/** What the finance office is asked to deduct for months, as a workbook and on paper. */
export function DeductionPage() {
  const { t } = useTranslation('payroll')
  const monthsText = useMonthsText()
  const [language] = useLanguage()
  const [span, setSpan] = useState(() => {
    const month = monthOf(dayOf(new Date()))
    return { from: month, until: month }
  })
  const list = useQuery({
    queryKey: [...api.dues.payroll.deductions.key(), 'all', span],
    queryFn: async () => {
      const { unionName } = await client.dues.payroll.deductions({ ...span, offset: 0, limit: 1 })
      return { unionName, rows: await allRows((page) => client.dues.payroll.deductions({ ...span, ...page })) }
    },
  })
  const { save, progress, error } = useSave()
  const saveList = () =>
    save(
      (options) => client.dues.payroll.saveDeductions({ ...span, language }, options),
      ({ fileName }) => t('deductions.saved', { name: fileName }),
    )
  const rows = list.data?.rows ?? []
  const title = `${t('deductions.paper')} ${monthsText(span)}`
  return (
    <>
      <div className={`screen-only ${styles.head}`}>
        <PageHeader
          title={t('deductions.title')}
          note={t('deductions.intro')}
          backTo="/dues?tab=payroll"
          actions={
            rows.length > 0 && (
              <>
                <Button onClick={() => void saveList()}>{t('deductions.save')}</Button>
                <PaperActions paper="deductionList" count={rows.length} name={title} landscape={false} />
              </>
            )
          }
        />
        <div className={panel.spread}>
          <div className={panel.bar}>
            <span>{t('months.from')}</span>
            <MonthSelect
              aria-label={t('months.from')}
              value={span.from}
              onChange={(from) => setSpan({ from, until: from > span.until ? from : span.until })}
            />
            <span>{t('months.until')}</span>
            <MonthSelect
              aria-label={t('months.until')}
              value={span.until}
              onChange={(until) => setSpan({ from: until < span.from ? until : span.from, until })}
            />
          </div>
          {rows.length > 0 && (
            <p role="status">{t('deductions.sum', { count: rows.length, amount: formatYuan(sumOf(rows)) })}</p>
          )}
        </div>
        {error !== null && <ErrorNotice error={error} />}
        {list.isError && <ErrorNotice error={list.error} onRetry={() => void list.refetch()} />}
        {list.isPending && <Loading />}
        {list.data?.rows.length === 0 && <EmptyState title={t('deductions.none')} text={t('deductions.noneText')} />}
        <ProgressDialog title={t('deductions.saving')} progress={progress} />
      </div>
      {pagesOf(rows, ROWS_A_PAGE).map((page, index, all) => (
        <DeductionPaper
          key={index}
          unionName={list.data?.unionName ?? ''}
          months={monthsText(span)}
          rows={page}
          before={index * ROWS_A_PAGE}
          all={index === all.length - 1 ? rows : null}
          foot={`${index + 1} / ${all.length}`}
        />
      ))}
    </>
  )
}

interface DeductionPaperProps {
  readonly unionName: string
  readonly months: string
  readonly rows: readonly Deduction[]
  /** People on the pages before. */
  readonly before: number
  /** Everybody, on the last page, for the total. */
  readonly all: readonly Deduction[] | null
  readonly foot: string
}

function DeductionPaper({ unionName, months, rows, before, all, foot }: DeductionPaperProps) {
  const { t } = useTranslation('payroll')
  return (
    <article className={`${paper.page} ${styles.sheet}`} aria-label={t('deductions.paper')}>
      <PageSetup landscape={false} margin="0" />
      <h2 className={paper.title}>{t('deductions.paper')}</h2>
      <p>
        {unionName}　{months}
      </p>
      <table>
        <thead>
          <tr>
            <th>{t('deductions.number')}</th>
            <th>{t('deductions.staffNumber')}</th>
            <th>{t('deductions.name')}</th>
            <th>{t('deductions.department')}</th>
            <th>{t('deductions.months')}</th>
            <th>{t('deductions.amount')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={row.memberId}>
              <td>{before + index + 1}</td>
              <td>{row.staffNumber}</td>
              <td>{row.name}</td>
              <td>{row.department}</td>
              <td>{monthsOfSheet(row.months.map(({ month }) => month))}</td>
              <td className={styles.amount}>
                <Money fen={row.amount} />
              </td>
            </tr>
          ))}
          {all !== null && (
            <tr>
              <td colSpan={5}>
                {t('deductions.total')}　{t('deductions.sum', { count: all.length, amount: formatYuan(sumOf(all)) })}
              </td>
              <td className={styles.amount}>
                <Money fen={sumOf(all)} />
              </td>
            </tr>
          )}
        </tbody>
      </table>
      {all !== null && <Signatures />}
      <p className={paper.foot}>{foot}</p>
    </article>
  )
}
