import { barChart } from './chart'
import { sumsByMonth, type Whose } from './figures'
import { whole, yuan } from './format'
import { html, type Html } from './html'
import type { BranchKey } from './locale/branches'
import { monthsUpTo } from './month'
import type { Visit } from './route'

const MONTHS = 12

/** Dues and activities of one branch, or of all that are seen together, over the last months, as a picture and a table. */
export async function monthFigures(visit: Visit<BranchKey>, whose: Whose, month: string): Promise<Html> {
  const { say, seen } = visit
  const months = monthsUpTo(month, MONTHS)
  const figure = await sumsByMonth(seen, whose, ['duesCharged', 'duesReceived', 'activities', 'participations'], months)
  const chart = barChart({
    title: say('duesByMonth'),
    labels: months.map((of) => of.slice(2)),
    series: [
      { name: say('charged'), kind: 'second', values: months.map((of) => figure('duesCharged', of)) },
      { name: say('received'), kind: 'first', values: months.map((of) => figure('duesReceived', of)) },
    ],
    text: (fen) => whole(fen / 100),
  })
  const table = visit.list<string>({
    name: 'months',
    staysTable: true,
    title: say('byMonth'),
    empty: '',
    rows: months.toReversed(),
    columns: [
      { heading: say('month'), value: (of) => of },
      ...(['duesCharged', 'duesReceived'] as const).map((name) => ({
        heading: say(name === 'duesCharged' ? 'charged' : 'received'),
        isNumber: true,
        value: (of: string) => figure(name, of) / 100,
        show: (of: string) => yuan(figure(name, of)),
      })),
      { heading: say('activities'), isNumber: true, value: (of) => figure('activities', of) },
      { heading: say('participations'), isNumber: true, value: (of) => figure('participations', of) },
    ],
  })
  return html`${chart} ${table}`
}
