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
    case 'finishHandOver':
      return `/dues/hand-overs/drafts/${task.id}`
    case 'finishPayroll':
    case 'heldPayroll':
      return `/dues/payroll/${task.id}`
    case 'setDuesRule':
    case 'chargeMonth':
      return '/dues'
    case 'exemptionsEnding':
      return '/dues?tab=exemptions'
    case 'collectDues':
      return '/dues?tab=debtors'
    case 'arrearsStep':
      return `/dues?tab=debtors&due=${task.step}`
    case 'settleActivities':
      return '/activities?state=over'
    case 'upcomingActivity':
    case 'approveActivity':
    case 'markAttendance':
      return `/activities/${task.activityId}`
    case 'requestsOverdue':
      return '/care?tab=requests&view=overdue'
    case 'requestsDueSoon':
      return '/care?tab=requests&view=dueSoon'
    case 'coversEnding':
      return '/care?tab=registers&register=covers&view=ending'
    case 'followUps':
      return '/care?tab=registers&register=checkups&view=followUp'
    case 'directive':
      return `/federation?directive=${task.id}`
    case 'birthdays':
      return `/care?tab=gifts&view=proposals&for=birthdays&month=${task.month}`
    case 'unsignedGifts':
      return '/care?tab=gifts&unsigned=1'
    case 'hardshipReviews':
      return '/care?tab=hardship&view=isReviewDue'
    case 'hardshipDecisions':
      return '/care?tab=hardship&view=undecided'
    case 'electionDue':
      return `/officers/committees/${task.electionId ?? task.committeeId}`
    case 'contractEnding':
      return `/officers/providers/${task.providerId}`
    case 'completeRecords':
      return '/members'
    case 'conflicts':
      return '/federation?tab=conflicts'
    case 'transferRequests':
      return '/federation?tab=transfers'
    case 'transferClaims':
      return '/federation?tab=transfers&view=claimed'
    case 'claimsWithoutSuccess':
      return '/federation?tab=transfers&view=claims'
    case 'foreignDuplicates':
      return '/federation?tab=transfers&view=duplicates'
    case 'syncAttention':
      return '/federation?tab=attention'
    case 'enrol':
      return '/federation'
  }
}

/** What needs doing, the most urgent first, each with the way to where it is done. */
export function TaskList({ tasks }: { readonly tasks: readonly Task[] }) {
  const { t } = useTranslation(['home', 'common', 'officers', 'plan'])
  const dates = useDates()
  if (tasks.length === 0) return <EmptyState title={t('noTasks')} text={t('noTasksText')} />

  function sentence(task: Task): string {
    switch (task.kind) {
      case 'finishImport':
        return t('task.finishImport', { fileName: task.fileName, count: task.rows })
      case 'finishHandOver':
        return task.collector.trim() === ''
          ? t('task.handOverNamelessUnfinished', { count: task.rows })
          : t('task.finishHandOver', { collector: task.collector, count: task.rows })
      case 'finishPayroll':
        return t('task.finishPayroll', { fileName: task.fileName, count: task.rows })
      case 'heldPayroll':
        return t('task.heldPayroll', { title: task.title, held: formatYuan(task.held), count: task.days })
      case 'chargeMonth':
        return t('task.chargeMonth', { month: dates.month(task.month), count: task.members })
      case 'exemptionsEnding':
        return t('task.exemptionsEnding', { count: task.exemptions })
      case 'collectDues':
        return t('task.collectDues', { owed: formatYuan(task.owed), count: task.members })
      case 'arrearsStep':
        return t(`arrearsStep.${task.step}`, { count: task.members })
      case 'upcomingActivity':
        return t('task.upcomingActivity', { title: task.title, date: dates.longDay(task.startsOn) })
      case 'approveActivity':
        return t('task.approveActivity', { title: task.title, level: t(`plan:level.${task.level}`) })
      case 'settleActivities':
        return t('task.settleActivities', { count: task.activities })
      case 'markAttendance':
        return t('task.markAttendance', { title: task.title, count: task.signedUp })
      case 'requestsOverdue':
      case 'requestsDueSoon':
        return t(`task.${task.kind}`, { count: task.requests })
      case 'coversEnding':
        return t('task.coversEnding', { count: task.covers })
      case 'followUps':
        return t('task.followUps', { count: task.people })
      case 'directive':
        if (task.dueOn === null) return t('task.directiveOpen', { title: task.title })
        return t(task.isOverdue ? 'task.directiveOverdue' : 'task.directive', {
          title: task.title,
          date: dates.longDay(task.dueOn),
        })
      case 'birthdays':
        return t('task.birthdays', { count: task.members })
      case 'unsignedGifts':
        return t('task.unsignedGifts', { count: task.gifts })
      case 'hardshipReviews':
        return t('task.hardshipReviews', { count: task.files })
      case 'hardshipDecisions':
        return t('task.hardshipDecisions', { count: task.files })
      case 'electionDue': {
        const committee = `${task.unitName ?? ''}${t(`officers:kind.${task.committee}`)}`
        const date = dates.longDay(task.dueOn)
        if (task.electionId !== null) return t('task.electionGoingOn', { committee, date })
        return t(task.isOverdue ? 'task.electionOverdue' : 'task.electionDue', { committee, date })
      }
      case 'contractEnding':
        return t('task.contractEnding', { name: task.name, title: task.title, date: dates.longDay(task.validUntil) })
      case 'completeRecords':
        return t('task.completeRecords', { count: task.members })
      case 'conflicts':
        return t('task.conflicts', { count: task.records })
      case 'transferRequests':
      case 'transferClaims':
      case 'claimsWithoutSuccess':
      case 'foreignDuplicates':
        return t(`task.${task.kind}`, { count: task.members })
      case 'syncAttention':
        return t('task.syncAttention', { count: task.entries })
      case 'addMembers':
      case 'setDuesRule':
      case 'enrol':
        return t(`task.${task.kind}`)
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
