import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Due } from '../../../shared/contract/insights/calendar'
import { duePeopleSchema, type DueKind } from '../../../shared/model/insights'
import { useDates } from '../../components/use-dates'
import { FigureLink } from './FigureLink'
import styles from './insights.module.css'

/** The page where what comes due is dealt with. */
function pathOf(kind: DueKind, id: string | null): string | null {
  switch (kind) {
    case 'activity':
      return `/activities/${id ?? ''}`
    case 'request':
      return `/care/requests/${id ?? ''}`
    case 'election':
      return '/officers?tab=committees'
    case 'contract':
      return '/officers?tab=providers'
    case 'hardshipReview':
      return '/care?tab=hardship'
    case 'cover':
    case 'checkup':
      return '/care?tab=registers'
    case 'exemption':
      return '/dues?tab=exemptions'
    case 'closing':
      return '/funds?tab=closing'
    case 'charge':
      return '/dues'
    case 'birthday':
      return '/care'
    case 'retirement':
    case 'idDocument':
      return null
  }
}

interface DueTableProps {
  readonly due: readonly Due[]
  /** Whether what it leads to can be opened; on paper it cannot. */
  readonly links: boolean
}

/** What comes due, line by line. */
export function DueTable({ due, links }: DueTableProps) {
  const { t } = useTranslation('insights')
  const dates = useDates()

  function what({ kind, month, title, people, committee, id }: Due) {
    const name =
      committee === null
        ? title
        : t('calendar.term', { title: title ?? '', kind: t(`calendar.${committee.kind}`), term: committee.term })
    const count = people === null ? null : t('peopleCount', { count: people })
    const path = pathOf(kind, id)
    const listed = duePeopleSchema.safeParse(kind)
    return (
      <>
        {links && path !== null && people === null ? <Link to={path}>{name ?? t(`due.${kind}`)}</Link> : name}
        {count !== null &&
          (links && listed.success ? (
            <FigureLink
              filter={{ of: 'due', kind: listed.data, month }}
              title={t('listOf', { group: dates.month(month), what: t(`due.${kind}`) })}
            >
              {count}
            </FigureLink>
          ) : (
            count
          ))}
        {links && path !== null && people !== null && (
          <>
            {' '}
            <Link to={path}>{t('calendar.go')}</Link>
          </>
        )}
      </>
    )
  }

  return (
    <table>
      <thead>
        <tr>
          <th style={{ width: '9em' }}>{t('calendar.day')}</th>
          <th style={{ width: '12em' }}>{t('calendar.kind')}</th>
          <th>{t('calendar.what')}</th>
        </tr>
      </thead>
      <tbody>
        {due.map((one, place) => (
          <tr key={place}>
            <td className="numeric">{one.on ?? ''}</td>
            <td>
              {t(`due.${one.kind}`)}
              {one.isOverdue && <strong className={styles.late}> {t('calendar.late')}</strong>}
            </td>
            <td>{what(one)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
