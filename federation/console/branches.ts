import { and, eq, inArray, isNull, sql, type SQL } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'
import { membershipStatusSchema, type MembershipStatus } from '../../shared/model/membership'
import type { Seen } from '../accounts/seen'
import { attentionResults, type AttentionResult, type MemberGap } from '../figures/figure'
import { figuresByOrganisation } from '../figures/read'
import { device, figure, organisation, record } from '../schema'

/** A branch as the union above sees it: counts, never persons. Amounts in fen. */
export interface BranchOverview {
  readonly id: string
  readonly unionName: string
  readonly creditCode: string | null
  readonly isSample: boolean
  readonly members: Readonly<Partial<Record<MembershipStatus, number>>>
  readonly charged: number
  readonly received: number
  /** Activities of the month, and who came to them. */
  readonly activities: number
  readonly participations: number
  /** Members in good standing or kept whose record lacks something, and what it lacks. */
  readonly incomplete: number
  readonly gaps: Readonly<Record<MemberGap, number>>
  /** Entries that the branch has not sent yet, as it said at its last contact. */
  readonly waiting: number
  /** Entries that the hub refused or holds, by what became of them. */
  readonly attention: number
  readonly attentionBy: Readonly<Record<AttentionResult, number>>
  readonly lastContact: Date
  readonly isEnrolled: boolean
}

const name = sql<string>`coalesce(${record.columns}->>'union_name', ${organisation.unionName})`
const creditCode = sql<string | null>`coalesce(${record.columns}->>'credit_code', ${organisation.creditCode})`
const ownRow = and(
  eq(record.organisation, organisation.organisation),
  eq(record.table, 'branch'),
  eq(record.rowId, organisation.organisation),
)

/** Which of the branches that are seen: one, those with words in name or credit code, a page of them. */
export interface BranchChoice {
  readonly id?: string
  readonly words?: string
  readonly page?: { readonly offset: number; readonly limit: number }
}

function isChosen(seen: Seen, { id, words = '' }: BranchChoice): SQL | undefined {
  const has = sql`strpos(lower(${name} || ' ' || coalesce(${creditCode}, '')), ${words.toLowerCase()}) > 0`
  return and(
    seen.covers(organisation.organisation),
    id === undefined ? undefined : eq(organisation.organisation, id),
    words === '' ? undefined : has,
  )
}

export async function countBranches(seen: Seen, choice: BranchChoice): Promise<number> {
  const [found] = await seen.hub.orm
    .select({ count: sql<number>`count(*)::integer` })
    .from(organisation)
    .leftJoin(record, ownRow)
    .where(isChosen(seen, choice))
  return found?.count ?? 0
}

/** Branches that are seen, by name, with the dues and activities of a month `yyyy-mm`. */
export async function branchOverviews(seen: Seen, month: string, choice: BranchChoice = {}): Promise<BranchOverview[]> {
  const { orm } = seen.hub
  const organisations = await orm
    .select({
      id: organisation.organisation,
      unionName: name.as('name'),
      creditCode,
      isSample: sql<boolean>`coalesce((${record.columns}->>'is_sample')::integer, 0) <> 0`,
      waiting: organisation.waiting,
      lastContact: organisation.lastContact,
    })
    .from(organisation)
    .leftJoin(record, ownRow)
    .where(isChosen(seen, choice))
    .orderBy(sql`name`, organisation.organisation)
    .offset(choice.page?.offset ?? 0)
    .limit(choice.page?.limit ?? Number.MAX_SAFE_INTEGER)
  const isAll = choice.id === undefined && choice.page === undefined
  const of = (column: PgColumn) =>
    isAll
      ? seen.covers(column)
      : inArray(
          column,
          organisations.map(({ id }) => id),
        )
  const figures = await figuresByOrganisation(orm, ['', month], of(figure.organisation))
  const enrolled = await orm
    .select({ id: device.organisation })
    .from(device)
    .where(and(of(device.organisation), isNull(device.revokedAt)))
  const enrolledIds = new Set(enrolled.map(({ id }) => id))

  return organisations.map((branch) => {
    const ofBranch = figures(branch.id)
    const members = membershipStatusSchema.options
      .map((status) => [status, ofBranch(`members.${status}`)] as const)
      .filter(([, count]) => count > 0)
    const gap = (name: MemberGap) => ofBranch(`incomplete.${name}`)
    const attention = (result: AttentionResult) => ofBranch(`attention.${result}`)
    return {
      ...branch,
      members: Object.fromEntries(members),
      charged: ofBranch('duesCharged', month),
      received: ofBranch('duesReceived', month),
      activities: ofBranch('activities', month),
      participations: ofBranch('participations', month),
      incomplete: ofBranch('incomplete'),
      gaps: { idNumber: gap('idNumber'), phone: gap('phone'), birthDate: gap('birthDate') },
      attention: attentionResults.reduce((sum, result) => sum + attention(result), 0),
      attentionBy: { conflict: attention('conflict'), held: attention('held'), rejected: attention('rejected') },
      isEnrolled: enrolledIds.has(branch.id),
    }
  })
}

/** Members whose records are counted: in good standing or kept. */
export function membersHere({ members }: Pick<BranchOverview, 'members'>): number {
  return (members.active ?? 0) + (members.kept ?? 0)
}

/** The names of the branches that are seen and open, by name. */
export function openBranchNames(seen: Seen): Promise<Map<string, string>> {
  return nodeNames(seen, and(eq(organisation.kind, 'branch'), isNull(organisation.closedAt)))
}

/** The names of the organisations that are seen, by name. */
export async function nodeNames(seen: Seen, which?: SQL): Promise<Map<string, string>> {
  const found = await seen.hub.orm
    .select({ id: organisation.organisation, name: organisation.unionName })
    .from(organisation)
    .where(and(seen.covers(organisation.organisation), which))
    .orderBy(organisation.unionName)
  return new Map(found.map(({ id, name }) => [id, name]))
}
