import { useMutation, useQuery } from '@tanstack/react-query'
import { Alert, Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { useNavigate, useParams } from 'react-router'
import type { PostedHandOver } from '../../../../shared/contract/dues/hand-overs'
import { handOverIdSchema } from '../../../../shared/model/id'
import { capitalAmount } from '../../../../shared/rules/capital-amount'
import { sumOf } from '../../../../shared/rules/dues/ledger'
import { paidMonthsText } from '../../../../shared/rules/dues/paid-months'
import { api, client } from '../../../client'
import { ErrorNotice } from '../../../components/ErrorNotice'
import { Loading } from '../../../components/Loading'
import { PageHeader } from '../../../components/PageHeader'
import { ProgressDialog } from '../../../components/ProgressDialog'
import { useErrorToast } from '../../../components/use-error-toast'
import { useSave } from '../../../components/use-save'
import { useUndo } from '../../../components/use-undo'
import { formatYuan } from '../../../components/yuan'
import { useLanguage } from '../../../i18n/use-language'
import { PageSetup } from '../../reports/PageSetup'
import paper from '../../reports/paper.module.css'
import { PaperActions } from '../../reports/PaperActions'
import { pagesOf } from '../../reports/use-names'
import { usePrintReceipts } from '../receipts/receipts-state'
import styles from './hand-overs.module.css'
import { HandOverState } from './HandOverPanel'

const ROWS_A_PAGE = 20
const BACK = '/dues?tab=handOvers'

/** A posted hand-over as its slip 交款单, to print, save or take back. */
export function HandOverPage() {
  const { t } = useTranslation(['handOvers', 'common'])
  const { id: given } = useParams()
  const id = handOverIdSchema.parse(given)
  const posted = useQuery(api.dues.handOvers.get.queryOptions({ input: { id } }))
  if (posted.isPending) return <Loading />
  if (posted.isError) {
    return (
      <>
        <PageHeader backTo={BACK} title={t('slip.title')} />
        <ErrorNotice error={posted.error} onRetry={() => void posted.refetch()} />
      </>
    )
  }
  return <Posted posted={posted.data} />
}

function Posted({ posted }: { readonly posted: PostedHandOver }) {
  const { t } = useTranslation(['handOvers', 'common'])
  const navigate = useNavigate()
  const print = usePrintReceipts()
  const { askUndo, isUndoing } = useUndo()
  const [language] = useLanguage()
  const { save, progress, error } = useSave()
  const showError = useErrorToast()
  const { handOver } = posted
  const { id, batchId, collector, isUndone, receivedOn } = handOver
  const rows = posted.rows.filter(({ isReversed }) => !isReversed)
  const receipts = useMutation({
    mutationFn: () => client.dues.receipts.ofBatch({ batchId }),
    onSuccess: print,
    onError: showError,
  })
  const copy = useMutation({
    mutationFn: () => client.dues.handOvers.copy({ id }),
    onSuccess: (draft) => void navigate(`/dues/hand-overs/drafts/${draft.id}`),
    onError: showError,
  })

  const saveSlip = () =>
    save(
      (options) => client.dues.handOvers.exportSlip({ id, language }, options),
      ({ fileName }) => t('slip.exported', { name: fileName }),
    )

  const pages = pagesOf(rows, ROWS_A_PAGE)
  return (
    <>
      <div className="screen-only">
        <PageHeader
          backTo={BACK}
          title={
            <>
              {t('slip.page', { collector })} <HandOverState handOver={handOver} />
            </>
          }
          note={receivedOn}
          actions={
            isUndone ? (
              <Button type="primary" loading={copy.isPending} onClick={() => copy.mutate()}>
                {t('slip.copy')}
              </Button>
            ) : (
              <>
                <Button
                  danger
                  loading={isUndoing}
                  onClick={() => askUndo({ id: batchId, title: t('slip.undoTitle', { collector }) })}
                >
                  {t('slip.undo')}
                </Button>
                {rows.some(({ receipt }) => receipt !== null) && (
                  <Button loading={receipts.isPending} onClick={() => receipts.mutate()}>
                    {t('slip.printReceipts')}
                  </Button>
                )}
                <Button onClick={() => void saveSlip()}>{t('slip.export')}</Button>
                <PaperActions
                  paper="handOverSlip"
                  count={rows.length}
                  name={`${t('slip.title')}-${collector}-${receivedOn}`}
                  landscape={false}
                />
              </>
            )
          }
        />
        {isUndone && <Alert type="warning" showIcon title={t('slip.isUndone')} description={t('slip.isUndoneText')} />}
        {error !== null && <ErrorNotice error={error} />}
        <ProgressDialog title={t('slip.exporting')} progress={progress} />
      </div>
      {pages.map((page, index) => (
        <SlipPage
          key={index}
          posted={{ ...posted, rows: [...page] }}
          all={rows}
          before={index * ROWS_A_PAGE}
          isLast={index === pages.length - 1}
          foot={t('slip.pageOf', { page: index + 1, pages: pages.length })}
        />
      ))}
    </>
  )
}

interface SlipPageProps {
  /** With the rows of this page. */
  readonly posted: PostedHandOver
  readonly all: PostedHandOver['rows']
  /** Rows on the pages before. */
  readonly before: number
  readonly isLast: boolean
  readonly foot: string
}

function SlipPage({ posted: { unionName, handOver, rows }, all, before, isLast, foot }: SlipPageProps) {
  const { t } = useTranslation('handOvers')
  const [language] = useLanguage()
  const total = sumOf(all)
  return (
    <article className={`${paper.page} ${styles.slip}`} aria-label={t('slip.title')}>
      <PageSetup landscape={false} margin="0" />
      <p className={styles.union}>{unionName}</p>
      <h2 className={paper.title}>{t('slip.title')}</h2>
      <div className={styles.facts}>
        <span>{t('slip.collector', { collector: handOver.collector })}</span>
        <span>{t('slip.receivedOn', { day: handOver.receivedOn })}</span>
        <span>{t('slip.count', { count: all.length })}</span>
        <span>{t('slip.sum', { amount: formatYuan(total) })}</span>
      </div>
      <p>{t('slip.capitals', { amount: capitalAmount(total) })}</p>
      {handOver.note !== null && <p>{t('slip.note', { note: handOver.note })}</p>}
      <table className={`${paper.table} ${paper.list}`}>
        <thead>
          <tr>
            <th style={{ width: '12mm' }}>{t('column.number')}</th>
            <th style={{ width: '18mm' }}>{t('column.name')}</th>
            <th style={{ width: '28mm' }}>{t('column.department')}</th>
            <th>{t('column.months')}</th>
            <th style={{ width: '24mm' }}>{t('column.receipt')}</th>
            <th style={{ width: '20mm' }}>{t('column.amount')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={row.memberId}>
              <td className={paper.label}>{before + index + 1}</td>
              <td>{row.name}</td>
              <td>{row.department}</td>
              <td>{paidMonthsText(row, language)}</td>
              <td>{row.receipt}</td>
              <td className={paper.money}>{formatYuan(row.amount)}</td>
            </tr>
          ))}
          {isLast && (
            <tr>
              <td colSpan={5} className={paper.money}>
                {t('slip.sum', { amount: '' })}
              </td>
              <td className={paper.money}>{formatYuan(total)}</td>
            </tr>
          )}
        </tbody>
      </table>
      {isLast && (
        <div className={styles.signatures}>
          <span>{t('slip.handedBy')}</span>
          <span>{t('slip.receivedBy')}</span>
          <span>{t('slip.signedOn')}</span>
        </div>
      )}
      <p className={paper.foot}>{foot}</p>
    </article>
  )
}
