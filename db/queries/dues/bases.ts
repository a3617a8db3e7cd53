import type { BasisFilter, MemberBasis } from '../../../shared/contract/dues/bases'
import type { Month } from '../../../shared/model/date'
import { duesBasisSchema, type DuesBasis } from '../../../shared/model/dues-rule'
import type { DuesBasisId, MemberId } from '../../../shared/model/id'
import type { Page } from '../../../shared/model/page'
import { perDatabase } from '../../branch-database'

/** A basis as its row holds it. */
type BasisRow = Omit<DuesBasis, 'pay'> & { readonly pay: string }

const columns = `id, member_id AS memberId, valid_from AS validFrom, member_class AS memberClass, grade, pay, note`

function basisOf(row: BasisRow): DuesBasis {
  return { ...row, pay: duesBasisSchema.shape.pay.parse(JSON.parse(row.pay)) }
}

interface OfMonth {
  readonly month: Month
  readonly filter: BasisFilter | null
  /** A full-text expression of `searchQuery`; null for everybody. */
  readonly query: string | null
}

/** Present members, with the basis of a month. */
const ofMonth = `FROM member_standing AS standing JOIN member ON member.id = standing.member_id
  LEFT JOIN dues_basis ON dues_basis.id = (
    SELECT id FROM dues_basis WHERE member_id = standing.member_id AND valid_from <= @month
    ORDER BY valid_from DESC LIMIT 1)
  WHERE status IN ('active', 'kept')`
const filtered = `(@filter IS NULL OR coalesce(member_class, 'none') = @filter)
  AND (@query IS NULL OR search_id IN (SELECT rowid FROM member_search WHERE member_search MATCH @query))`

/** Prepared statements of the bases of dues 缴费基数. */
export const basisQueries = perDatabase(({ sqlite }) => {
  const inMonth = sqlite.prepare<[MemberId, Month], BasisRow>(
    `SELECT ${columns} FROM dues_basis WHERE member_id = ? AND valid_from <= ? ORDER BY valid_from DESC LIMIT 1`,
  )
  const ofMember = sqlite.prepare<[MemberId], BasisRow>(
    `SELECT ${columns} FROM dues_basis WHERE member_id = ? ORDER BY valid_from DESC`,
  )
  const byId = sqlite.prepare<[DuesBasisId], BasisRow>(`SELECT ${columns} FROM dues_basis WHERE id = ?`)
  const insert = sqlite.prepare<[BasisRow]>(
    `INSERT INTO dues_basis (id, member_id, valid_from, member_class, grade, pay, note)
    VALUES (@id, @memberId, @validFrom, @memberClass, @grade, @pay, @note)`,
  )
  const update = sqlite.prepare<[BasisRow]>(
    `UPDATE dues_basis SET member_class = @memberClass, grade = @grade, pay = @pay, note = @note WHERE id = @id`,
  )
  const list = sqlite.prepare<[OfMonth & Page], Omit<MemberBasis, 'basis'> & { readonly basisId: DuesBasisId | null }>(
    `SELECT standing.member_id AS memberId, name, department, staff_number AS staffNumber, wage, dues_basis.id AS basisId
    ${ofMonth} AND ${filtered} ORDER BY pinyin, standing.member_id LIMIT @limit OFFSET @offset`,
  )
  const rowOf = (basis: DuesBasis): BasisRow => ({ ...basis, pay: JSON.stringify(basis.pay) })
  return {
    /** What holds for a member in a month. */
    inMonth: (memberId: MemberId, month: Month): DuesBasis | null => {
      const row = inMonth.get(memberId, month)
      return row === undefined ? null : basisOf(row)
    },
    ofMember: (memberId: MemberId) => ofMember.all(memberId).map(basisOf),
    byId: (id: DuesBasisId): DuesBasis | undefined => {
      const row = byId.get(id)
      return row === undefined ? undefined : basisOf(row)
    },
    insert: (basis: DuesBasis): void => {
      insert.run(rowOf(basis))
    },
    update: (basis: DuesBasis): void => {
      update.run(rowOf(basis))
    },
    remove: sqlite.prepare<[DuesBasisId]>('DELETE FROM dues_basis WHERE id = ?'),
    person: sqlite.prepare<[MemberId], Omit<MemberBasis, 'basis'>>(
      'SELECT id AS memberId, name, department, staff_number AS staffNumber, wage FROM member WHERE id = ?',
    ),
    list: (which: OfMonth & Page): MemberBasis[] =>
      list.all(which).map(({ basisId, ...member }) => {
        const row = basisId === null ? undefined : byId.get(basisId)
        return { ...member, basis: row === undefined ? null : basisOf(row) }
      }),
    count: sqlite.prepare<[OfMonth], number>(`SELECT count(*) ${ofMonth} AND ${filtered}`).pluck(),
    counts: sqlite.prepare<[{ readonly month: Month }], { readonly filter: BasisFilter; readonly members: number }>(
      `SELECT coalesce(member_class, 'none') AS filter, count(*) AS members ${ofMonth} GROUP BY 1`,
    ),
  }
})
