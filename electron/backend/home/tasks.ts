import type { BranchDatabase } from '../../../db/branch-database'
import { checkupQueries } from '../../../db/queries/care/registers/checkups'
import { mutualAidQueries } from '../../../db/queries/care/registers/mutual-aid'
import { requestQueries } from '../../../db/queries/care/requests'
import { conflictQueries } from '../../../db/queries/conflicts'
import { directiveQueries } from '../../../db/queries/directives'
import { giftQueries } from '../../../db/queries/care/gifts'
import { exemptionQueries } from '../../../db/queries/dues/exemptions'
import { payrollQueries } from '../../../db/queries/dues/payroll'
import { homeQueries } from '../../../db/queries/home'
import { rosterQueries } from '../../../db/queries/roster'
import { transferQueries } from '../../../db/queries/transfers'
import type { ArrearsOverview } from '../../../shared/contract/dues/arrears'
import type { ChargePreview } from '../../../shared/contract/dues/charges'
import type { Task } from '../../../shared/contract/home'
import type { Day } from '../../../shared/model/date'
import type { ActivityId } from '../../../shared/model/id'
import { weekEnd } from '../../../shared/rules/care/request-deadline'
import { addDays, daysBetween, monthOf } from '../../../shared/rules/date'
import { hardshipCounts } from '../care/hardship/lines'
import { requireActivity } from '../activities/plan/activity'
import { asOf } from '../dues/exemptions/exemptions'
import { draftsOf } from '../dues/hand-overs/drafts'
import { electionsDue } from '../officers/committees/summaries'
import { contractsEnding } from '../officers/providers/contracts'

/** How many days ahead an activity is announced. */
const UPCOMING_DAYS = 14
/** After how many days somebody asks the employer for what was deducted. */
const HELD_DAYS = 30
/** Within how many days whoever was given something should have signed, and for how long that is reminded of. */
const SIGNED_DAYS = 14
const UNSIGNED_DAYS = 180

/**
 * What needs doing, the most urgent first: what keeps other work from going on, then what has a date, then what is
 * owed, then what makes the record better.
 */
export function tasksOf(db: BranchDatabase, today: Day, charges: ChargePreview, hasMembers: boolean): Task[] {
  const queries = homeQueries(db)
  const { upcomingActivities, unmarkedActivities } = queries
  return [
    ...rosterQueries(db)
      .unfinished.all()
      .map(({ id, fileName, rows }) => ({ kind: 'finishImport' as const, importId: id, fileName, rows })),
    ...draftsOf(db).map(({ id, collector, rows }) => ({ kind: 'finishHandOver' as const, id, collector, rows })),
    ...payrollQueries(db)
      .drafts.all()
      .map(({ id, fileName, lines }) => ({ kind: 'finishPayroll' as const, id, fileName, rows: lines })),
    ...counted(conflictQueries(db).openCount.get(), (records) => ({ kind: 'conflicts', records })),
    ...counted(queries.syncAttention.get(), (entries) => ({ kind: 'syncAttention', entries })),
    ...counted(transferQueries(db).toAnswer.get(), (members) => ({ kind: 'transferRequests', members })),
    ...counted(transferQueries(db).claimsToAnswer.get(), (members) => ({ kind: 'transferClaims', members })),
    ...counted(transferQueries(db).claimsToSee.get(), (members) => ({ kind: 'claimsWithoutSuccess', members })),
    ...counted(transferQueries(db).openDuplicates.get(), (members) => ({ kind: 'foreignDuplicates', members })),
    ...directiveQueries(db)
      .open.all()
      .map(({ id, title, dueOn }) => ({
        kind: 'directive' as const,
        id,
        title,
        dueOn,
        isOverdue: dueOn !== null && dueOn < today,
      })),
    ...(hasMembers ? [] : [{ kind: 'addMembers' as const }]),
    ...upcomingActivities
      .all({ from: today, to: addDays(today, UPCOMING_DAYS) })
      .map((found) => ({ kind: 'upcomingActivity' as const, ...found })),
    ...queries.activitiesInApproval.all({ from: today }).flatMap(({ activityId }) => approvalTask(db, activityId)),
    ...unmarkedActivities.all({ before: today }).map((found) => ({ kind: 'markAttendance' as const, ...found })),
    ...counted(queries.unsettledActivities.get({ before: today }), (activities) => ({
      kind: 'settleActivities',
      activities,
    })),
    ...careTasks(db, today),
    ...officerTasks(db, today),
    ...(hasMembers ? duesTasks(db, today, charges) : []),
    ...giftTasks(db, today),
    ...hardshipTasks(db, today),
    ...counted(queries.incompleteMembers.get(), (members) => ({ kind: 'completeRecords', members })),
    ...(queries.isEnrolled.get() === 1 ? [] : [{ kind: 'enrol' as const }]),
  ]
}

