import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { MemberLedger } from '../../../../shared/contract/dues/payments'
import type { MemberId } from '../../../../shared/model/id'
import { fenSchema } from '../../../../shared/model/money'
import { dayOf } from '../../../../shared/rules/date'
import { allocate } from '../../../../shared/rules/dues/allocation'
import { opposite, sumOf } from '../../../../shared/rules/dues/ledger'
import { api } from '../../../client'
import { ErrorNotice } from '../../../components/ErrorNotice'
import { Loading } from '../../../components/Loading'
import { Money } from '../../../components/Money'
import { PageHeader } from '../../../components/PageHeader'
import { useDates } from '../../../components/use-dates'
import { useMemberId } from '../../members/use-member-id'
import { PageSetup } from '../../reports/PageSetup'
import paper from '../../reports/paper.module.css'
import { PaperActions } from '../../reports/PaperActions'
import { useUnionName } from '../../reports/use-union-name'
import { SentenceText } from '../arrears/DuesSentence'
import styles from './statement.module.css'
import { useLedgerTexts } from './use-ledger-texts'

/** A member's statement of dues 会费明细 on paper. */
export function StatementPage() {
  const { t } = useTranslation('payments')
  const memberId = useMemberId()
  const unionName = useUnionName()
  const ledger = useQuery(api.dues.payments.ledger.queryOptions({ input: { memberId } }))
  if (ledger.isError) return <ErrorNotice error={ledger.error} onRetry={() => void ledger.refetch()} />
  if (ledger.isPending) return <Loading />
  const { name } = ledger.data
  return (
    <>
      <div className="screen-only">
        <PageHeader
          backTo={`/members/${memberId}?tab=dues`}
          title={t('statement.title')}
          note={t('statement.note')}
          actions={
            <PaperActions paper="duesStatement" count={1} name={`${t('statement.title')}-${name}`} landscape={false} />
          }
        />
      </div>
      <Statement memberId={memberId} ledger={ledger.data} unionName={unionName} />
    </>
  )
}

interface StatementProps {
  readonly memberId: MemberId
  readonly ledger: MemberLedger
  readonly unionName: string
}

function Statement({ memberId, ledger, unionName }: StatementProps) {
  const { t } = useTranslation('payments')
  const dates = useDates()
  const texts = useLedgerTexts()
  const allocation = allocate(ledger.entries)
  const { months } = allocation
  const total = (name: 'charged' | 'waived' | 'paid' | 'open') =>
    fenSchema.parse(months.reduce((sum, month) => sum + month[name], 0))
  return (
    <article className={`${paper.page} ${paper.running} ${styles.paper}`} aria-label={t('statement.title')}>
      <PageSetup landscape={false} margin="14mm 16mm" />
      <h2 className={paper.title}>{t('statement.title')}</h2>
      <p className={paper.head}>
        <span>{unionName}</span>
        <span>{t('statement.name', { name: ledger.name })}</span>
        <span>{t('statement.asOf', { day: dayOf(new Date()) })}</span>
      </p>
      <p>
        <strong>
          <SentenceText memberId={memberId} />
        </strong>
      </p>
      <h3>{t('statement.monthsTitle')}</h3>
      <table>
        <thead>
          <tr>
            {(['month', 'charged', 'waived', 'paid', 'open'] as const).map((name) => (
              <th key={name}>{t(`statement.${name}`)}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {months.map((month) => (
            <tr key={month.month}>
              <td>{dates.month(month.month)}</td>
              <td className={styles.amount}>
                <Money fen={month.charged} />
              </td>
              <td className={styles.amount}>{month.waived > 0 && <Money fen={month.waived} />}</td>
              <td className={styles.amount}>
                <Money fen={month.paid} />
              </td>
              <td className={styles.amount}>{month.open > 0 && <Money fen={month.open} />}</td>
            </tr>
          ))}
          <tr className={styles.total}>
            <td>{t('statement.total')}</td>
            {(['charged', 'waived', 'paid', 'open'] as const).map((name) => (
              <td key={name} className={styles.amount}>
                <Money fen={total(name)} />
              </td>
            ))}
          </tr>
        </tbody>
      </table>
      <h3>{t('statement.entriesTitle')}</h3>
      <table>
        <thead>
          <tr>
            {(['recordedAt', 'what', 'paidOn', 'charged', 'paid', 'balance', 'note'] as const).map((name) => (
              <th key={name}>{t(`ledger.${name}`)}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {ledger.entries.map((line) => (
            <tr key={line.id}>
              <td>{dates.moment(line.recordedAt).slice(0, 10)}</td>
              <td>{texts.what(line, ledger.entries)}</td>
              <td>{line.paidOn}</td>
              <td className={styles.amount}>{line.month !== null && <Money fen={line.amount} />}</td>
              <td className={styles.amount}>{line.month === null && <Money fen={opposite(line.amount)} />}</td>
              <td className={styles.amount}>
                <Money fen={line.balance} />
              </td>
              <td>{line.note}</td>
            </tr>
          ))}
          <tr className={styles.total}>
            <td colSpan={3}>{t('statement.total')}</td>
            <td className={styles.amount}>
              <Money fen={sumOf(ledger.entries.filter(({ month }) => month !== null))} />
            </td>
            <td className={styles.amount}>
              <Money fen={opposite(sumOf(ledger.entries.filter(({ month }) => month === null)))} />
            </td>
            <td className={styles.amount}>
              <Money fen={ledger.balance} />
            </td>
            <td />
          </tr>
        </tbody>
      </table>
      <p className={paper.signed}>{t('statement.sign')}</p>
    </article>
  )
}
