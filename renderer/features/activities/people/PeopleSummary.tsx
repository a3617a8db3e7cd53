import { Alert, Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { PeopleOverview } from '../../../../shared/contract/activities/people'
import type { ActivityId } from '../../../../shared/model/id'
import panel from '../../../components/panel.module.css'
import type { usePeopleActs } from './use-people-acts'

/** Names told one by one; of more only how many. */
const TOLD = 5

interface PeopleSummaryProps {
  readonly activityId: ActivityId
  readonly overview: PeopleOverview
  readonly acts: ReturnType<typeof usePeopleActs>
}

/** Places, attendance and satisfaction in a line, and whom a place is free for by now: offered, never given unasked. */
export function PeopleSummary({ activityId, overview, acts }: PeopleSummaryProps) {
  const { t } = useTranslation('activityPeople')
  const { quota, taken, present, absent, satisfaction, next, beyond } = overview

  function names(people: readonly { readonly name: string }[]): string {
    const told = people.slice(0, TOLD).map(({ name }) => name)
    return told.join(t('comma')) + (people.length > TOLD ? t('andMore', { count: people.length - TOLD }) : '')
  }

  const parts = [
    ...(quota === null ? [] : [t('ofQuota', { taken, quota })]),
    ...(present + absent === 0 || taken === 0
      ? []
      : [t('attendanceRate', { value: Math.round((1000 * present) / taken) / 10, present, taken })]),
  ]
  return (
    <>
      <p className={panel.bar}>
        {parts.map((part) => (
          <span key={part} className="numeric">
            {part}
          </span>
        ))}
        <Link to={`/activities/${activityId}/satisfaction`}>
          {satisfaction === null
            ? t('noSatisfaction')
            : t('averageOf', { average: satisfaction.average, count: satisfaction.answers })}
        </Link>
      </p>
      {next.length > 0 && (
        <Alert
          type="info"
          showIcon
          title={t('next', { count: next.length, names: names(next) })}
          action={
            <Button type="primary" loading={acts.isMoving} onClick={() => acts.moveUp(null)}>
              {t('moveUpAll', { count: next.length })}
            </Button>
          }
        />
      )}
      {beyond.length > 0 && (
        <Alert
          type="warning"
          showIcon
          title={t('beyond', { count: beyond.length, names: names(beyond) })}
          action={
            <Button loading={acts.isMoving} onClick={() => acts.moveBack(beyond.map(({ id }) => id))}>
              {t('moveBackAll', { count: beyond.length })}
            </Button>
          }
        />
      )}
    </>
  )
}
