import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Task } from '../../../shared/contract/home'
import { api } from '../../client'
import { ErrorNotice } from '../../components/ErrorNotice'
import { Loading } from '../../components/Loading'
import { Money } from '../../components/Money'
import { PageHeader } from '../../components/PageHeader'
import { Section } from '../../components/Section'
import { useDates } from '../../components/use-dates'
import styles from './HomePage.module.css'
import { TaskList } from './TaskList'

function greetingAt(hour: number) {
  if (hour < 12) return 'morning'
  return hour < 18 ? 'afternoon' : 'evening'
}

/** What is owed comes before what only makes the record better. */
function withArrears(tasks: readonly Task[], arrears: readonly Task[]): readonly Task[] {
  const later = tasks.findIndex(({ kind }) => kind === 'completeRecords' || kind === 'enrol')
  return later === -1 ? [...tasks, ...arrears] : tasks.toSpliced(later, 0, ...arrears)
}

/** What needs doing today, how many members there are, how the month's dues stand. */
export function HomePage() {
  const { t } = useTranslation(['home', 'fields', 'common'])
  const dates = useDates()
  const summary = useQuery({ ...api.home.summary.queryOptions(), refetchOnMount: 'always' })
  const arrears = useQuery({ ...api.home.arrears.queryOptions(), refetchOnMount: 'always' })
  if (summary.isPending) return <Loading />
  if (summary.isError) return <ErrorNotice error={summary.error} onRetry={() => void summary.refetch()} />
  const { tasks, members, month, today } = summary.data
  return (
    <>
      <PageHeader title={t(greetingAt(new Date().getHours()))} note={t('today', { date: dates.longDay(today) })} />
      <div className={styles.page}>
        <Section title={t('tasks')}>
          <TaskList tasks={withArrears(tasks, arrears.data?.tasks ?? [])} />
        </Section>
        <div>
          <Section title={t('members')}>
            {members.length === 0 && <p className={styles.none}>{t('noMembers')}</p>}
            <dl className={styles.figures}>
              {members.map(({ status, count }) => (
                <div key={status}>
                  <dt>
                    <Link to={`/members?status=${status}`}>{t(`fields:status.${status}`)}</Link>
                  </dt>
                  <dd className="numeric">{t('common:people', { count })}</dd>
                </div>
              ))}
            </dl>
          </Section>
          <Section title={t('month', { month: dates.month(month.month) })}>
            <dl className={styles.figures}>
              <div>
                <dt>{t('charged')}</dt>
                <dd>
                  <Money fen={month.charged} />
                </dd>
              </div>
              <div>
                <dt>{t('received')}</dt>
                <dd>
                  <Money fen={month.received} />
                </dd>
              </div>
              <div>
                <dt>
                  <Link to="/dues?tab=debtors">{t('owed')}</Link>
                </dt>
                <dd>
                  <Money fen={arrears.data?.owed ?? month.owed} />
                </dd>
              </div>
            </dl>
          </Section>
        </div>
      </div>
    </>
  )
}