/** Families whose yearly review is due, and those who wait for a decision after their publicity period. */
function hardshipTasks(db: BranchDatabase, today: Day): Task[] {
  const { isReviewDue, toDecide } = hardshipCounts(db, today)
  return [
    ...counted(toDecide, (files) => ({ kind: 'hardshipDecisions', files })),
    ...counted(isReviewDue, (files) => ({ kind: 'hardshipReviews', files })),
  ]
}

/** Requests that wait too long or come due, covers that end, people to be seen again. */
function careTasks(db: BranchDatabase, today: Day): Task[] {
  const requests = requestQueries(db).waiting.get({ today, weekEnd: weekEnd(today) })
  return [
    ...counted(requests?.overdue, (count) => ({ kind: 'requestsOverdue', requests: count })),
    ...counted(requests?.dueSoon, (count) => ({ kind: 'requestsDueSoon', requests: count })),
    ...counted(mutualAidQueries(db).coverCounts.get({ today })?.ending, (covers) => ({ kind: 'coversEnding', covers })),
    ...counted(checkupQueries(db).counts.get({ today })?.followUp, (people) => ({ kind: 'followUps', people })),
  ]
}

/** Birthdays of the month where the branch gives something for them, and gifts that nobody signed for. */
function giftTasks(db: BranchDatabase, today: Day): Task[] {
  const { givesBirthdays, birthdaysLeft, unsignedBefore } = giftQueries(db)
  const month = monthOf(today)
  const since = addDays(today, -UNSIGNED_DAYS)
  return [
    ...(givesBirthdays.get({ since: addDays(today, -365) }) === 1
      ? counted(birthdaysLeft.get({ month }), (members) => ({ kind: 'birthdays', month, members }))
      : []),
    ...counted(unsignedBefore.get({ since, before: addDays(today, -SIGNED_DAYS) }), (gifts) => ({
      kind: 'unsignedGifts',
      gifts,
    })),
  ]
}

/** Elections 换届 that are due, and contracts about to end. */
function officerTasks(db: BranchDatabase, today: Day): Task[] {
  return [
    ...electionsDue(db, today).flatMap(({ id, kind, unitName, dueOn, state, successorId }): Task[] =>
      dueOn === null
        ? []
        : [
            {
              kind: 'electionDue',
              committeeId: id,
              committee: kind,
              unitName,
              dueOn,
              isOverdue: state === 'overdue',
              electionId: successorId,
            },
          ],
    ),
    ...contractsEnding(db, today).map((contract) => ({ kind: 'contractEnding' as const, ...contract })),
  ]
}

function duesTasks(db: BranchDatabase, today: Day, { from: month, rules, lists }: ChargePreview): Task[] {
  return [
    ...(rules.length === 0 ? [{ kind: 'setDuesRule' as const }] : []),
    ...payrollQueries(db)
      .heldBefore.all({ before: addDays(today, -HELD_DAYS) })
      .map(({ id, title, deductedOn, held }) => ({
        kind: 'heldPayroll' as const,
        id,
        title,
        held,
        days: daysBetween(deductedOn, today),
      })),
    ...counted(exemptionQueries(db).count.get({ ...asOf(today), state: 'ending', query: null }), (exemptions) => ({
      kind: 'exemptionsEnding',
      exemptions,
    })),
    ...counted(lists.find(({ list }) => list === 'charge')?.members, (members) => ({
      kind: 'chargeMonth',
      month,
      members,
    })),
  ]
}

/** What the arrears ask for: the steps of the course, then the collection of what is owed at all. */
export function arrearsTasks({ due, total }: Pick<ArrearsOverview, 'due' | 'total'>): Task[] {
  return [
    ...due.map(({ due: step, members }) => ({ kind: 'arrearsStep' as const, step, members })),
    ...counted(total.members, (members) => ({ kind: 'collectDues', members, owed: total.amount })),
  ]
}

/** Whose turn it is with a plan; none where it was decided. */
function approvalTask(db: BranchDatabase, activityId: ActivityId): Task[] {
  const { title, waitsFor } = requireActivity(db, activityId)
  return waitsFor === null ? [] : [{ kind: 'approveActivity', activityId, title, level: waitsFor }]
}

/** A task about a number of things; none without any. */
function counted(count: number | undefined, task: (count: number) => Task): Task[] {
  return count === undefined || count === 0 ? [] : [task(count)]
}
