import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { useLocation, useNavigate } from 'react-router'
import type { People } from '../../../shared/contract/reports'
import type { ActivityId } from '../../../shared/model/id'
import { api } from '../../client'
import { MemberFilters } from '../members/MemberFilters'
import { PRESENT_MEMBERS, type usePeople } from './people-state'
import styles from './reports.module.css'

interface PeopleChoiceProps extends ReturnType<typeof usePeople> {
  /** How many they are; null while that is not known. */
  readonly count: number | null
}

/** Shows of whom a report is, with the way to choose others. */
export function PeopleChoice({ people, list, count }: PeopleChoiceProps) {
  const { t } = useTranslation('reports')
  return (
    <>
      {people.by === 'filter' ? <MemberFilters list={list} shown={count} /> : <Given people={people} />}
      {count !== null && (
        <p role="status" className={styles.quiet}>
          {count === 0 ? t('nobody') : t('found', { count })}
        </p>
      )}
    </>
  )
}

/** People that another page handed over. */
function Given({ people }: { readonly people: Exclude<People, { by: 'filter' }> }) {
  const { t } = useTranslation('reports')
  const navigate = useNavigate()
  const { pathname } = useLocation()
  return (
    <div className={styles.bar}>
      {people.by === 'ids' ? (
        <strong>{t('peopleOfIds', { count: people.ids.length })}</strong>
      ) : (
        <ActivityName id={people.activityId} />
      )}
      <Button onClick={() => void navigate(`${pathname}${PRESENT_MEMBERS}`, { replace: true })}>
        {t('otherPeople')}
      </Button>
    </div>
  )
}

function ActivityName({ id }: { readonly id: ActivityId }) {
  const { t } = useTranslation('reports')
  const activity = useQuery(api.activities.plan.get.queryOptions({ input: { id } }))
  return <strong>{t('peopleOfActivity', { title: activity.data?.title ?? '' })}</strong>
}
