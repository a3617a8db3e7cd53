import { HEARD_DAYS, minus, plus, rollUp, type RolledUp, type Sums } from '../tree/roll-up'
import { nodeBelow } from '../tree/tree'
import { barChart } from './chart'
import { isUuid } from './code-form'
import { ago, share, timeText, whole, yuan } from './format'
import { factList, type Fact } from './facts'
import { html, type Html } from './html'
import type { Column } from './list'
import { levelWords, type LevelKey as Key } from './locale/levels'
import { monthField, monthOf } from './month'
import { pathOf } from './node-path'
import { pageGroup, type Visit } from './route'

/** With more nodes side by side a picture is not read faster than the table. */
const CHART_MAX = 12
/** Width of the chart and of one letter in it, in its own units. */
const CHART_WIDTH = 640
const LETTER = 15

/** A line of the table: a node of the next level, what the node has itself, or the total. */
interface Line {
  readonly name: string
  readonly sums: Sums
  readonly oldestContact: Date | null
  /** The node that it leads to; null where it leads nowhere. */
  readonly leadsTo: RolledUp['node'] | null
}

const answersText = ({ answered, asked }: Sums) => `${whole(answered)} / ${whole(asked)}`

/** What a node amounts to by the nodes of the next level; what it has itself is one more line. */
function linesOf({ say }: Visit<Key>, own: RolledUp, below: readonly RolledUp[]): Line[] {
  const rest = minus(own.sums, below.map(({ sums }) => sums).reduce(plus, minus(own.sums, own.sums)))
  const itself = own.node.kind === 'branch' && own.node.path.length > 0
  return [
    ...(itself && below.length > 0
      ? [
          {
            name: say('ownLine', { name: own.node.name }),
            sums: rest,
            oldestContact: own.node.lastContact,
            leadsTo: null,
          },
        ]
      : []),
    ...below.map(({ node, sums, oldestContact }) => ({ name: node.name, sums, oldestContact, leadsTo: node })),
  ]
}

function nameOf(visit: Visit<Key>, { name, leadsTo }: Line, month: string): Html | string {
  return leadsTo === null ? name : html`<a href="/levels?node=${leadsTo.id}&amp;month=${month}">${name}</a>`
}

function levelList(visit: Visit<Key>, lines: readonly Line[], month: string): Html {
  const { say, language } = visit
  const number = (heading: string, value: (sums: Sums) => number): Column<Line> => ({
    heading,
    isNumber: true,
    value: ({ sums }) => value(sums),
    show: ({ sums }) => whole(value(sums)),
  })
  const part = (heading: string, value: (sums: Sums) => number, of: (sums: Sums) => number): Column<Line> => ({
    ...number(heading, value),
    show: ({ sums }) => html`${whole(value(sums))} <small>${share(value(sums), of(sums))}</small>`,
  })
  const money = (heading: string, fen: (sums: Sums) => number): Column<Line> => ({
    heading,
    isNumber: true,
    value: ({ sums }) => fen(sums) / 100,
    show: ({ sums }) => yuan(fen(sums)),
  })
  return visit.list<Line>({
    name: 'levels',
    title: say('levels'),
    empty: say('nothingBelow'),
    rows: lines,
    rowId: ({ leadsTo }) => leadsTo?.id ?? '',
    columns: [
      { heading: say('name'), value: ({ name }) => name, show: (line) => nameOf(visit, line, month) },
      number(say('branches'), ({ branches }) => branches),
      number(say('heard', { days: HEARD_DAYS }), ({ heard }) => heard),
      number(say('members'), ({ members }) => members),
      part(
        say('incomplete'),
        ({ incomplete }) => incomplete,
        ({ members }) => members,
      ),
      money(say('duesCharged'), ({ duesCharged }) => duesCharged),
      money(say('duesReceived'), ({ duesReceived }) => duesReceived),
      number(say('activities'), ({ activities }) => activities),
      number(say('participations'), ({ participations }) => participations),
      { heading: say('answers'), isNumber: true, value: ({ sums }) => answersText(sums) },
      {
        heading: say('oldestContact'),
        value: ({ oldestContact }) => (oldestContact === null ? null : timeText(oldestContact)),
        show: ({ oldestContact }) => (oldestContact === null ? null : ago(oldestContact, language)),
      },
    ],
  })
}

