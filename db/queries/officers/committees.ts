import type { Candidate, Committee, ElectionStep } from '../../../shared/model/committee'
import type { Day, PartialDate } from '../../../shared/model/date'
import type { CandidateId, CommitteeId, ElectionStepId, PostId } from '../../../shared/model/id'
import type { MembershipStatus } from '../../../shared/model/membership'
import type { Post } from '../../../shared/model/post'
import { perDatabase } from '../../branch-database'

/** Somebody who stands, as its row holds it. */
type StoredCandidate = Omit<Candidate, 'isElected'> & { readonly isElected: number }

interface Person {
  readonly name: string
  readonly gender: string | null
  readonly department: string | null
}

const candidateOf = <Row extends StoredCandidate>({ isElected, ...row }: Row) => ({
  ...row,
  isElected: isElected === 1,
})

const committeeColumns = `committee.id, committee.kind, unit_id AS unitId, term, elected_on AS electedOn, years,
  approved_on AS approvedOn, approval_document AS approvalDocument, postponed_to AS postponedTo,
  postponement_document AS postponementDocument, ended_on AS endedOn, delegate_quota AS delegateQuota, note`

const postColumns = `post.id, post.member_id AS memberId, post.unit_id AS unitId, title, engagement, term,
  committee_id AS committeeId, held_from AS heldFrom, held_to AS heldTo, document_number AS documentNumber, post.note,
  member.name AS memberName, status`

const candidateColumns = 'id, committee_id AS committeeId, member_id AS memberId, title, votes, is_elected AS isElected'

const stepColumns = `id, committee_id AS committeeId, kind, "on", document, expected, present, issued, returned, valid, note`

