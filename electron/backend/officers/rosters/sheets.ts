import type { BranchDatabase } from '../../../../db/branch-database'
import { memberQueries } from '../../../../db/queries/members'
import { articleQueries } from '../../../../db/queries/officers/articles'
import { teamQueries } from '../../../../db/queries/officers/team'
import { trainingQueries } from '../../../../db/queries/officers/training'
import type { OfficerRoster } from '../../../../shared/contract/officers/rosters'
import type { Day } from '../../../../shared/model/date'
import type { CommitteeId, MemberId } from '../../../../shared/model/id'
import type { TeamRoleKind } from '../../../../shared/model/team'
import { daysOfYear } from '../../../../shared/rules/funds/year'
import type { RosterWords } from '../../../../shared/rules/officers/roster-words'
import type { LedgerColumn, LedgerValue } from '../../ledger-sheet'
import { detailOf } from '../committees/summaries'
import { congressOf } from '../delegates/congress'
import { providersOf } from '../providers/contracts'

/** A list as its workbook and its print hold it; the first column counts the rows. */
export interface RosterSheet {
  readonly title: string
  readonly lines: readonly string[]
  readonly columns: readonly LedgerColumn[]
  readonly rows: readonly (readonly LedgerValue[])[]
}

type Kind = LedgerColumn['kind']

/** Enough for every list; SQLite takes -1 for no limit. */
const ALL = -1

/** What lists say of a person; nothing that is masked. */
function personOf(db: BranchDatabase, id: MemberId) {
  const member = memberQueries(db).get.get(id)
  return {
    gender: member?.gender ?? null,
    ethnicity: member?.ethnicity ?? null,
    born: member?.birthDate?.slice(0, 7) ?? null,
    politicalStatus: member?.politicalStatus ?? null,
    education: member?.education ?? null,
    department: member?.department ?? null,
  }
}

function sheet(
  words: RosterWords,
  of: OfficerRoster['of'],
  title: string,
  lines: readonly string[],
  columns: readonly (readonly [width: number, kind: Kind])[],
  rows: readonly (readonly LedgerValue[])[],
): RosterSheet {
  return {
    title,
    lines,
    columns: words.headings[of].map((heading, column): LedgerColumn => {
      const [width, kind] = column === 0 ? ([6, 'count'] as const) : (columns[column - 1] ?? ([12, 'text'] as const))
      return { heading, width, kind }
    }),
    rows: rows.map((values, index) => [index + 1, ...values]),
  }
}

/** The list asked for. Throws NOT_FOUND. */
export function rosterSheet(db: BranchDatabase, roster: OfficerRoster, words: RosterWords, today: Day): RosterSheet {
  switch (roster.of) {
    case 'committee':
      return committeeSheet(db, roster.committeeId, words, today)
    case 'delegates':
      return delegateSheet(db, roster.committeeId, words, today)
    case 'team':
      return teamSheet(db, roster.kind, words, today)
    case 'service':
      return sheet(
        words,
        'service',
        words.service(roster.year),
        [],
        [
          [12, 'text'],
          [24, 'text'],
          [10, 'count'],
          [10, 'count'],
        ],
        teamQueries(db)
          .service.all({ today, ...daysOfYear(roster.year) })
          .map(({ name, department, activities, hours }) => [name, department, activities, hours]),
      )
    case 'training':
      return trainingSheet(db, roster.year, words)
    case 'providers':
      return sheet(
        words,
        'providers',
        words.providers,
        [],
        [
          [28, 'text'],
          [10, 'text'],
          [12, 'text'],
          [16, 'text'],
          [8, 'count'],
          [12, 'day'],
          [22, 'text'],
        ],
        providersOf(db, today).map(({ name, kind, contact, phone, contracts, validUntil, isRetired, note }) => [
          name,
          kind,
          contact,
          phone,
          contracts,
          validUntil,
          isRetired ? words.retired : note,
        ]),
      )
    case 'articles':
      return articleSheet(db, roster.year, words)
  }
}

