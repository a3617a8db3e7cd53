import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { HistoryEntry } from '../../../shared/contract/members'
import type { MemberId } from '../../../shared/model/id'
import { memberFieldDeclarations } from '../../../shared/model/member'
import { LOCAL_ACTOR } from '../../../shared/sync/change'
import { api } from '../../client'
import { EmptyState } from '../../components/EmptyState'
import { ErrorNotice } from '../../components/ErrorNotice'
import { Loading } from '../../components/Loading'
import { useDates } from '../../components/use-dates'
import { usePlacesText } from '../batches/use-places-text'
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

const screenOrder = Object.keys(memberFieldDeclarations)

/** Member fields in the order in which other pages show them; what belongs to other tables stays as it came. */
function inScreenOrder(changes: HistoryEntry['changes']): HistoryEntry['changes'] {
  return [...changes].sort((a, b) => screenOrder.indexOf(a.field) - screenOrder.indexOf(b.field))
}

function Entry({ entry }: { readonly entry: HistoryEntry }) {
  const { t } = useTranslation(['members', 'batches', 'common'])
  const dates = useDates()
  const placesText = usePlacesText()
  const texts = useHistoryTexts()
  return (
    <>
      <p className={styles.head}>
        <span className={`${styles.time} numeric`}>{dates.moment(entry.at)}</span>
        <strong>{texts.act(entry.table, entry.operation)}</strong>
        {entry.batch !== null && (
          <span>{t('byBatch', { act: t(`batches:kind.${entry.batch.kind}`), title: entry.batch.title })}</span>
        )}
        {entry.places.length > 0 && <span>{placesText(entry.places)}</span>}
        <span className={styles.actor}>{entry.actor === LOCAL_ACTOR ? t('thisPc') : entry.actor}</span>
      </p>
      <dl className={styles.changes}>
        {inScreenOrder(entry.changes).map(({ field, before, after }) => {
          const name = texts.fieldName(entry.table, field)
          if (name === null) return null
          return (
            <div key={field}>
              <dt>{name}</dt>
              <dd>
                {before !== null && (
                  <>
                    <del>{texts.value(entry.table, field, before)}</del>
                    <span aria-hidden="true">{' → '}</span>
                  </>
                )}
                {after === null ? t('common:empty') : <ins>{texts.value(entry.table, field, after)}</ins>}
              </dd>
            </div>
          )
        })}
      </dl>
    </>
  )
}
