import type { BranchDatabase } from '../../../db/branch-database'
import { insightCareQueries } from '../../../db/queries/insights/care'
import type { Day } from '../../../shared/model/date'
import type { InsightPeriod, Suggestion } from '../../../shared/model/insights'
import { addDays, addMonths, monthOf } from '../../../shared/rules/date'
import {
  groupFigures,
  placesOfFigure,
  tallyOf,
  typeFigures,
  yearUpTo,
  type Tally,
} from '../../../shared/rules/insights/participation'
import type { Recorded } from '../../../shared/rules/insights/recorded'
import {
  birthdaysWithoutGift,
  groupsUnreached,
  newcomers,
  newcomersUnreached,
  neverSignedUp,
  overdueRequests,
  recordsToMend,
  sexGap,
  staysAway,
  topicRises,
  typeInDemand,
} from '../../../shared/rules/insights/suggestions'
import { birthdaysOf, withoutBirthdayGift } from './people'
import { recordedOf } from './recorded'
import { checkedRecords } from './records'
import { topicOverview } from './topics'

/** What the record of the last twelve months suggests: what people wait for first, then who is not reached, then records. */
export async function suggestionsOf(
  db: BranchDatabase,
  today: Day,
): Promise<{ period: InsightPeriod; suggestions: Suggestion[] }> {
  const period = yearUpTo(monthOf(today))
  const recorded = await recordedOf(db)
  const { overview } = await checkedRecords(db)
  const { requests, oldest } = insightCareQueries(db).overdue.get({ today }) ?? { requests: 0, oldest: null }
  return {
    period,
    suggestions: [
      ...overdueRequests(requests, oldest),
      ...topicRises(latestSignals(db, today)),
      ...ofParticipation(recorded, period, today),
      ...ofBirthdays(db, recorded, today),
      ...recordsToMend(overview.members, overview.members - overview.sound, overview.faults),
    ],
  }
}

/** Of this month and the last one. */
function latestSignals(db: BranchDatabase, today: Day) {
  const last = addMonths(monthOf(today), -1)
  const years = new Set([today.slice(0, 4), last.slice(0, 4)])
  return [...years].flatMap((year) => topicOverview(db, year, today).signals).filter(({ month }) => month >= last)
}

function ofParticipation(recorded: Recorded, period: InsightPeriod, today: Day): Suggestion[] {
  const tally = tallyOf(recorded, period, today)
  const groups = groupFigures(recorded, tally, period)
  const types = typeFigures(recorded, tally, period, today)
  // Before anything was held nobody can have stayed away.
  if (types.length === 0) return []
  const yearAgo = addDays(today, -365)
  return [
    ...groupsUnreached('department', groups.department, groups.all, period),
    ...groupsUnreached('ageBand', groups.ageBand, groups.all, period),
    ...sexGap(groups.sex, period),
    ...newcomersUnreached(countsOf(recorded, tally, period, 'never', newcomers(today)), period, today),
    ...neverSignedUp(
      countsOf(recorded, tally, period, 'neverSignedUp', { joinedFrom: null, joinedBefore: yearAgo }),
      period,
      yearAgo,
    ),
    ...typeInDemand(types, period),
    ...staysAway(types, period),
  ]
}

function countsOf(
  recorded: Recorded,
  tally: Tally,
  period: InsightPeriod,
  came: 'never' | 'neverSignedUp',
  joined: { readonly joinedFrom: Day | null; readonly joinedBefore: Day | null },
) {
  const filter = { of: 'participation' as const, period, group: {}, type: null, ...joined }
  return {
    members: placesOfFigure(recorded, tally, { ...filter, came: 'any' }).length,
    never: placesOfFigure(recorded, tally, { ...filter, came }).length,
  }
}

/** Of the months of this year that are over. */
function ofBirthdays(db: BranchDatabase, recorded: Recorded, today: Day): Suggestion[] {
  const period = {
    from: addMonths(monthOf(today), 1 - Number(today.slice(5, 7))),
    until: addMonths(monthOf(today), -1),
  }
  if (period.until < period.from) return []
  const counts = {
    birthdays: birthdaysOf(recorded, period, today).length,
    without: withoutBirthdayGift(db, recorded, period, today).length,
  }
  return birthdaysWithoutGift(counts, period)
}