/** Prepared statements of committees, their seats and their elections. */
export const committeeQueries = perDatabase(({ sqlite }) => {
  const candidates = sqlite.prepare<[CommitteeId], StoredCandidate & Person>(
    `SELECT candidate.id, committee_id AS committeeId, candidate.member_id AS memberId, title, votes,
      is_elected AS isElected, name, gender, department
    FROM candidate JOIN member ON member.id = candidate.member_id WHERE committee_id = ? ORDER BY candidate.id`,
  )
  const candidate = sqlite.prepare<[CandidateId], StoredCandidate>(
    `SELECT ${candidateColumns} FROM candidate WHERE id = ?`,
  )
  return {
    /** In the order in which they were recorded. */
    list: sqlite.prepare<[], Committee>(`SELECT ${committeeColumns} FROM committee ORDER BY id`),
    get: sqlite.prepare<[CommitteeId], Committee>(`SELECT ${committeeColumns} FROM committee WHERE id = ?`),
    insert: sqlite.prepare<[Committee]>(
      `INSERT INTO committee (id, kind, unit_id, term, elected_on, years, approved_on, approval_document, postponed_to,
        postponement_document, ended_on, delegate_quota, note)
      VALUES (@id, @kind, @unitId, @term, @electedOn, @years, @approvedOn, @approvalDocument, @postponedTo,
        @postponementDocument, @endedOn, @delegateQuota, @note)`,
    ),
    update: sqlite.prepare<[Committee]>(
      `UPDATE committee SET kind = @kind, unit_id = @unitId, term = @term, elected_on = @electedOn, years = @years,
        approved_on = @approvedOn, approval_document = @approvalDocument, postponed_to = @postponedTo,
        postponement_document = @postponementDocument, ended_on = @endedOn, delegate_quota = @delegateQuota,
        note = @note WHERE id = @id`,
    ),
    remove: sqlite.prepare<[CommitteeId]>('DELETE FROM committee WHERE id = ?'),
    removeSteps: sqlite.prepare<[CommitteeId]>('DELETE FROM election_step WHERE committee_id = ?'),
    removeCandidates: sqlite.prepare<[CommitteeId]>('DELETE FROM candidate WHERE committee_id = ?'),
    removeDelegates: sqlite.prepare<[CommitteeId]>('DELETE FROM delegate WHERE committee_id = ?'),
    releasePosts: sqlite.prepare<[CommitteeId]>('UPDATE post SET committee_id = NULL WHERE committee_id = ?'),

    /** Posts that name a committee, with their holders. */
    posts: sqlite.prepare<[CommitteeId], Post & { readonly memberName: string; readonly status: MembershipStatus }>(
      `SELECT ${postColumns} FROM post JOIN member ON member.id = post.member_id
      JOIN member_standing ON member_standing.member_id = post.member_id
      WHERE committee_id = ? ORDER BY held_to IS NOT NULL, post.id`,
    ),
    /** Every post with its holder and place, the latest first. */
    allPosts: sqlite.prepare<
      [],
      Post & { readonly memberName: string; readonly status: MembershipStatus; readonly unitName: string | null }
    >(
      `SELECT ${postColumns}, unit.name AS unitName FROM post JOIN member ON member.id = post.member_id
      JOIN member_standing ON member_standing.member_id = post.member_id LEFT JOIN unit ON unit.id = post.unit_id
      ORDER BY held_from IS NULL, held_from DESC, post.id DESC`,
    ),
    adopt: sqlite.prepare<[{ readonly id: PostId; readonly committeeId: CommitteeId; readonly term: string }]>(
      'UPDATE post SET committee_id = @committeeId, term = coalesce(term, @term) WHERE id = @id',
    ),
    endPost: sqlite.prepare<[{ readonly id: PostId; readonly heldTo: PartialDate }]>(
      'UPDATE post SET held_to = @heldTo WHERE id = @id',
    ),

    steps: sqlite.prepare<[CommitteeId], ElectionStep>(
      `SELECT ${stepColumns} FROM election_step WHERE committee_id = ? ORDER BY "on", id`,
    ),
    step: sqlite.prepare<[ElectionStepId], ElectionStep>(`SELECT ${stepColumns} FROM election_step WHERE id = ?`),
    insertStep: sqlite.prepare<[ElectionStep]>(
      `INSERT INTO election_step (id, committee_id, kind, "on", document, expected, present, issued, returned, valid, note)
      VALUES (@id, @committeeId, @kind, @on, @document, @expected, @present, @issued, @returned, @valid, @note)`,
    ),
    updateStep: sqlite.prepare<[ElectionStep]>(
      `UPDATE election_step SET "on" = @on, document = @document, expected = @expected, present = @present,
        issued = @issued, returned = @returned, valid = @valid, note = @note WHERE id = @id`,
    ),
    removeStep: sqlite.prepare<[ElectionStepId]>('DELETE FROM election_step WHERE id = ?'),

    /** In the order in which they were put up. */
    candidates: (id: CommitteeId) => candidates.all(id).map(candidateOf),
    candidate: (id: CandidateId): Candidate | null => {
      const row = candidate.get(id)
      return row === undefined ? null : candidateOf(row)
    },
    insertCandidate: sqlite.prepare<[StoredCandidate]>(
      `INSERT INTO candidate (id, committee_id, member_id, title, votes, is_elected)
      VALUES (@id, @committeeId, @memberId, @title, @votes, @isElected)`,
    ),
    setVotes: sqlite.prepare<
      [
        {
          readonly id: CandidateId
          readonly committeeId: CommitteeId
          readonly votes: number | null
          readonly isElected: number
        },
      ]
    >('UPDATE candidate SET votes = @votes, is_elected = @isElected WHERE id = @id AND committee_id = @committeeId'),
    removeCandidate: sqlite.prepare<[CandidateId]>('DELETE FROM candidate WHERE id = ?'),

    endDelegates: sqlite.prepare<[{ readonly committeeId: CommitteeId; readonly endedOn: Day }]>(
      'UPDATE delegate SET ended_on = @endedOn WHERE committee_id = @committeeId AND ended_on IS NULL',
    ),
    /** 在籍 members, the women among them, and the staff of the employer. */
    numbers: sqlite.prepare<[], { readonly members: number; readonly women: number; readonly staff: number | null }>(
      `SELECT count(*) AS members, coalesce(sum(gender = '女'), 0) AS women, (SELECT staff_count FROM branch) AS staff
      FROM member_standing JOIN member ON member.id = member_id WHERE status = 'active'`,
    ),
  }
})
