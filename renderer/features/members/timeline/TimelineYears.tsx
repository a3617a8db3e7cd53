import { Tag } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { TimelineEntry, TimelineKind } from '../../../../shared/contract/member-timeline'
import type { MemberId } from '../../../../shared/model/id'
import { useAsOrigin } from '../../../components/use-origin'
import styles from './timeline.module.css'
import { useTimelineText } from './use-timeline-text'

interface TimelineYearsProps {
  readonly memberId: MemberId
  /** Latest first. */
  readonly entries: readonly TimelineEntry[]
  /** On paper entries open nothing. */
  readonly isPaper?: boolean
}

/** The entries of a timeline under the years they lie in. */
export function TimelineYears({ memberId, entries, isPaper = false }: TimelineYearsProps) {
  const { t } = useTranslation('timeline')
  const text = useTimelineText()
  const origin = useAsOrigin()
  const years = new Map<string | null, TimelineEntry[]>()
  for (const entry of entries) {
    const year = entry.on?.slice(0, 4) ?? null
    years.set(year, [...(years.get(year) ?? []), entry])
  }
  return [...years].map(([year, own]) => (
    <section key={year ?? ''} className={styles.year} aria-label={year ?? t('unknownYear')}>
      <h3>{year ?? t('unknownYear')}</h3>
      <ol>
        {own.map((entry) => {
          const path = isPaper ? null : pathOf(entry, memberId)
          return (
            <li key={`${entry.kind} ${entry.id}`}>
              <span className={`${styles.day} numeric`}>{dayText(entry)}</span>
              <Tag className={styles.kind ?? ''}>{t(`kind.${entry.kind}`)}</Tag>
              <span>
                {path === null ? (
                  text(entry)
                ) : (
                  <Link to={path} state={origin}>
                    {text(entry)}
                  </Link>
                )}
                {entry.until !== null && entry.on !== null && (
                  <span className={styles.until}>{t('range', { from: entry.on, until: entry.until })}</span>
                )}
              </span>
            </li>
          )
        })}
      </ol>
    </section>
  ))
}

/** As precise as it is known; the year alone stands in the heading. */
function dayText({ on, kind }: TimelineEntry): string {
  return on === null || kind === 'dues' || on.length === 4 ? '' : on.slice(5)
}

const tabs: Readonly<Partial<Record<TimelineKind, string>>> = {
  membership: 'events',
  post: 'posts',
  dues: 'dues',
  honour: 'honour',
}
const pages: Readonly<Partial<Record<TimelineKind, (id: string) => string>>> = {
  gift: (id) => `/care/gifts/${id}`,
  request: (id) => `/care/requests/${id}`,
  hardship: (id) => `/care/hardship/${id}`,
  service: () => '/care?tab=registers',
  delegate: () => '/officers?tab=delegates',
  team: () => '/officers?tab=team',
  article: () => '/officers?tab=articles',
}

function pathOf({ id, kind, refersTo }: TimelineEntry, memberId: MemberId): string | null {
  if (refersTo !== null) return `/activities/${refersTo}`
  const tab = tabs[kind]
  return tab === undefined ? (pages[kind]?.(id) ?? null) : `/members/${memberId}?tab=${tab}`
}
