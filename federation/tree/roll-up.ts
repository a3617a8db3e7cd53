import { sql } from 'drizzle-orm'
import type { Hub } from '../hub'
import { directive, directiveRecipient, figure, organisation } from '../schema'
import { pathTo } from './place'
import { nodeBelow, treeBelow, type TreeNode } from './tree'
import { isAtOrBelow } from './visible'

/** A branch that was in contact with its hub within so many days counts as heard of. */
export const HEARD_DAYS = 14

/** What the branches at or below a node amount to together. Amounts in fen. */
export interface Sums {
  /** Branches that are not closed, and those of them heard of lately. */
  readonly branches: number
  readonly heard: number
  /** Members in good standing or kept, and those of them whose record lacks something. */
  readonly members: number
  readonly incomplete: number
  /** Of the month. */
  readonly duesCharged: number
  readonly duesReceived: number
  readonly activities: number
  readonly participations: number
  /** Answers that directives in force ask of branches, and those given. */
  readonly asked: number
  readonly answered: number
}

const none: Sums = {
  ...{ branches: 0, heard: 0, members: 0, incomplete: 0, duesCharged: 0, duesReceived: 0 },
  ...{ activities: 0, participations: 0, asked: 0, answered: 0 },
}

export interface RolledUp {
  readonly node: TreeNode
  readonly sums: Sums
  /** The contact of the branch at or below it that was in contact longest ago; null without one. */
  readonly oldestContact: Date | null
  /** How far below the node that was asked for. */
  readonly level: number
}

export function minus(whole: Sums, part: Sums): Sums {
  return {
    branches: whole.branches - part.branches,
    heard: whole.heard - part.heard,
    members: whole.members - part.members,
    incomplete: whole.incomplete - part.incomplete,
    duesCharged: whole.duesCharged - part.duesCharged,
    duesReceived: whole.duesReceived - part.duesReceived,
    activities: whole.activities - part.activities,
    participations: whole.participations - part.participations,
    asked: whole.asked - part.asked,
    answered: whole.answered - part.answered,
  }
}

export function plus(one: Sums, other: Sums): Sums {
  return minus(one, minus(none, other))
}

/** Sums by node from the kept figures, for nodes of some levels from a depth on; the hub itself is at depth 1. */
async function sumsByNode(hub: Hub, node: string, month: string, from: number, to: number) {
  const { orm, identity } = hub
  const seen = isAtOrBelow(hub, node) ?? sql`true`
  const nodes = sql`unnest((ARRAY[${identity.id}::uuid] || ${organisation.path})[${from}::integer:${to}::integer])`
  const isOpenBranch = sql`${organisation.kind} = 'branch' AND ${organisation.closedAt} IS NULL`
  const branches = await orm
    .select({
      node: sql<string>`node`,
      branches: sql<number>`count(*)::integer`,
      heard: sql<number>`(count(*) FILTER
        (WHERE ${organisation.lastContact} > now() - make_interval(days => ${HEARD_DAYS})))::integer`,
      oldest: sql<Date>`min(${organisation.lastContact})`.mapWith(organisation.lastContact),
    })
    .from(sql`${organisation}, ${nodes} AS node`)
    .where(sql`${seen} AND ${isOpenBranch}`)
    .groupBy(sql`node`)
  const counted = sql`
    (${figure.period} = '' AND ${figure.name} IN ('members.active', 'members.kept', 'incomplete')
      OR ${figure.period} = ${month}
        AND ${figure.name} IN ('duesCharged', 'duesReceived', 'activities', 'participations'))`
  const figures = await orm
    .select({
      node: sql<string>`node`,
      name: sql<string>`${figure.name}`,
      value: sql<number>`sum(${figure.value})::float8`,
    })
    .from(
      sql`${figure} JOIN ${organisation} ON ${organisation.organisation} = ${figure.organisation}, ${nodes} AS node`,
    )
    .where(sql`${seen} AND ${counted}`)
    .groupBy(sql`node`, figure.name)
  const answers = await orm
    .select({
      node: sql<string>`node`,
      asked: sql<number>`count(*)::integer`,
      answered: sql<number>`(count(*) FILTER (WHERE ${figure.value} > 0))::integer`,
    })
    .from(
      sql`${directiveRecipient}
        JOIN ${directive} ON ${directive.organisation} = ${identity.id}
          AND ${directive.directive} = ${directiveRecipient.directive} AND ${directive.body}->>'withdrawnAt' IS NULL
        JOIN ${organisation} ON ${organisation.organisation} = ${directiveRecipient.organisation}
        LEFT JOIN ${figure} ON ${figure.organisation} = ${directiveRecipient.organisation}
          AND ${figure.name} = 'directiveAnswers' AND ${figure.period} = ${directiveRecipient.directive}::text,
        ${nodes} AS node`,
    )
    .where(seen)
    .groupBy(sql`node`)
  const valueOf = new Map(figures.map((line) => [`${line.node} ${line.name}`, line.value]))
  const branchesOf = new Map(branches.map((line) => [line.node, line]))
  const answersOf = new Map(answers.map((line) => [line.node, line]))
  return (id: string): Pick<RolledUp, 'sums' | 'oldestContact'> => {
    const value = (name: string) => valueOf.get(`${id} ${name}`) ?? 0
    const sums: Sums = {
      branches: branchesOf.get(id)?.branches ?? 0,
      heard: branchesOf.get(id)?.heard ?? 0,
      members: value('members.active') + value('members.kept'),
      incomplete: value('incomplete'),
      duesCharged: value('duesCharged'),
      duesReceived: value('duesReceived'),
      activities: value('activities'),
      participations: value('participations'),
      asked: answersOf.get(id)?.asked ?? 0,
      answered: answersOf.get(id)?.answered ?? 0,
    }
    return { sums, oldestContact: branchesOf.get(id)?.oldest ?? null }
  }
}

/**
 * A node, first, and so many levels of what is below it, or all, each with what its branches amount to, those above before
 * those below. What a node has itself beside what is below it, which only a branch may, is its sums less those below.
 * Reads kept figures only. None for a node that is not there.
 */
export async function rollUp(hub: Hub, node: string, month: string, levels?: number): Promise<RolledUp[]> {
  const { identity, orm } = hub
  const isRoot = node === identity.id
  const depth = (await pathTo(orm, isRoot ? null : node)).length + 1
  const below = await treeBelow(hub, node, levels)
  const top = await nodeBelow(hub, identity.id, node)
  if (top === undefined) return []
  const deepest = Math.max(0, ...below.map(({ path }) => path.length)) + 1
  const sumsOf = await sumsByNode(hub, node, month, depth, deepest)
  const line = (of: TreeNode): RolledUp => ({ node: of, level: of.path.length + 1 - depth, ...sumsOf(of.id) })
  return [line(top), ...below.filter(({ id }) => id !== node).map(line)]
}
