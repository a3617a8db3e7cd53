import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Activity } from '../../../../shared/model/activity'
import { dayOf } from '../../../../shared/rules/date'
import { api } from '../../../client'
import { Money } from '../../../components/Money'
import panel from '../../../components/panel.module.css'
import { Section } from '../../../components/Section'
import { formatYuan, yuanText } from '../../../components/yuan'
import styles from '../funds.module.css'
import { newEntryDraft, type EntryDraft } from './entry-draft'
import { EntryDialog } from './EntryDialog'

/** What was spent for an activity, entry by entry; more is booked from here. */
export function ActivitySpending({ activity }: { readonly activity: Activity }) {
  const { t } = useTranslation('funds')
  const [draft, setDraft] = useState<EntryDraft | null>(null)
  const spending = useQuery(api.funds.book.ofActivity.queryOptions({ input: { activityId: activity.id } }))
  if (!spending.isSuccess) return null
  const { spent, entries } = spending.data

  function book() {
    const amount = activity.cost === null || spent > 0 ? '' : yuanText(activity.cost)
    setDraft(
      newEntryDraft('funds', dayOf(new Date()), {
        activityId: activity.id,
        category: '职工活动支出',
        summary: activity.title,
        amount,
      }),
    )
  }

  return (
    <Section
      title={entries.length === 0 ? t('activity.none') : t('activity.spent', { amount: formatYuan(spent) })}
      action={<Button onClick={book}>{t('activity.book')}</Button>}
    >
      {entries.length > 0 && (
        <ul className={styles.files}>
          {entries.map((entry) => (
            <li key={entry.id} className={panel.bar}>
              <span>{entry.on}</span>
              <Link to={`/funds/entries/${entry.id}`}>{entry.summary}</Link>
              <span className={panel.quiet}>{t(`account.${entry.account}`)}</span>
              <Money fen={entry.amount} />
            </li>
          ))}
        </ul>
      )}
      {draft !== null && <EntryDialog initial={draft} onClose={() => setDraft(null)} />}
    </Section>
  )
}
