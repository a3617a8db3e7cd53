import type { Attached } from '../../shared/contract/duplicates'
import type { PartialDate } from '../../shared/model/date'
import type { DuesEntry } from '../../shared/model/dues'
import type { MemberId, MemberMergeId, NotSamePersonId } from '../../shared/model/id'
import { perDatabase } from '../branch-database'

/** A member as duplicates are looked for. */
export interface PersonRow {
  readonly id: MemberId
  readonly name: string
  readonly pinyin: string
  readonly idNumber: string | null
  /** Numbers of further documents, JSON. */
  readonly documents: string | null
  readonly birthDate: PartialDate | null
  readonly phone: string | null
  readonly staffNumber: string | null
}

type Move = { readonly from: MemberId; readonly into: MemberId }

/** What moves to the other record as it is. */
const movable = [
  'identity_document',
  'relative',
  'honour',
  'post',
  'care_gift',
  'request',
  'legal_case',
  'mutual_aid',
  'checkup',
] as const

/** Prepared statements of duplicates and of merging them. */
export const duplicateQueries = perDatabase(({ sqlite }) => ({
  /** Everybody who stands in a list. */
  persons: sqlite.prepare<[], PersonRow>(
    `SELECT member.id, name, pinyin, id_number AS idNumber, birth_date AS birthDate, phone, staff_number AS staffNumber,
      (SELECT json_group_array(number) FROM identity_document WHERE member_id = member.id) AS documents
    FROM member_standing JOIN member ON member.id = member_id`,
  ),
  judged: sqlite.prepare<[], { readonly memberId: MemberId; readonly otherId: MemberId }>(
    'SELECT member_id AS memberId, other_id AS otherId FROM not_same_person',
  ),
  distinguish: sqlite.prepare<
    [{ readonly id: NotSamePersonId; readonly memberId: MemberId; readonly otherId: MemberId }]
  >('INSERT OR IGNORE INTO not_same_person (id, member_id, other_id) VALUES (@id, @memberId, @otherId)'),

  attached: sqlite.prepare<[{ readonly id: MemberId }], Attached>(
    `SELECT (SELECT count(*) FROM membership_event WHERE member_id = @id) AS events,
      (SELECT count(*) FROM dues_entry WHERE member_id = @id) AS duesEntries,
      (SELECT count(*) FROM participation WHERE member_id = @id) AS participations,
      (SELECT count(*) FROM identity_document WHERE member_id = @id) AS documents,
      (SELECT count(*) FROM relative WHERE member_id = @id) AS relatives,
      (SELECT count(*) FROM honour WHERE member_id = @id) AS honours,
      (SELECT count(*) FROM post WHERE member_id = @id) AS posts`,
  ),

  move: movable.map((table) => sqlite.prepare<[Move]>(`UPDATE ${table} SET member_id = @into WHERE member_id = @from`)),
  // Where both signed up, or both have a value, the one of the record that stays counts; `removeLeft` takes the other.
  moveParticipations: sqlite.prepare<[Move]>(
    'UPDATE OR IGNORE participation SET member_id = @into WHERE member_id = @from',
  ),
  moveCustomValues: sqlite.prepare<[Move]>(
    'UPDATE OR IGNORE custom_value SET member_id = @into WHERE member_id = @from',
  ),
  // Of two bases or exemptions that begin in the same month that of the record that stays counts.
  moveBases: sqlite.prepare<[Move]>('UPDATE OR IGNORE dues_basis SET member_id = @into WHERE member_id = @from'),
  moveExemptions: sqlite.prepare<[Move]>(
    `UPDATE dues_exemption SET member_id = @into WHERE member_id = @from
      AND "from" NOT IN (SELECT "from" FROM dues_exemption WHERE member_id = @into)`,
  ),
  removeLeft: (['participation', 'custom_value', 'dues_basis', 'dues_exemption'] as const).map((table) =>
    sqlite.prepare<[{ readonly from: MemberId }]>(`DELETE FROM ${table} WHERE member_id = @from`),
  ),
  /** What was merged into the record before goes on with it. */
  moveMerged: sqlite.prepare<[Move]>('UPDATE member_merge SET into_id = @into WHERE into_id = @from'),
  merge: sqlite.prepare<[Move & { readonly id: MemberMergeId }]>(
    'INSERT INTO member_merge (id, member_id, into_id) VALUES (@id, @from, @into)',
  ),

  /** Months for which a member is charged, reversals taken off; that of a waiver is above zero. */
  monthsCharged: sqlite
    .prepare<[MemberId], string>(
      `SELECT month FROM dues_entry
      WHERE member_id = ? AND month IS NOT NULL AND (kind = 'charge' OR (kind = 'reversal' AND amount < 0))
      GROUP BY month HAVING sum(amount) > 0`,
    )
    .pluck(),
  /** Lines of a batch that carried a ledger from one member to another, by whether they took away or added. */
  carried: sqlite.prepare<[{ readonly batchId: string }], Pick<DuesEntry, 'id' | 'kind' | 'reversesId'>>(
    `SELECT id, kind, reverses_id AS reversesId FROM dues_entry
    WHERE id IN (SELECT row_id FROM change WHERE batch_id = @batchId AND "table" = 'dues_entry') ORDER BY rowid`,
  ),
}))
