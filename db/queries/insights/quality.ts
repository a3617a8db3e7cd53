import type { PartialDate } from '../../../shared/model/date'
import type { MemberId } from '../../../shared/model/id'
import type { IdType } from '../../../shared/rules/id-document'
import { perDatabase } from '../../branch-database'

export type QualityLine = readonly [
  row: number,
  id: MemberId,
  department: string | null,
  gender: string | null,
  birthDate: PartialDate | null,
  ethnicity: string | null,
  idType: IdType | null,
  idNumber: string | null,
  phone: string | null,
]

/** Prepared statements of what the records of active and kept members hold. */
export const qualityQueries = perDatabase(({ sqlite }) => ({
  /** The next members after a row, in the order in which they lie. */
  after: sqlite
    .prepare<[{ readonly row: number; readonly limit: number }], QualityLine>(
      `SELECT member.rowid, member.id, department, gender, birth_date, ethnicity, id_type, id_number, phone
      FROM member CROSS JOIN member_standing ON member_standing.member_id = member.id
      WHERE member.rowid > @row AND status IN ('active', 'kept') ORDER BY member.rowid LIMIT @limit`,
    )
    .raw(),
  twice: sqlite
    .prepare<[], string>(
      `SELECT id_number FROM member INDEXED BY member_by_id_number WHERE id_number IS NOT NULL
      GROUP BY id_number HAVING count(*) > 1`,
    )
    .pluck(),
  byName: sqlite.prepare<[], MemberId>('SELECT member_id FROM member_standing ORDER BY pinyin, member_id').pluck(),
}))
