import type { BranchDatabase } from '../../../../db/branch-database'
import { basisQueries } from '../../../../db/queries/dues/bases'
import { memberQueries } from '../../../../db/queries/members'
import { failure } from '../../../../shared/contract/errors'
import type { Month } from '../../../../shared/model/date'
import type { DuesBasis } from '../../../../shared/model/dues-rule'
import { duesBasisIdSchema, newId, type BatchId, type DuesBasisId, type MemberId } from '../../../../shared/model/id'
import { changedBasis, isSameBasis, type BasisChange } from '../../../../shared/rules/dues/basis'
import { writeRows } from '../../write-rows'

/** What is to become of a member's basis. */
export interface MemberChange {
  readonly memberId: MemberId
  readonly change: BasisChange
}

interface Plan {
  readonly additions: readonly DuesBasis[]
  readonly replacements: readonly DuesBasis[]
  readonly same: number
}

/** What changes of bases from a month on come to. Throws NOT_FOUND. */
export function planBases(
  db: BranchDatabase,
  changes: readonly MemberChange[],
  validFrom: Month,
  note: string | null,
): Plan {
  const { inMonth } = basisQueries(db)
  const { nameOf } = memberQueries(db)
  const additions: DuesBasis[] = []
  const replacements: DuesBasis[] = []
  const byMember = new Map(changes.map(({ memberId, change }) => [memberId, change]))
  for (const [memberId, change] of byMember) {
    if (nameOf.get(memberId) === undefined) throw failure('NOT_FOUND')
    const before = inMonth(memberId, validFrom)
    const content = changedBasis(before, change)
    if (isSameBasis(before, content)) continue
    if (before?.validFrom === validFrom) replacements.push({ ...before, ...content, note: note ?? before.note })
    else additions.push({ id: newId(duesBasisIdSchema), memberId, validFrom, note, ...content })
  }
  return { additions, replacements, same: byMember.size - additions.length - replacements.length }
}

/** Writes them as one batch. Throws NOT_FOUND, BASIS_EXISTS, NOTHING_TO_SAVE. */
export async function setBases(
  db: BranchDatabase,
  changes: readonly MemberChange[],
  {
    validFrom,
    note,
    replace,
    title,
  }: {
    readonly validFrom: Month
    readonly note: string | null
    /** Whether bases that begin in the very month are replaced. */
    readonly replace: boolean
    readonly title: string
  },
): Promise<{ batchId: BatchId; members: number }> {
  const { additions, replacements } = planBases(db, changes, validFrom, note)
  if (replacements.length > 0 && !replace) {
    throw failure('BASIS_EXISTS', { month: validFrom, members: replacements.length })
  }
  const rows = [...additions, ...replacements]
  if (rows.length === 0) throw failure('NOTHING_TO_SAVE')
  const { insert, update } = basisQueries(db)
  const added = new Set(additions)
  const batchId = await writeRows(db, { kind: 'basis', title }, rows, (row) =>
    added.has(row) ? insert(row) : update(row),
  )
  return { batchId, members: rows.length }
}

/** Takes a basis away: the one before it holds on. Throws NOT_FOUND. */
export function removeBasis(db: BranchDatabase, id: DuesBasisId): { batchId: BatchId } {
  const { byId, remove } = basisQueries(db)
  const basis = byId(id)
  if (basis === undefined) throw failure('NOT_FOUND')
  const title = `${memberQueries(db).nameOf.get(basis.memberId) ?? ''} ${basis.validFrom}`
  const { batchId } = db.writeBatch({ kind: 'basis', title }, () => {
    remove.run(id)
    return { count: 1, result: null }
  })
  return { batchId }
}

/** How a batch about members is called: by the one member's name, or by the month alone. */
export function titleOf(db: BranchDatabase, memberIds: readonly MemberId[], month: Month): string {
  const [only] = memberIds
  const name = only === undefined || memberIds.length > 1 ? undefined : memberQueries(db).nameOf.get(only)
  return name === undefined ? month : `${name} ${month}`
}
