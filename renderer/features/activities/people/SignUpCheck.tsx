import { useQuery } from '@tanstack/react-query'
import { Alert, Checkbox } from 'antd'
import { useTranslation } from 'react-i18next'
import type { ShortMember } from '../../../../shared/contract/activities/people'
import type { ActivityId, MemberId } from '../../../../shared/model/id'
import { api } from '../../../client'
import { ErrorNotice } from '../../../components/ErrorNotice'
import panel from '../../../components/panel.module.css'

/** Names told one by one; of more only how many. */
const TOLD = 8

interface SignUpCheckProps {
  readonly activityId: ActivityId
  readonly memberIds: readonly MemberId[]
  /** How many of them are new to the activity. */
  readonly fresh: number
  readonly beyondQuota: boolean
  readonly onBeyondQuota: (beyond: boolean) => void
}

/** What speaks against members signing up: told before it is done, and for a person to decide. */
export function SignUpCheck({ activityId, memberIds, fresh, beyondQuota, onBeyondQuota }: SignUpCheckProps) {
  const { t } = useTranslation('activityPeople')
  const check = useQuery(
    api.activities.people.check.queryOptions({ input: { id: activityId, memberIds: [...memberIds] } }),
  )
  if (check.isError) return <ErrorNotice error={check.error} onRetry={() => void check.refetch()} />
  if (check.data === undefined) return null
  const { late, eligible, notEligible, gone, free } = check.data
  const waits = free === null ? 0 : Math.max(0, fresh - free)

  function names(members: readonly ShortMember[]): string {
    const told = members.slice(0, TOLD).map(({ name }) => name)
    return told.join(t('comma')) + (members.length > TOLD ? t('andMore', { count: members.length - TOLD }) : '')
  }

  const problems = [
    ...(late === null ? [] : [t('check.late', { day: late })]),
    ...(notEligible.length === 0
      ? []
      : [t('check.notEligible', { count: notEligible.length, eligible, names: names(notEligible) })]),
    ...(gone.length === 0 ? [] : [t('check.gone', { count: gone.length, names: names(gone) })]),
  ]
  return (
    <div className={panel.stack}>
      {problems.map((problem) => (
        <Alert key={problem} type="warning" showIcon title={problem} />
      ))}
      {waits > 0 && free !== null && (
        <Alert
          type="info"
          showIcon
          title={t('check.waits', { count: waits, free })}
          description={
            <Checkbox checked={beyondQuota} onChange={({ target }) => onBeyondQuota(target.checked)}>
              {t('check.beyondQuota')}
            </Checkbox>
          }
        />
      )}
    </div>
  )
}
