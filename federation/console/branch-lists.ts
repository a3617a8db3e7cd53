import { membershipStatusSchema } from '../../shared/model/membership'
import { branchOverviews, countBranches, membersHere, type BranchOverview } from './branches'
import { countDevices, devicesOf, type AttentionReason, type DeviceEntry } from './figures'
import { ago, daysSince, share, time, timeText, whole, yuan } from './format'
import { html, type Html } from './html'
import type { Column } from './list'
import type { BranchKey as Key } from './locale/branches'
import type { Reader, Visit } from './route'

export function memberCounts({ members }: BranchOverview, { say }: Reader<Key>): Html {
  const counts = membershipStatusSchema.options.flatMap((status) => {
    const count = members[status] ?? 0
    return count === 0 ? [] : [html`<li data-status="${status}">${say(status)} ${count}</li>`]
  })
  return html`<ul class="inline">
    ${counts}
  </ul>`
}

/** The name of a branch as the way to its page. */
function nameColumn({ say }: Reader<Key>): Column<BranchOverview> {
  return {
    heading: say('unionName'),
    value: ({ unionName }) => unionName,
    show: ({ id, unionName, isSample }) =>
      html`<a href="/branch?organisation=${id}">${unionName}</a
        >${isSample ? html` <small>(${say('sample')})</small>` : ''}`,
  }
}

function contactColumn({ say, language }: Reader<Key>): Column<BranchOverview> {
  return {
    heading: say('lastContact'),
    value: ({ lastContact }) => timeText(lastContact),
    show: ({ lastContact, isEnrolled }) => (isEnrolled ? ago(lastContact, language) : time(lastContact, language)),
  }
}

const number = (heading: string, value: (branch: BranchOverview) => number): Column<BranchOverview> => ({
  heading,
  isNumber: true,
  value,
  show: (branch) => whole(value(branch)),
})

const money = (heading: string, fen: (branch: BranchOverview) => number): Column<BranchOverview> => ({
  heading,
  isNumber: true,
  value: (branch) => fen(branch) / 100,
  show: (branch) => yuan(fen(branch)),
})

export function branchList(visit: Visit<Key>, month: string): Promise<Html> {
  const { say, url, seen } = visit
  const query = (url.searchParams.get('q') ?? '').trim()
  return visit.longList<BranchOverview>({
    name: 'branches',
    title: say('branches'),
    empty: say(query === '' ? 'noBranches' : 'noneFound'),
    search: say('search'),
    words: query,
    count: (words) => countBranches(seen, { words }),
    read: (words, page) => branchOverviews(seen, month, { words, page }),
    rowId: ({ id }) => id,
    columns: [
      nameColumn(visit),
      { heading: say('creditCode'), value: ({ creditCode }) => creditCode },
      number(say('members'), membersHere),
      { heading: say('membersByStatus'), show: (branch) => memberCounts(branch, visit) },
      money(say('charged'), ({ charged }) => charged),
      money(say('received'), ({ received }) => received),
      number(say('participations'), ({ participations }) => participations),
      number(say('waiting'), ({ waiting }) => waiting),
      number(say('attention'), ({ attention }) => attention),
      contactColumn(visit),
      { heading: say('connection'), value: ({ isEnrolled }) => say(isEnrolled ? 'enrolled' : 'revoked') },
    ],
  })
}

export function silentList(visit: Visit<Key>, branches: readonly BranchOverview[], days: number): Html {
  const { say } = visit
  const silent = branches
    .filter(({ isEnrolled, lastContact }) => isEnrolled && daysSince(lastContact) >= days)
    .toSorted((one, other) => one.lastContact.getTime() - other.lastContact.getTime())
  return visit.list<BranchOverview>({
    name: 'silent',
    title: say('silent'),
    empty: say('nobodySilent', { days }),
    rows: silent,
    rowId: ({ id }) => id,
    columns: [
      nameColumn(visit),
      number(say('daysSilent'), ({ lastContact }) => daysSince(lastContact)),
      contactColumn(visit),
      number(say('waiting'), ({ waiting }) => waiting),
      number(say('members'), membersHere),
    ],
  })
}

