import { useQuery, skipToken } from '@tanstack/react-query'
import { Segmented } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { RECEIPTS_MAX } from '../../../../shared/contract/dues/receipts'
import type { DuesReceipt } from '../../../../shared/model/receipt'
import { capitalAmount } from '../../../../shared/rules/capital-amount'
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
import { useReceiptIds } from './receipts-state'
import styles from './receipts.module.css'

const RECEIPTS_A_PAGE = 3

/** Receipts as they are printed: stub and receipt beside each other, three to a page. */
export function ReceiptPaper() {
  const { t } = useTranslation('receipts')
  const all = useReceiptIds()
  const portions = pagesOf(all, RECEIPTS_MAX)
  const [portion, setPortion] = useState(0)
  const ids = portions[portion] ?? []
  const papers = useQuery(
    api.dues.receipts.papers.queryOptions({ input: ids.length === 0 ? skipToken : { ids: [...ids] } }),
  )
  if (ids.length === 0) {
    return (
      <>
        <PageHeader backTo="/dues?tab=receipts" title={t('paper.page')} />
        <EmptyState title={t('paper.none')} text={t('paper.noneText')} />
      </>
    )
  }
  if (papers.isError) return <ErrorNotice error={papers.error} onRetry={() => void papers.refetch()} />
  if (papers.isPending) return <Loading />
  const { unionName, receipts } = papers.data
  const [first] = receipts
  return (
    <>
      <div className="screen-only">
        <PageHeader
          backTo="/dues?tab=receipts"
          title={t('paper.page')}
          note={t('paper.note', { count: all.length })}
          actions={
            first !== undefined && (
              <PaperActions
                paper="receipt"
                count={receipts.length}
                name={`${t('paper.title')}-${receiptNumber(first)}`}
                landscape={false}
              />
            )
          }
        />
        {portions.length > 1 && (
          <Segmented
            aria-label={t('paper.portion')}
            value={portion}
            onChange={setPortion}
            options={portions.map((one, index) => ({
              value: index,
              label: t('paper.portionName', {
                from: index * RECEIPTS_MAX + 1,
                until: index * RECEIPTS_MAX + one.length,
              }),
            }))}
          />
        )}
      </div>
      {pagesOf(receipts, RECEIPTS_A_PAGE).map((page, index) => (
        <article key={index} className={`${paper.page} ${styles.sheet}`} aria-label={t('paper.page')}>
          <PageSetup landscape={false} margin="0" />
          {page.map((receipt) => (
            <Receipt key={receipt.id} receipt={receipt} unionName={unionName} />
          ))}
        </article>
      ))}
    </>
  )
}

function Receipt({ receipt, unionName }: { readonly receipt: DuesReceipt; readonly unionName: string }) {
  const { t } = useTranslation(['receipts', 'fields'])
  const [language] = useLanguage()
  const { amount, issuedOn, issuer, method, paidOn, payer, voidedOn } = receipt
  const number = receiptNumber(receipt)
  const months = paidMonthsText(receipt, language)
  const facts = [
    { name: t('paper.payer'), value: payer },
    { name: t('paper.for'), value: months },
    { name: t('paper.amount'), value: formatYuan(amount) },
    { name: t('column.method'), value: t(`fields:method.${method}`) },
    { name: t('column.paidOn'), value: paidOn },
    { name: t('column.issuedOn'), value: issuedOn },
    { name: t('issuer'), value: issuer ?? '' },
  ]
  return (
    <section className={styles.receipt} aria-label={number}>
      <div className={styles.stub}>
        <p className={styles.part}>{t('paper.stub')}</p>
        <p className={styles.number}>{t('paper.number', { number })}</p>
        <dl className={styles.facts}>
          {facts.map(({ name, value }) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
        {voidedOn !== null && <VoidMark />}
      </div>
      <div className={styles.given}>
        <p className={styles.union}>{unionName}</p>
        <h2 className={styles.title}>{t('paper.title')}</h2>
        <div className={styles.line}>
          <span>{t('paper.issuedOn', { day: issuedOn })}</span>
          <span className={styles.number}>{t('paper.number', { number })}</span>
        </div>
        <table className={styles.body}>
          <tbody>
            <tr>
              <th scope="row">{t('paper.payer')}</th>
              <td>{payer}</td>
              <th scope="row">{t('column.method')}</th>
              <td>{t(`fields:method.${method}`)}</td>
            </tr>
            <tr>
              <th scope="row">{t('paper.for')}</th>
              <td colSpan={3}>{t('paper.dues', { months })}</td>
            </tr>
            <tr>
              <th scope="row">{t('paper.capitals')}</th>
              <td colSpan={2}>{t('paper.capitalAmount', { amount: capitalAmount(amount) })}</td>
              <td className={styles.sum}>{formatYuan(amount)}</td>
            </tr>
          </tbody>
        </table>
        <div className={styles.signatures}>
          <span>{t('paper.stamp')}</span>
          <span>{t('paper.issuedBy', { issuer: issuer ?? '' })}</span>
          <span>{t('paper.paidBy')}</span>
        </div>
        <p className={styles.part}>{t('paper.forPayer')}</p>
        {voidedOn !== null && <VoidMark />}
      </div>
    </section>
  )
}

/** Printed across what is void. */
function VoidMark() {
  const { t } = useTranslation('receipts')
  return <strong className={styles.void}>{t('state.voided')}</strong>
}
