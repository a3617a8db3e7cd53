import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Task } from '../../../shared/contract/home'
import { EmptyState } from '../../components/EmptyState'
import { useDates } from '../../components/use-dates'
import { formatYuan } from '../../components/yuan'
import styles from './TaskList.module.css'

/** The page on which a task is done. */
function pageOf(task: Task): string {
  switch (task.kind) {
    case 'addMembers':
      return '/roster'
    case 'finishImport':
      return `/roster/${task.importId}`
    case 'setDuesRule':
    case 'chargeMonth':
      return '/dues'
    case 'collectDues':
    case 'longArrears':
      return '/dues?tab=debtors'
    case 'upcomingActivity':
    case 'markAttendance':
      return `/activities/${task.activityId}`
    case 'completeRecords':
      return '/members'
    case 'enrol':
    case 'syncAttention':
      return '/federation'
  }
}

/** What needs doing, the most urgent first, each with the way to where it is done. */
export function TaskList({ tasks }: { readonly tasks: readonly Task[] }) {
  const { t } = useTranslation(['home', 'common'])
  const dates = useDates()
  if (tasks.length === 0) return <EmptyState title={t('noTasks')} text={t('noTasksText')} />

  function sentence(task: Task): string {
    switch (task.kind) {
      case 'chargeMonth':
        return t('task.chargeMonth', { members: task.members, month: dates.month(task.month) })
      case 'collectDues':
        return t('task.collectDues', { members: task.members, owed: formatYuan(task.owed) })
      case 'upcomingActivity':
        return t('task.upcomingActivity', { title: task.title, date: dates.longDay(task.startsOn) })
      case 'addMembers':
      case 'finishImport':
      case 'setDuesRule':
      case 'longArrears':
      case 'markAttendance':
      case 'completeRecords':
      case 'enrol':
      case 'syncAttention':
        return t(`task.${task.kind}`, { ...task })
    }
  }

  return (
    <ul className={styles.tasks}>
      {tasks.map((task, place) => (
        <li key={place}>
          <span className={styles.sentence}>{sentence(task)}</span>
          <Link
            to={pageOf(task)}
            className={styles.act}
            aria-label={t('common:labelled', { label: t(`act.${task.kind}`), text: sentence(task) })}
          >
            {t(`act.${task.kind}`)}
          </Link>
        </li>
      ))}
    </ul>
  )
}
