import { HEARD_DAYS, type RolledUp } from '../tree/roll-up'
import { ago, timeText, whole, yuan } from './format'
import { html, type Html } from './html'
import type { Column } from './list'
import type { TreeKey as Key } from './locale/tree'
import type { Reader, Visit } from './route'

/** Levels that are set in deeper and deeper; those below stand like the last of them. */
const DEEPEST = 6

export function kindText({ say }: Reader<Key>, { node }: Pick<RolledUp, 'node'>): string {
  return node.path.length === 0 ? say('ownHub') : say(node.kind)
}

/** How many of the branches at or below a node were heard of lately. */
export function heardText({ say }: Reader<Key>, { sums }: RolledUp): string {
  return sums.branches === 0 ? '–' : say('heardOf', { heard: whole(sums.heard), all: whole(sums.branches) })
}

const number = (heading: string, value: (line: RolledUp) => number): Column<RolledUp> => ({
  heading,
  isNumber: true,
  value,
  show: (line) => whole(value(line)),
})

/** The tree as a list, what is below set in below it, with what each node amounts to and how fresh that is. */
export function treeList(visit: Visit<Key>, lines: readonly RolledUp[]): Html {
  const top = lines[0]?.level ?? 0
  const { say, language, url } = visit
  const query = (url.searchParams.get('q') ?? '').trim().toLowerCase()
  const isFiltered = query !== ''
  const names = new Map(lines.map(({ node }) => [node.id, node.name]))
  const aboveOf = ({ node }: RolledUp) =>
    node.id === lines[0]?.node.id ? null : (names.get(node.parent ?? visit.hub.identity.id) ?? null)
  return visit.list<RolledUp>({
    name: 'tree',
    title: say('tree'),
    empty: say(isFiltered ? 'noneFound' : 'noNodes'),
    rows: lines.filter(({ node }) => node.name.toLowerCase().includes(query)),
    rowId: ({ node }) => node.id,
    columns: [
      {
        heading: say('name'),
        value: ({ node }) => node.name,
        show: ({ node, level }) =>
          html`<span class="level-${isFiltered ? 0 : Math.min(level - top, DEEPEST)}"
            ><a href="/tree/node?id=${node.id}">${node.name}</a>${
              node.isClosed ? html` <small>(${say('closed')})</small>` : ''
            }</span
          >`,
      },
      { heading: say('kind'), value: (line) => kindText(visit, line) },
      // What a sheet of the tree is read again by.
      { heading: say('above'), isOfExport: true, value: aboveOf },
      number(say('branches'), ({ sums }) => sums.branches),
      number(say('members'), ({ sums }) => sums.members),
      number(say('incomplete'), ({ sums }) => sums.incomplete),
      {
        heading: say('duesReceived'),
        isNumber: true,
        value: ({ sums }) => sums.duesReceived / 100,
        show: ({ sums }) => yuan(sums.duesReceived),
      },
      { heading: say('heard', { days: HEARD_DAYS }), isNumber: true, value: (line) => heardText(visit, line) },
      {
        heading: say('oldestContact'),
        value: ({ oldestContact }) => (oldestContact === null ? null : timeText(oldestContact)),
        show: ({ oldestContact }) => (oldestContact === null ? null : ago(oldestContact, language)),
      },
    ],
  })
}