/** As much of a name as there is room for below its bars. */
function short(name: string, count: number): string {
  const room = Math.max(3, Math.floor(CHART_WIDTH / count / LETTER))
  const letters = Array.from(name)
  return letters.length <= room ? name : `${letters.slice(0, room - 1).join('')}…`
}

function charts({ say }: Visit<Key>, lines: readonly Line[], month: string): Html {
  if (lines.length < 2 || lines.length > CHART_MAX) return html``
  const labels = lines.map(({ name }) => short(name, lines.length))
  const values = (of: (sums: Sums) => number) => lines.map(({ sums }) => of(sums))
  return html`${barChart({
    title: say('membersChart'),
    labels,
    series: [
      { name: say('complete'), kind: 'first', values: values(({ members, incomplete }) => members - incomplete) },
      { name: say('incomplete'), kind: 'second', values: values(({ incomplete }) => incomplete) },
    ],
    text: whole,
  })}
  ${barChart({
    title: say('duesChart', { month }),
    labels,
    series: [
      { name: say('chargedShort'), kind: 'second', values: values(({ duesCharged }) => duesCharged) },
      { name: say('receivedShort'), kind: 'first', values: values(({ duesReceived }) => duesReceived) },
    ],
    text: (fen) => whole(fen / 100),
  })}`
}

/** The figures of the node itself: what its table adds up to. */
function totals({ say }: Visit<Key>, { sums, oldestContact }: RolledUp, language: Visit['language']): Html {
  const facts: Fact[] = [
    [say('branches'), whole(sums.branches)],
    [say('heard', { days: HEARD_DAYS }), whole(sums.heard)],
    [say('members'), whole(sums.members)],
    [say('incomplete'), `${whole(sums.incomplete)} (${share(sums.incomplete, sums.members)})`],
    [say('duesCharged'), yuan(sums.duesCharged)],
    [say('duesReceived'), `${yuan(sums.duesReceived)} (${share(sums.duesReceived, sums.duesCharged)})`],
    [say('activities'), whole(sums.activities)],
    [say('participations'), whole(sums.participations)],
    [say('answers'), answersText(sums)],
    [say('oldestContact'), oldestContact === null ? '–' : ago(oldestContact, language)],
  ]
  return html`<h2>${say('total')}</h2>
    ${factList(facts)}`
}

export const levelPages = pageGroup({
  name: 'levels',
  words: levelWords,
  routes: [
    {
      method: 'GET',
      path: '/levels',
      needs: 'figures',
      link: { section: 'overview', text: 'levels' },
      async handle(visit) {
        const { say, hub, account, url, language } = visit
        const asked = url.searchParams.get('node') ?? account.node
        const node = isUuid(asked) ? await nodeBelow(hub, account.node, asked) : undefined
        const month = monthOf(url)
        const [own, ...below] = node === undefined ? [] : await rollUp(hub, node.id, month, 1)
        if (node === undefined || own === undefined) return visit.notFound()
        const lines = linesOf(visit, own, below)
        const total: Line = { name: say('total'), sums: own.sums, oldestContact: own.oldestContact, leadsTo: null }
        const branchLink =
          node.kind === 'branch' ? html` · <a href="/branch?organisation=${node.id}">${say('branchPage')}</a>` : ''
        return visit.show(
          html`<h1>${node.name}</h1>
            ${await pathOf(visit, node, `/levels?month=${month}&node=`)}
            <p class="hint">${say('levelsHint')}</p>
            ${monthField(visit, month, { node: node.id })} ${totals(visit, own, language)}
            <p><a href="/tree/node?id=${node.id}">${say('arrange')}</a>${branchLink}</p>
            <h2>${say('levels')}</h2>
            ${charts(visit, lines, month)} ${levelList(visit, lines.length === 0 ? [] : [...lines, total], month)}`,
        )
      },
    },
  ],
})
