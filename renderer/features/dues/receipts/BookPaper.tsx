import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import type { DuesReceipt } from '../../../../shared/model/receipt'
import { paidMonthsText } from '../../../../shared/rules/dues/paid-months'
import { receiptNumber } from '../../../../shared/rules/dues/receipt-number'
import { api } from '../../../client'
import { EmptyState } from '../../../components/EmptyState'
import { ErrorNotice } from '../../../components/ErrorNotice'
import { Loading } from '../../../components/Loading'
import { PageHeader } from '../../../components/PageHeader'
import { formatYuan } from '../../../components/yuan'
import { useLanguage } from '../../../i18n/use-language'
import { PageSetup } from '../../reports/PageSetup'
import paper from '../../reports/paper.module.css'
import { PaperActions } from '../../reports/PaperActions'
import { pagesOf } from '../../reports/use-names'
import styles from './receipts.module.css'

const ROWS_A_PAGE = 25

/** A year of the receipt book on paper. */
export function BookPaper() {
  const { t } = useTranslation('receipts')
  const { year = '' } = useParams()
  const book = useQuery(api.dues.receipts.wholeBook.queryOptions({ input: { series: year } }))
  if (book.isError) return <ErrorNotice error={book.error} onRetry={() => void book.refetch()} />
  if (book.isPending) return <Loading />
  const { unionName, receipts, figures } = book.data
  const title = t('bookPaper.title', { year })
  const pages = pagesOf(receipts, ROWS_A_PAGE)
  return (
    <>
      <div className="screen-only">
        <PageHeader
          backTo="/dues?tab=receipts"
          title={title}
          actions={
            receipts.length > 0 && (
              <PaperActions paper="receiptBook" count={receipts.length} name={title} landscape={false} />
            )
          }
        />
        {receipts.length === 0 && <EmptyState title={t('book.none', { year })} />}
      </div>
      {pages.map((page, index) => (
        <article key={index} className={`${paper.page} ${styles.book}`} aria-label={title}>
          <PageSetup landscape={false} margin="0" />
          <h2 className={paper.title}>{title}</h2>
          <div className={styles.line}>
            <span>{unionName}</span>
            <span>{figures !== null && t('gapless', { last: figures.last, count: figures.voided })}</span>
          </div>
          <BookTable receipts={page} />
          {figures !== null && index === pages.length - 1 && (
            <p className={styles.bookSum}>
              {t('validSum', { count: figures.last - figures.voided, amount: formatYuan(figures.amount) })}
            </p>
          )}
          <p className={paper.foot}>{t('bookPaper.page', { page: index + 1, pages: pages.length })}</p>
        </article>
      ))}
    </>
  )
}

function BookTable({ receipts }: { readonly receipts: readonly DuesReceipt[] }) {
  const { t } = useTranslation(['receipts', 'fields'])
  const [language] = useLanguage()
  return (
    <table className={`${paper.table} ${paper.list}`}>
      <thead>
        <tr>
          <th style={{ width: '23mm' }}>{t('column.number')}</th>
          <th style={{ width: '18mm' }}>{t('column.issuedOn')}</th>
          <th style={{ width: '15mm' }}>{t('column.payer')}</th>
          <th>{t('column.months')}</th>
          <th style={{ width: '14mm' }}>{t('column.method')}</th>
          <th style={{ width: '18mm' }}>{t('column.amount')}</th>
          <th style={{ width: '24mm' }}>{t('column.remark')}</th>
        </tr>
      </thead>
      <tbody>
        {receipts.map((receipt) => {
          const isVoided = receipt.voidedOn !== null
          return (
            <tr key={receipt.id}>
              <td className={isVoided ? styles.struck : undefined}>{receiptNumber(receipt)}</td>
              <td>{receipt.issuedOn}</td>
              <td>{receipt.payer}</td>
              <td>{paidMonthsText(receipt, language)}</td>
              <td>{t(`fields:method.${receipt.method}`)}</td>
              <td className={`${paper.money} ${isVoided ? styles.struck : ''}`}>{formatYuan(receipt.amount)}</td>
              <td>{isVoided && t('bookPaper.voided', { reason: receipt.voidReason ?? t('takenBack') })}</td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
