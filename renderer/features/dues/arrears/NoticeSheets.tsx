import { useTranslation } from 'react-i18next'
import type { ArrearsNotice } from '../../../../shared/contract/dues/arrears'
import type { Day } from '../../../../shared/model/date'
import { PageSetup } from '../../reports/PageSetup'
import paper from '../../reports/paper.module.css'
import type { NoticeSettings } from './notice-settings'
import styles from './notices.module.css'
import { useSentence } from './use-sentence'

export const SLIPS_A_PAGE = 4

export interface SheetProps {
  readonly unionName: string
  readonly today: Day
  readonly settings: Omit<NoticeSettings, 'until'> & { readonly until: Day | null }
}

/** Reminder slips 会费提醒, several to a page to be cut apart. */
export function ReminderSheet({ notices, ...sheet }: SheetProps & { readonly notices: readonly ArrearsNotice[] }) {
  const { t } = useTranslation('arrears')
  const { whole, amount } = useSentence(sheet.today)
  return (
    <article className={`${paper.page ?? ''} ${styles.slips ?? ''}`} aria-label={t('paper.reminder')}>
      <PageSetup landscape={false} margin="0" />
      {notices.map(({ memberId, name, department, unionGroup, sentence, owed }) => (
        <div key={memberId} className={styles.slip}>
          <h3>{t('paper.reminder')}</h3>
          <p className={styles.place}>
            {t('paper.place', { department: department ?? '', unionGroup: unionGroup ?? '' })}
          </p>
          <p>{t('paper.to', { name })}</p>
          <p className={styles.indent}>{t('paper.slipText', { sentence: whole(sentence) })}</p>
          <p className={styles.indent}>
            <strong>{t('paper.owed', { amount: amount(owed) })}</strong> <WhereToPay {...sheet} />
          </p>
          <p className={paper.small}>{t('paper.asOf', { day: sheet.today })}</p>
          <p className={styles.from}>
            {sheet.unionName} {sheet.today}
          </p>
        </div>
      ))}
    </article>
  )
}

/** A notice of arrears 催缴通知, a page a member. */
export function NoticeSheet({ notice, ...sheet }: SheetProps & { readonly notice: ArrearsNotice }) {
  const { t } = useTranslation('arrears')
  const { whole, amount, wholeMonth } = useSentence(sheet.today)
  const { name, department, unionGroup, sentence, months, owed } = notice
  return (
    <article className={`${paper.page ?? ''} ${styles.notice ?? ''}`} aria-label={`${t('paper.notice')} ${name}`}>
      <PageSetup landscape={false} margin="0" />
      <h2 className={paper.title}>{t('paper.notice')}</h2>
      <p className={styles.place}>{t('paper.place', { department: department ?? '', unionGroup: unionGroup ?? '' })}</p>
      <p>{t('paper.to', { name })}</p>
      <p className={styles.indent}>{t('paper.noticeText', { sentence: whole(sentence) })}</p>
      <table className={paper.table}>
        <thead>
          <tr>
            <th>{t('column.month')}</th>
            <th>{t('paper.charge')}</th>
            <th>{t('paper.open')}</th>
          </tr>
        </thead>
        <tbody>
          {months.map(({ month, charged, open }) => (
            <tr key={month}>
              <td className={paper.label}>{wholeMonth(month)}</td>
              <td className={styles.amount}>{amount(charged)}</td>
              <td className={styles.amount}>{amount(open)}</td>
            </tr>
          ))}
          <tr>
            <td className={paper.label} colSpan={2}>
              {t('paper.sum')}
            </td>
            <td className={styles.amount}>
              <strong>{amount(owed)}</strong>
            </td>
          </tr>
        </tbody>
      </table>
      <p className={styles.indent}>
        <WhereToPay {...sheet} />
      </p>
      <p className={styles.indent}>{t('paper.reply')}</p>
      <p className={styles.indent}>{t('paper.asOf', { day: sheet.today })}</p>
      <p className={styles.from}>{sheet.unionName}</p>
      <p className={styles.from}>{sheet.today}</p>
    </article>
  )
}

/** Where, until when and to whom to pay, as far as it was entered. */
function WhereToPay({ settings: { where, clerk, until } }: SheetProps) {
  const { t } = useTranslation('arrears')
  const place = where.trim() === '' ? t('paper.office') : where.trim()
  return (
    <>
      {until === null ? t('paper.please', { where: place }) : t('paper.pleaseUntil', { day: until, where: place })}
      {clerk.trim() !== '' && ` ${t('paper.contact', { clerk: clerk.trim() })}`}
    </>
  )
}
