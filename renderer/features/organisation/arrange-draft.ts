import type { ProposedUnit, UnitToEstablish } from '../../../shared/contract/organisation'

/** A proposed unit with what a person decides about it. */
export interface ArrangeRow {
  readonly proposal: ProposedUnit
  /** The name it gets. */
  readonly name: string
  /** False leaves its members' department as it is. */
  readonly isUsed: boolean
  /** The name of the unit that it is merged into; null keeps it apart. */
  readonly into: string | null
  /** Names of its groups that are to be made. */
  readonly groups: readonly string[]
}

/** Everything is proposed to be made as it is; nothing is merged that is only alike. */
export function arrangeRows(proposals: readonly ProposedUnit[]): readonly ArrangeRow[] {
  return proposals.map((proposal) => ({
    proposal,
    name: proposal.name,
    isUsed: true,
    into: null,
    groups: proposal.groups.map(({ name }) => name),
  }))
}

/** The units that come of it: rows that are used, with what was merged into them. */
export function unitsToEstablish(rows: readonly ArrangeRow[]): readonly UnitToEstablish[] {
  const used = rows.filter(({ isUsed }) => isUsed)
  const names = [...new Set(used.map(targetOf))].filter((name) => name !== '')
  return names.map((name) => {
    const parts = used.filter((row) => targetOf(row) === name)
    return {
      name,
      spellings: parts.flatMap(({ proposal }) => proposal.spellings.map(({ text }) => text)),
      groups: groupsOf(parts),
    }
  })
}

function targetOf({ into, name }: ArrangeRow): string {
  return into ?? name.trim()
}

/** Groups of merged units that have the same name are one. */
function groupsOf(parts: readonly ArrangeRow[]): UnitToEstablish['groups'] {
  const chosen = parts.flatMap(({ proposal, groups }) => proposal.groups.filter(({ name }) => groups.includes(name)))
  return [...new Set(chosen.map(({ name }) => name))].map((name) => ({
    name,
    spellings: [
      ...new Set(
        chosen.filter((group) => group.name === name).flatMap(({ spellings }) => spellings.map(({ text }) => text)),
      ),
    ],
  }))
}

/**
 * The names that a row may be merged into: those of the other rows which are used and not merged themselves, and the
 * 分会 there are.
 */
export function mergeTargets(
  rows: readonly ArrangeRow[],
  of: ArrangeRow,
  existing: readonly string[],
): readonly string[] {
  const others = rows.filter((row) => row !== of && row.isUsed && row.into === null).map(({ name }) => name.trim())
  const names = [...new Set([...of.proposal.similar, ...existing, ...others])]
  const possible = new Set([...existing, ...others])
  return names.filter((name) => name !== '' && possible.has(name) && name !== of.name.trim())
}

/** The same rows with one changed; what was merged into it goes along with its new name, or stands alone again. */
export function changedRow(
  rows: readonly ArrangeRow[],
  of: ArrangeRow,
  changes: Partial<Omit<ArrangeRow, 'proposal'>>,
): readonly ArrangeRow[] {
  const after = { ...of, ...changes }
  const oldName = of.name.trim()
  const wasTarget = of.into === null && of.isUsed
  const isTarget = after.into === null && after.isUsed && after.name.trim() !== ''
  return rows.map((row) => {
    if (row === of) return after
    if (!wasTarget || row.into !== oldName) return row
    return { ...row, into: isTarget ? after.name.trim() : null }
  })
}

/** What a row may mean by a slip of the pen: a 分会 that there is, or a name used by more members than its own. */
export function likelyMeant(rows: readonly ArrangeRow[], of: ArrangeRow, existing: readonly string[]): string | null {
  // Proposals come with the most used first.
  const before = rows.slice(0, rows.indexOf(of)).map(({ proposal }) => proposal.name)
  const targets = mergeTargets(rows, of, existing)
  const meant = of.proposal.similar.find(
    (name) => targets.includes(name) && (existing.includes(name) || before.includes(name)),
  )
  return meant ?? null
}