export function qualityList(
  visit: Visit<Key>,
  branches: readonly BranchOverview[],
  duplicates: ReadonlyMap<string, number>,
): Html {
  const { say } = visit
  const gap = (heading: string, of: (branch: BranchOverview) => number): Column<BranchOverview> => ({
    heading,
    isNumber: true,
    value: of,
    show: (branch) => html`${whole(of(branch))} <small>${share(of(branch), membersHere(branch))}</small>`,
  })
  return visit.list<BranchOverview>({
    name: 'quality',
    title: say('quality'),
    empty: say('noBranches'),
    rows: branches,
    rowId: ({ id }) => id,
    columns: [
      nameColumn(visit),
      number(say('members'), membersHere),
      gap(say('incomplete'), ({ incomplete }) => incomplete),
      gap(say('noIdNumber'), ({ gaps }) => gaps.idNumber),
      gap(say('noPhone'), ({ gaps }) => gaps.phone),
      gap(say('noBirthDate'), ({ gaps }) => gaps.birthDate),
      number(say('sameIdNumber'), ({ id }) => duplicates.get(id) ?? 0),
      number(say('conflict'), ({ attentionBy }) => attentionBy.conflict),
      number(say('held'), ({ attentionBy }) => attentionBy.held),
      number(say('rejected'), ({ attentionBy }) => attentionBy.rejected),
    ],
  })
}

export function reasonList(visit: Visit<Key>, reasons: readonly AttentionReason[]): Html {
  const { say } = visit
  return visit.list<AttentionReason>({
    name: 'reasons',
    title: say('reasons'),
    empty: say('nothingRefused'),
    rows: reasons,
    columns: [
      {
        heading: say('becameOf'),
        value: ({ result }) => say(result),
      },
      { heading: say('reason'), value: ({ reason }) => (reason === null ? say('conflictWhy') : say(reason)) },
      { heading: say('entries'), isNumber: true, value: ({ entries }) => entries },
      { heading: say('unions'), isNumber: true, value: ({ organisations }) => organisations },
    ],
  })
}

/** The devices of one branch. */
export function deviceList(visit: Visit<Key>, devices: readonly DeviceEntry[]): Html {
  return visit.list<DeviceEntry>({ ...deviceFrame(visit, null), rows: devices })
}

/** The devices of all branches that are seen. */
export function allDevices(visit: Visit<Key>, nameOf: (id: string) => string): Promise<Html> {
  const { say, seen } = visit
  return visit.longList<DeviceEntry>({
    ...deviceFrame(visit, nameOf),
    search: say('search'),
    count: (words) => countDevices(seen, words),
    read: (words, page) => devicesOf(seen, null, { words, ...page }),
  })
}

function deviceFrame(visit: Visit<Key>, nameOf: ((id: string) => string) | null) {
  const { say, language } = visit
  const ofBranch: Column<DeviceEntry>[] =
    nameOf === null
      ? []
      : [
          {
            heading: say('unionName'),
            value: ({ organisation }) => nameOf(organisation),
            show: ({ organisation }) =>
              html`<a href="/branch?organisation=${organisation}">${nameOf(organisation)}</a>`,
          },
        ]
  const revokeOne = ({ organisation, device, revokedAt }: DeviceEntry) =>
    revokedAt === null
      ? html`<a
          href="/revoke?organisation=${organisation}&amp;device=${device}"
          aria-label="${say('revokeNamed', { name: device.slice(-8) })}"
          >${say('revoke')}</a
        >`
      : ''
  const columns: readonly Column<DeviceEntry>[] = [
    ...ofBranch,
    { heading: say('device'), value: ({ device }) => device.slice(-8) },
    {
      heading: say('enrolledAt'),
      value: ({ enrolledAt }) => timeText(enrolledAt),
      show: ({ enrolledAt }) => time(enrolledAt, language),
    },
    {
      heading: say('revokedAt'),
      value: ({ revokedAt }) => (revokedAt === null ? null : timeText(revokedAt)),
      show: ({ revokedAt }) => (revokedAt === null ? null : time(revokedAt, language)),
    },
    { heading: say('connection'), value: ({ revokedAt }) => say(revokedAt === null ? 'enrolled' : 'revoked') },
    ...(visit.may('manage') ? [{ heading: say('actions'), show: revokeOne }] : []),
  ]
  const rowId = ({ device }: DeviceEntry) => device
  return { name: 'devices', title: say('devices'), empty: say('noDevices'), rowId, columns }
}
