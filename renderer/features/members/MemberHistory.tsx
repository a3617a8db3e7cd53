import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { HistoryEntry } from '../../../shared/contract/members'
import type { MemberId } from '../../../shared/model/id'
import { LOCAL_ACTOR } from '../../../shared/sync/change'
import { api } from '../../client'
import { EmptyState } from '../../components/EmptyState'
import { ErrorNotice } from '../../components/ErrorNotice'
import { Loading } from '../../components/Loading'
import { useDates } from '../../components/use-dates'
import { usePlacesText } from '../batches/use-places-text'
import { ChangeList } from './ChangeList'
import styles from './MemberHistory.module.css'
import { useHistoryTexts } from './use-history-texts'

/** Every change of a member's record in plain words, newest first. */
export function MemberHistory({ id }: { readonly id: MemberId }) {
  const { t } = useTranslation('members')
  const history = useQuery(api.members.history.queryOptions({ input: { id } }))
  if (history.isPending) return <Loading />
  if (history.isError) return <ErrorNotice error={history.error} onRetry={() => void history.refetch()} />
  if (history.data.length === 0) return <EmptyState title={t('noHistory')} />
  return (
    <ol className={styles.entries}>
      {history.data.map((entry) => (
        <li key={entry.id}>
          <Entry entry={entry} />
        </li>
      ))}
    </ol>
  )
}

function Entry({ entry }: { readonly entry: HistoryEntry }) {
  const { t } = useTranslation(['members', 'batches'])
  const dates = useDates()
  const placesText = usePlacesText()
  const texts = useHistoryTexts()
  return (
    <>
      <p className={styles.head}>
        <span className={`${styles.time} numeric`}>{dates.moment(entry.at)}</span>
        <strong>{texts.act(entry.table, entry.operation)}</strong>
        {entry.batch !== null && (
          <Link to={`/log/${entry.batch.id}`}>
            {t('byBatch', { act: t(`batches:kind.${entry.batch.kind}`), title: entry.batch.title })}
          </Link>
        )}
        {entry.places.length > 0 && <span>{placesText(entry.places)}</span>}
        <span className={styles.actor}>{t(entry.actor === LOCAL_ACTOR ? 'thisPc' : 'unionAbove')}</span>
      </p>
      <ChangeList table={entry.table} changes={entry.changes} />
    </>
  )
}
