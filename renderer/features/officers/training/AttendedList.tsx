import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { client } from '../../../client'
import panel from '../../../components/panel.module.css'

type Attended = Awaited<ReturnType<typeof client.officers.training.attended>>

/** Activities that somebody attended, each leading to its page. */
export function AttendedList({ attended }: { readonly attended: Attended }) {
  const { t } = useTranslation('officers')
  return (
    <ul>
      {attended.map(({ activityId, title, startsOn, hours }) => (
        <li key={activityId} className={panel.bar}>
          <span className="numeric">{startsOn}</span>
          <Link to={`/activities/${activityId}`}>{title}</Link>
          {hours !== null && <span className={panel.quiet}>{t('hoursOf', { count: hours })}</span>}
        </li>
      ))}
    </ul>
  )
}
