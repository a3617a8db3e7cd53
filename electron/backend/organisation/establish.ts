import type { BranchDatabase } from '../../../db/branch-database'
import { organisationQueries } from '../../../db/queries/organisation'
import type { ProposedUnit, UnitToEstablish } from '../../../shared/contract/organisation'
import { failure } from '../../../shared/contract/errors'
import { newId, unitIdSchema, type BatchId } from '../../../shared/model/id'
import type { Unit } from '../../../shared/model/unit'
import { groupSpellings, spellingKey, type CountedSpelling } from '../../../shared/rules/organisation/spelling'
import { similarDepartments } from '../../../shared/rules/roster/departments'
import { placementsOf, writePlaces, type Placement } from './places'
import { aliasesBeside, newUnit, requireFreeNames, stored, unitsOf } from './units'

/** Names of units that stand in the title of the batch. */
const NAMED_IN_TITLE = 3

/** How many members have each department, and within it each group. */
function namesInUse(db: BranchDatabase): Map<string, { count: number; groups: Map<string, number> }> {
  const departments = new Map<string, { count: number; groups: Map<string, number> }>()
  for (const { department, unionGroup, count } of organisationQueries(db).placed.iterate()) {
    if (department === null) continue
    const found = departments.get(department) ?? { count: 0, groups: new Map<string, number>() }
    departments.set(department, found)
    found.count += count
    if (unionGroup !== null) found.groups.set(unionGroup, (found.groups.get(unionGroup) ?? 0) + count)
  }
  return departments
}

function counted(names: Iterable<readonly [string, number]>): CountedSpelling[] {
  return [...names].map(([text, count]) => ({ text, count }))
}

/** Units that the departments and groups in use, which no unit has, would make. */
export function proposalOf(db: BranchDatabase): ProposedUnit[] {
  const units = unitsOf(db)
  const branches = units.filter(({ parentId }) => parentId === null)
  const inUse = namesInUse(db)
  const groupsOf = (spellings: readonly CountedSpelling[]) => {
    const groups = new Map<string, number>()
    for (const { text } of spellings)
      for (const [group, count] of inUse.get(text)?.groups ?? []) groups.set(group, (groups.get(group) ?? 0) + count)
    return groups
  }

  const withNewGroups = branches
    .filter(({ closedOn }) => closedOn === null)
    .flatMap((branch): ProposedUnit[] => {
      const names = new Set(units.filter(({ parentId }) => parentId === branch.id).map(({ name }) => name))
      const groups = groupsOf([{ text: branch.name, count: 0 }])
      const fresh = counted(groups).filter(({ text }) => !names.has(text))
      if (fresh.length === 0) return []
      return [
        {
          existing: branch.id,
          name: branch.name,
          spellings: [],
          groups: groupsProposed(fresh),
          similar: [],
        },
      ]
    })

  const taken = new Set(branches.map(({ name }) => name))
  const fresh = [...inUse].flatMap(([text, { count }]) => (taken.has(text) ? [] : [{ text, count }]))
  const grouped = groupSpellings(fresh)
  const known = branches.filter(({ closedOn }) => closedOn === null)
  const proposed = grouped.map(({ name, spellings }): ProposedUnit => {
    const others = grouped.filter((other) => other.name !== name).map((other) => ({ name: other.name, aliases: [] }))
    return {
      existing: null,
      name,
      spellings: [...spellings],
      groups: groupsProposed(counted(groupsOf(spellings))),
      similar: [...similarDepartments(name, known), ...similarDepartments(name, others)],
    }
  })
  return [...proposed, ...withNewGroups]
}

/** Groups in the order of their numbers: 第一小组 before 第二小组 and 第十小组. */
function groupsProposed(names: readonly CountedSpelling[]): ProposedUnit['groups'] {
  const inOrder = new Intl.Collator('zh', { numeric: true })
  return groupSpellings(names)
    .toSorted((a, b) => inOrder.compare(spellingKey(a.name), spellingKey(b.name)))
    .map(({ name, spellings }) => ({ name, spellings: [...spellings] }))
}

/** Joins the unit of that name among its siblings, or makes it; its spellings become aliases. */
function joined(
  units: Map<string, Unit>,
  parentId: Unit['parentId'],
  { name, spellings }: Pick<UnitToEstablish, 'name' | 'spellings'>,
): Unit {
  const siblings = [...units.values()].filter((unit) => unit.parentId === parentId)
  const there = siblings.find((unit) => unit.name === name)
  if (there !== undefined && there.closedOn !== null) throw failure('UNIT_CLOSED')
  const unit =
    there === undefined
      ? newUnit(newId(unitIdSchema), { parentId, name, aliases: [...spellings], foundedOn: null }, siblings)
      : { ...there, aliases: aliasesBeside(name, [...there.aliases, ...spellings]) }
  requireFreeNames(
    siblings.filter(({ id }) => id !== unit.id),
    unit,
  )
  units.set(unit.id, unit)
  return unit
}

/**
 * Makes or joins units; whoever has one of their spellings gets the name. Throws UNIT_NAME_TAKEN, UNIT_CLOSED for a
 * unit of that name that was closed.
 */
export async function establish(
  db: BranchDatabase,
  wanted: readonly UnitToEstablish[],
): Promise<{ batchId: BatchId; units: number; members: number }> {
  const before = new Map(unitsOf(db).map((unit) => [unit.id, unit]))
  const units = new Map<string, Unit>(before)
  const placements: Placement[] = []
  for (const entry of wanted) {
    const branch = joined(units, null, entry)
    const groupNames = new Map(
      entry.groups.flatMap((group) => {
        const { name } = joined(units, branch.id, group)
        return group.spellings.map((spelling) => [spelling, name] as const)
      }),
    )
    for (const department of new Set([...entry.spellings, branch.name])) {
      const to = ({ unionGroup }: { readonly unionGroup: string | null }) => ({
        department: branch.name,
        unionGroup: unionGroup === null ? null : (groupNames.get(unionGroup) ?? unionGroup),
      })
      placements.push(...placementsOf(db, { department, unionGroup: null }, to))
    }
  }
  const touched = [...units.values()].filter((unit) => before.get(unit.id) !== unit)
  const names = wanted.slice(0, NAMED_IN_TITLE).map(({ name }) => name)
  const title = names.join('、') + (wanted.length > NAMED_IN_TITLE ? ' …' : '')
  const { insertUnit, updateUnit } = organisationQueries(db)
  const written = await writePlaces(db, { kind: 'organisation', title }, placements, () => {
    // A 分会 is always touched before its groups.
    for (const unit of touched) {
      if (before.has(unit.id)) updateUnit.run(stored(unit))
      else insertUnit.run(stored(unit))
    }
    return touched.length
  })
  return { ...written, units: touched.length }
}