function committeeSheet(db: BranchDatabase, id: CommitteeId, words: RosterWords, today: Day): RosterSheet {
  const committee = detailOf(db, id, today)
  // Those who held a seat when it ended, or hold one today.
  const isOver = committee.state === 'ended'
  const seats = committee.posts.filter(({ isHeld }) => isOver || isHeld)
  const people = seats.map((post) => ({ ...post, ...personOf(db, post.memberId) }))
  return sheet(
    words,
    'committee',
    words.committee(committee.unitName, committee.term, committee.kind),
    [
      ...(committee.electedOn === null || committee.endsOn === null
        ? []
        : [words.elected(committee.electedOn, committee.endsOn)]),
      words.counted(people.length, people.filter(({ gender }) => gender === '女').length),
    ],
    [
      [10, 'text'],
      [6, 'text'],
      [8, 'text'],
      [10, 'text'],
      [12, 'text'],
      [12, 'text'],
      [18, 'text'],
      [18, 'text'],
      [8, 'text'],
      [12, 'text'],
    ],
    people.map((post) => [
      post.memberName,
      post.gender,
      post.ethnicity,
      post.born,
      post.politicalStatus,
      post.education,
      post.department,
      post.title,
      post.engagement,
      post.heldFrom,
    ]),
  )
}

function delegateSheet(db: BranchDatabase, id: CommitteeId, words: RosterWords, today: Day): RosterSheet {
  const { term } = detailOf(db, id, today)
  const { rows, units, delegates, womenDelegates } = congressOf(db, id, today)
  return sheet(
    words,
    'delegates',
    words.delegates(term),
    [words.counted(delegates, womenDelegates)],
    [
      [10, 'text'],
      [6, 'text'],
      [10, 'text'],
      [12, 'text'],
      [18, 'text'],
      [18, 'text'],
      [12, 'day'],
      [12, 'day'],
      [16, 'text'],
    ],
    rows.map((delegate) => {
      const { gender, born, politicalStatus } = personOf(db, delegate.memberId)
      const unit = units.find(({ unitId }) => unitId === delegate.unitId)?.name ?? null
      return [
        delegate.name,
        gender,
        born,
        politicalStatus,
        delegate.department,
        delegate.unitId === null ? words.wholeBranch : unit,
        delegate.electedOn,
        delegate.endedOn,
        delegate.note,
      ]
    }),
  )
}

function teamSheet(db: BranchDatabase, kind: TeamRoleKind | null, words: RosterWords, today: Day): RosterSheet {
  const roles = teamQueries(db)
    .list.all({ kind, isHeldOnly: 1, isLeftOnly: 0, search: '', today, limit: ALL, offset: 0 })
    .map((role) => ({ ...role, gender: personOf(db, role.memberId).gender }))
  const people = new Map(roles.map(({ memberId, gender }) => [memberId, gender]))
  return sheet(
    words,
    'team',
    words.team(kind),
    [words.counted(people.size, [...people.values()].filter((gender) => gender === '女').length)],
    [
      [18, 'text'],
      [10, 'text'],
      [6, 'text'],
      [18, 'text'],
      [16, 'text'],
      [16, 'text'],
      [12, 'day'],
      [12, 'day'],
      [16, 'text'],
    ],
    roles.map((role) => [
      words.roles[role.kind],
      role.name,
      role.gender,
      role.department,
      role.unitId === null ? words.wholeBranch : role.unitName,
      role.skill,
      role.from,
      role.until,
      role.note,
    ]),
  )
}

function trainingSheet(db: BranchDatabase, year: string, words: RosterWords): RosterSheet {
  return sheet(
    words,
    'training',
    words.training(year),
    [],
    [
      [12, 'day'],
      [30, 'text'],
      [10, 'text'],
      [8, 'count'],
      [12, 'text'],
      [22, 'text'],
      [10, 'count'],
      [10, 'count'],
    ],
    trainingQueries(db)
      .list.all(daysOfYear(year))
      .map(({ startsOn, title, type, hours, lecturer, providerName, signedUp, present }) => [
        startsOn,
        title,
        words.types[type] ?? null,
        hours,
        lecturer,
        providerName,
        signedUp,
        present,
      ]),
  )
}

function articleSheet(db: BranchDatabase, year: string, words: RosterWords): RosterSheet {
  const span = daysOfYear(year)
  const { list, adopted } = articleQueries(db)
  const counts = adopted.all(span)
  return sheet(
    words,
    'articles',
    words.articles(year),
    counts.length === 0 ? [] : [words.adopted(counts.map(({ level, count }) => [level, count] as const))],
    [
      [12, 'day'],
      [32, 'text'],
      [12, 'text'],
      [16, 'text'],
      [18, 'text'],
      [10, 'text'],
      [12, 'day'],
      [12, 'text'],
    ],
    list
      .all({ ...span, adoption: null, search: '' })
      .map(({ writtenOn, title, writer, department, channel, adoption, adoptedOn, approvedBy }) => [
        writtenOn,
        title,
        writer,
        department,
        channel,
        adoption === null ? null : words.levels[adoption],
        adoptedOn,
        approvedBy,
      ]),
  )
}
