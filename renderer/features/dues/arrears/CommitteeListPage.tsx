import { useTranslation } from 'react-i18next'
import type { ArrearsNotice } from '../../../../shared/contract/dues/arrears'
import { sumOf } from '../../../../shared/rules/dues/ledger'
import { PageSetup } from '../../reports/PageSetup'
import paper from '../../reports/paper.module.css'
import type { SheetProps } from './NoticeSheets'
import styles from './notices.module.css'
import { useSentence } from './use-sentence'

interface CommitteeListPageProps extends SheetProps {
  readonly notices: readonly ArrearsNotice[]
  /** Members on the pages before. */
  readonly before: number
  /** Everybody on the list. */
  readonly all: readonly ArrearsNotice[]
  readonly isLast: boolean
}

/** The list of members in long arrears for group and committee 欠缴会费会员名单, with what was done and the charter's condition. */
export function CommitteeListPage({ notices, before, all, isLast, unionName, today }: CommitteeListPageProps) {
  const { t } = useTranslation(['arrears', 'fields'])
  const { months: monthsText, amount } = useSentence(today)

  function stepOn({ steps }: ArrearsNotice, kind: 'reminder' | 'notice' | 'talk') {
    return steps.findLast((step) => step.kind === kind)
  }

  function talkOf(notice: ArrearsNotice): string {
    const talk = stepOn(notice, 'talk')
    return talk === undefined ? '' : [talk.on, talk.by, talk.reason].filter((text) => text !== null).join(' ')
  }

  return (
    <article className={`${paper.page} ${paper.landscape} ${styles.list}`} aria-label={t('paper.committeeList')}>
      <PageSetup landscape margin="0" />
      <h2 className={paper.title}>{t('paper.committeeList')}</h2>
      <p className={styles.spread}>
        <span>{unionName}</span>
        <span>{today}</span>
      </p>
      <p>{t('paper.listText')}</p>
      <table className={paper.table}>
        <thead>
          <tr>
            <th style={{ width: '10mm' }}>{t('paper.number')}</th>
            <th style={{ width: '18mm' }}>{t('fields:member.name')}</th>
            <th style={{ width: '30mm' }}>{t('fields:member.department')}</th>
            <th style={{ width: '28mm' }}>{t('column.since')}</th>
            <th style={{ width: '16mm' }}>{t('column.row')}</th>
            <th style={{ width: '22mm' }}>{t('column.amount')}</th>
            <th style={{ width: '20mm' }}>{t('step.reminder')}</th>
            <th style={{ width: '20mm' }}>{t('paper.noticed')}</th>
            <th>{t('paper.talked')}</th>
            <th style={{ width: '18mm' }}>{t('paper.activities')}</th>
            <th style={{ width: '24mm' }}>{t('paper.resolution')}</th>
          </tr>
        </thead>
        <tbody>
          {notices.map((notice, place) => (
            <tr key={notice.memberId}>
              <td className={paper.label}>{before + place + 1}</td>
              <td>{notice.name}</td>
              <td>{[notice.department, notice.unionGroup].filter((text) => text !== null).join(' ')}</td>
              <td>{monthsText(notice.months.map(({ month }) => month))}</td>
              <td className={paper.label}>{notice.row}</td>
              <td className={styles.amount}>{amount(notice.owed)}</td>
              <td>{stepOn(notice, 'reminder')?.on}</td>
              <td>{stepOn(notice, 'notice')?.on}</td>
              <td>{talkOf(notice)}</td>
              <td className={paper.label}>{t('paper.times', { count: notice.activities })}</td>
              <td />
            </tr>
          ))}
          {isLast && (
            <tr>
              <td className={paper.label} colSpan={5}>
                {t('paper.sum')}
              </td>
              <td className={styles.amount}>{amount(sumOf(all.map(({ owed }) => ({ amount: owed }))))}</td>
              <td colSpan={5} />
            </tr>
          )}
        </tbody>
      </table>
      {isLast && (
        <>
          <p className={paper.small}>{t('charter.text')}</p>
          <p className={styles.signatures}>{t('paper.signatures')}</p>
        </>
      )}
    </article>
  )
}
