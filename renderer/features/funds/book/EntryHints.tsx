import { skipToken, useQuery } from '@tanstack/react-query'
import { Alert } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Fen } from '../../../../shared/model/money'
import { dayOf } from '../../../../shared/rules/date'
import { isPaidFromDuesFirst } from '../../../../shared/rules/funds/dues-first'
import { api } from '../../../client'
import { formatYuan, parseYuan } from '../../../components/yuan'
import styles from '../funds.module.css'
import type { EntryDraft } from './entry-draft'

interface EntryHintsProps {
  readonly draft: EntryDraft
  /** Of the account at the end of the year; null while it is not known. */
  readonly balance: Fen | null
}

/** What to think of before a spending is booked; nothing of it holds the entry back. */
export function EntryHints({ draft, balance }: EntryHintsProps) {
  const { t } = useTranslation('funds')
  const { account, direction, activityId, summary } = draft
  const activity = useQuery(
    api.activities.plan.get.queryOptions({ input: activityId === null ? skipToken : { id: activityId } }),
  )
  const dues = useQuery(
    api.funds.book.summary.queryOptions({ input: { account: 'dues', year: dayOf(new Date()).slice(0, 4) } }),
  )
  if (direction !== 'spending') return null
  const amount = parseYuan(draft.amount)
  const duesBalance = dues.data?.balance ?? 0
  const isForDues = account === 'funds' && isPaidFromDuesFirst(summary, activity.data?.type ?? null)
  return (
    <div className={styles.hints}>
      {isForDues && dues.data !== undefined && duesBalance > 0 && (
        <Alert type="info" showIcon title={t('entry.duesFirst', { balance: formatYuan(dues.data.balance) })} />
      )}
      {balance !== null && amount !== null && amount > balance && (
        <Alert
          type="warning"
          showIcon
          title={t('entry.overdrawn', { account: t(`account.${account}`), balance: formatYuan(balance) })}
        />
      )}
    </div>
  )
}
