import { insightCareQueries } from '../../../db/queries/insights/care'
import { preferenceQueries } from '../../../db/queries/insights/preferences'
import { failure } from '../../../shared/contract/errors'
import { monthSchema } from '../../../shared/model/date'
import { fenSchema } from '../../../shared/model/money'
import { dayOf } from '../../../shared/rules/date'
import { daysOfMonth } from '../../../shared/rules/funds/year'
import {
  groupFigures,
  peopleByGroupAndType,
  tallyOf,
  timeFigures,
  timesOf,
  typeFigures,
} from '../../../shared/rules/insights/participation'
import { withBranch } from '../context'
import { calendarOf, saveCalendar } from './calendar'
import { daysOf, peopleOf } from './people'
import { savePeople } from './people-sheet'
import { recordedOf } from './recorded'
import { checkedRecords } from './records'
import { suggestionsOf } from './suggestions'
import { topicOverview, topicRequests } from './topics'

const os = withBranch.insights
const today = () => dayOf(new Date())
/** How many years before the present one a member's preferences are counted from. */
const PREFERENCE_YEARS = 2

/** Insights 分析. */
export const insights = os.router({
  suggestions: os.suggestions.handler(async ({ context: { db } }) => ({
    today: today(),
    ...(await suggestionsOf(db, today())),
  })),

  participation: {
    overview: os.participation.overview.handler(async ({ context: { db }, input: period }) => {
      const recorded = await recordedOf(db)
      const tally = tallyOf(recorded, period, today())
      const groups = groupFigures(recorded, tally, period)
      const { months, years } = timesOf(period)
      return {
        all: groups.all,
        types: withCost(typeFigures(recorded, tally, period, today())),
        departments: groups.department,
        ageBands: groups.ageBand,
        sexes: groups.sex,
        months: timeFigures(recorded, months, today()),
        years: timeFigures(recorded, years, today()),
      }
    }),
  },

  people: {
    list: os.people.list.handler(async ({ context: { db }, input: { filter, offset, limit } }) => {
      const { count, rows } = await peopleOf(db, filter, today())
      return { total: count, rows: rows(offset, offset + limit) }
    }),
    save: os.people.save.handler(({ context: { db, host }, input, signal }) =>
      savePeople(db, host, input, today(), signal),
    ),
  },

  preferences: {
    groups: os.preferences.groups.handler(async ({ context: { db }, input: { by, period } }) => {
      const recorded = await recordedOf(db)
      const tally = tallyOf(recorded, period, today())
      const types = typeFigures(recorded, tally, period, today())
      const kinds = types.map(({ type }) => type)
      const groups = peopleByGroupAndType(recorded, tally, by, kinds, period)
      return {
        types: types.map(({ type, activities }) => ({ type, activities })),
        groups: groups.map((group) => ({ ...group, came: [...group.came] })),
      }
    }),
    member: os.preferences.member.handler(({ context: { db }, input: { memberId } }) => {
      const { since, types } = preferenceQueries(db)
      const joined = since.get(memberId)
      if (joined === undefined) throw failure('NOT_FOUND')
      const start = `${String(Number(today().slice(0, 4)) - PREFERENCE_YEARS)}-01`
      const from = monthSchema.parse(joined !== null && joined > start ? `${joined}-01`.slice(0, 7) : start)
      return { since: from, types: types.all({ memberId, from: daysOfMonth(from).from, until: today() }) }
    }),
  },

  topics: {
    overview: os.topics.overview.handler(({ context, input }) => topicOverview(context.db, input.year, today())),
    requests: os.topics.requests.handler(({ context, input }) => topicRequests(context.db, input, today())),
  },

  reach: {
    overview: os.reach.overview.handler(async ({ context: { db }, input: period }) => {
      const recorded = await recordedOf(db)
      const tally = tallyOf(recorded, period, today())
      const { giftKinds, giftPeople } = insightCareQueries(db)
      const gifts = giftKinds.all(daysOf(period))
      return {
        members: groupFigures(recorded, tally, period).all.members,
        gifts,
        people: giftPeople.get(daysOf(period)) ?? 0,
        amount: fenSchema.parse(gifts.reduce((sum, { amount }) => sum + amount, 0)),
        types: withCost(typeFigures(recorded, tally, period, today())),
      }
    }),
  },

  quality: {
    overview: os.quality.overview.handler(async ({ context }) => (await checkedRecords(context.db)).overview),
  },

  calendar: {
    list: os.calendar.list.handler(async ({ context: { db } }) => ({
      today: today(),
      ...(await calendarOf(db, today())),
    })),
    save: os.calendar.save.handler(({ context: { db, host }, signal }) => saveCalendar(db, host, today(), signal)),
  },
})

function withCost<Figures extends { readonly cost: number }>(types: readonly Figures[]) {
  return types.map((figures) => ({ ...figures, cost: fenSchema.parse(figures.cost) }))
}
