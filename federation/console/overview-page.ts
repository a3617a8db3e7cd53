import { membersHere, type BranchOverview } from './branches'
import { daysSince, share, whole, yuan } from './format'
import { html, type Html } from './html'
import type { BranchKey as Key } from './locale/branches'
import { monthField } from './month'
import { monthFigures } from './month-figures'
import type { Visit } from './route'

/** A branch that has not been heard of for as many days has fallen silent, unless another number is asked for. */
export const SILENT_DAYS = 14

interface Tile {
  readonly name: string
  readonly value: string
  /** Where the figure comes from. */
  readonly href: string
  readonly note?: string
}

function tiles(items: readonly Tile[]): Html {
  return html`<ul class="tiles">
    ${items.map(
      ({ name, value, href, note }) =>
        html`<li>
          <a href="${href}"
            ><span class="label">${name}</span>
            <strong>${value}</strong> ${note === undefined ? '' : html`<span class="note">${note}</span>`}</a
          >
        </li>`,
    )}
  </ul>`
}

function sum(branches: readonly BranchOverview[], of: (branch: BranchOverview) => number): number {
  return branches.reduce((total, branch) => total + of(branch), 0)
}

function tilesOf({ say }: Visit<Key>, branches: readonly BranchOverview[], month: string): Html {
  const members = sum(branches, membersHere)
  const [charged, received] = [sum(branches, (of) => of.charged), sum(branches, (of) => of.received)]
  const enrolled = branches.filter(({ isEnrolled }) => isEnrolled)
  const silent = enrolled.filter(({ lastContact }) => daysSince(lastContact) >= SILENT_DAYS)
  return tiles([
    {
      name: say('unions'),
      value: whole(branches.length),
      href: '/branches',
      note: say('enrolledOf', { count: whole(enrolled.length) }),
    },
    { name: say('membersHere'), value: whole(members), href: `/branches?month=${month}` },
    {
      name: say('duesReceived', { month }),
      value: yuan(received),
      href: `/branches?month=${month}`,
      note: say(charged === 0 ? 'nothingCharged' : 'ofCharged', {
        share: share(received, charged),
        charged: yuan(charged),
      }),
    },
    {
      name: say('participationsOf', { month }),
      value: whole(sum(branches, (of) => of.participations)),
      href: `/branches?month=${month}`,
      note: say('activitiesHeld', { count: whole(sum(branches, (of) => of.activities)) }),
    },
    { name: say('silentTile', { days: SILENT_DAYS }), value: whole(silent.length), href: '/silent' },
    { name: say('attentionTile'), value: whole(sum(branches, (of) => of.attention)), href: '/quality' },
  ])
}

function standings({ say }: Visit<Key>, branches: readonly BranchOverview[]): Html {
  const states = ['active', 'kept', 'transferred', 'expelled', 'withdrawn', 'deceased'] as const
  const counts = states.map((status) => ({ status, count: sum(branches, ({ members }) => members[status] ?? 0) }))
  return html`<ul class="inline">
    ${counts.map(({ status, count }) => html`<li data-status="${status}">${say(status)} ${whole(count)}</li>`)}
  </ul>`
}

/** How all branches that a visitor sees stand together; every figure leads to what is behind it. */
export async function overviewPage(
  visit: Visit<Key>,
  branches: readonly BranchOverview[],
  month: string,
): Promise<Html> {
  const { say, hub } = visit
  return html`<h1>${hub.identity.name}</h1>
    ${monthField(visit, month)} ${tilesOf(visit, branches, month)} ${standings(visit, branches)}
    <h2>${say('byMonth')}</h2>
    ${await monthFigures(visit, null, month)}`
}
