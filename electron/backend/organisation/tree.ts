import type { BranchDatabase } from '../../../db/branch-database'
import { organisationQueries, type PlacedCount } from '../../../db/queries/organisation'
import type { Officer, UnitTree } from '../../../shared/contract/organisation'
import type { Day } from '../../../shared/model/date'
import type { UnitId } from '../../../shared/model/id'
import type { Unit } from '../../../shared/model/unit'
import { wasHeldOn } from '../../../shared/rules/organisation/as-of'
import { unitFinder } from '../../../shared/rules/organisation/units'
import { unitsOf } from './units'

class Present {
  active = 0
  kept = 0

  count({ status, count }: PlacedCount): void {
    if (status === 'active') this.active += count
    if (status === 'kept') this.kept += count
  }

  get counts() {
    return { active: this.active, kept: this.kept }
  }
}

/** Posts with their holders and whether it is sure that they were held on a day. */
export function officersOn(
  db: BranchDatabase,
  day: Day,
  today: Day,
): readonly (Officer & { readonly sure: boolean })[] {
  return organisationQueries(db)
    .posts.all()
    .flatMap((post) => {
      const held = wasHeldOn(post, day, today)
      return held === 'no' ? [] : [{ ...post, sure: held === 'yes' }]
    })
}

/** Each 分会 followed by its 小组. */
function inTreeOrder(units: readonly Unit[]): readonly Unit[] {
  return units
    .filter(({ parentId }) => parentId === null)
    .flatMap((branch) => [branch, ...units.filter(({ parentId }) => parentId === branch.id)])
}

/** The units with their present members and officers. */
export function treeOf(db: BranchDatabase, today: Day): UnitTree {
  const units = unitsOf(db)
  const unitOf = unitFinder(units)
  const inUnits = new Map(units.map(({ id }) => [id, new Present()]))
  const unplaced = new Present()
  const branch = new Present()
  for (const placed of organisationQueries(db).placed.iterate()) {
    branch.count(placed)
    const unit = unitOf(placed.department, placed.unionGroup)
    if (unit === null) unplaced.count(placed)
    else for (const id of [unit.id, ...(unit.parentId === null ? [] : [unit.parentId])]) inUnits.get(id)?.count(placed)
  }
  const officers = officersOn(db, today, today)
  const officersIn = (unitId: UnitId | null) => officers.filter((officer) => officer.unitId === unitId)
  return {
    units: inTreeOrder(units).map((unit) => ({
      ...unit,
      ...(inUnits.get(unit.id) ?? new Present()).counts,
      officers: officersIn(unit.id),
    })),
    branch: { ...branch.counts, officers: officersIn(null) },
    unplaced: unplaced.counts,
  }
}
