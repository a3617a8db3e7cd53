import {
  ENDING_DAYS,
  type ClaimFilter,
  type ClaimRow,
  type CoverFilter,
  type CoverRow,
  type CoverView,
} from '../../../../shared/contract/care/registers'
import type { Day } from '../../../../shared/model/date'
import type { MemberId, MutualAidClaimId, MutualAidId } from '../../../../shared/model/id'
import type { Fen } from '../../../../shared/model/money'
import type { Page } from '../../../../shared/model/page'
import type { MutualAid, MutualAidClaim } from '../../../../shared/model/service-register'
import { perDatabase } from '../../../branch-database'

type StoredCovers = CoverFilter & { readonly today: Day; readonly query: string | null }
type StoredClaims = ClaimFilter & { readonly query: string | null }

const found = (memberId: string) => `${memberId} IN (SELECT member_id FROM member_standing
  JOIN member_search ON member_search.rowid = search_id WHERE member_search MATCH @query)`

const cover = `cover.id, cover.member_id AS memberId, plan, valid_from AS validFrom, valid_until AS validUntil, premium, payer,
  number, note`
const coverRows = `${cover}, name, department,
  (SELECT count(*) FROM mutual_aid_claim WHERE mutual_aid_id = cover.id) AS claims
  FROM mutual_aid AS cover JOIN member ON member.id = cover.member_id`

/** Of present members, not gone on with by a later cover of the same plan. */
const isEnding = `valid_until BETWEEN date(@today, '-${ENDING_DAYS} days') AND date(@today, '+${ENDING_DAYS} days')
  AND EXISTS (SELECT 1 FROM member_standing WHERE member_id = cover.member_id AND status IN ('active', 'kept'))
  AND NOT EXISTS (SELECT 1 FROM mutual_aid AS later WHERE later.member_id = cover.member_id AND later.plan = cover.plan
    AND later.valid_until > cover.valid_until)`
const isCurrent = 'valid_from <= @today AND valid_until >= @today'
const wantedCovers = `WHERE CASE @view WHEN 'current' THEN ${isCurrent} WHEN 'ending' THEN ${isEnding}
    WHEN 'ended' THEN valid_until < @today ELSE 1 END
  AND (@plan IS NULL OR plan = @plan)
  AND (@search = '' OR instr(lower(coalesce(number, '')), lower(@search)) > 0
    OR (@query IS NOT NULL AND ${found('cover.member_id')}))`
const coverOrder = 'ORDER BY valid_until, cover.id'

const claim = `claim.id, mutual_aid_id AS mutualAidId, happened_on AS happenedOn, claimed_on AS claimedOn, claimed, paid,
  paid_on AS paidOn`
const claimState = `CASE WHEN paid IS NOT NULL THEN 'paid' WHEN refusal IS NOT NULL THEN 'refused' ELSE 'open' END`
const claims = `mutual_aid_claim AS claim JOIN mutual_aid AS cover ON cover.id = mutual_aid_id
  JOIN member ON member.id = cover.member_id`
const claimRows = `${claim}, cover.member_id AS memberId, name, department, plan, ${claimState} AS state FROM ${claims}`
const wantedClaims = `WHERE (@view = 'all' OR ${claimState} = @view)
  AND (@search = '' OR (@query IS NOT NULL AND ${found('cover.member_id')}))`

/** Prepared statements of mutual aid 互助保障; amounts in fen. */
export const mutualAidQueries = perDatabase(({ sqlite }) => ({
  covers: sqlite.prepare<[StoredCovers & Page], CoverRow>(
    `SELECT ${coverRows} ${wantedCovers} ${coverOrder} LIMIT @limit OFFSET @offset`,
  ),
  coverSums: sqlite.prepare<[StoredCovers], { readonly total: number; readonly premium: Fen }>(
    `SELECT count(*) AS total, coalesce(sum(premium), 0) AS premium FROM mutual_aid AS cover ${wantedCovers}`,
  ),
  coverIds: sqlite
    .prepare<[StoredCovers], MutualAidId>(`SELECT cover.id FROM mutual_aid AS cover ${wantedCovers} ${coverOrder}`)
    .pluck(),
  coverCounts: sqlite.prepare<[{ readonly today: Day }], Readonly<Record<CoverView, number>>>(
    `SELECT count(*) AS "all", count(*) FILTER (WHERE ${isCurrent}) AS current,
      count(*) FILTER (WHERE ${isEnding}) AS ending, count(*) FILTER (WHERE valid_until < @today) AS ended
    FROM mutual_aid AS cover`,
  ),
  plans: sqlite.prepare<[], string>('SELECT DISTINCT plan FROM mutual_aid ORDER BY plan').pluck(),
  coversOfMember: sqlite.prepare<[MemberId], CoverRow>(
    `SELECT ${coverRows} WHERE cover.member_id = ? ORDER BY valid_until DESC, cover.id DESC`,
  ),
  cover: sqlite.prepare<[MutualAidId], MutualAid>(`SELECT ${cover} FROM mutual_aid AS cover WHERE id = ?`),
  /** Whether a member is covered by a plan in some of the days. */
  isCovered: sqlite
    .prepare<[Pick<MutualAid, 'memberId' | 'plan' | 'validFrom' | 'validUntil'>], 0 | 1>(
      `SELECT EXISTS (SELECT 1 FROM mutual_aid WHERE member_id = @memberId AND plan = @plan
        AND valid_from <= @validUntil AND valid_until >= @validFrom)`,
    )
    .pluck(),
  insertCover: sqlite.prepare<[MutualAid]>(
    `INSERT INTO mutual_aid (id, member_id, plan, valid_from, valid_until, premium, payer, number, note)
    VALUES (@id, @memberId, @plan, @validFrom, @validUntil, @premium, @payer, @number, @note)`,
  ),
  updateCover: sqlite.prepare<[Omit<MutualAid, 'memberId'>]>(
    `UPDATE mutual_aid SET plan = @plan, valid_from = @validFrom, valid_until = @validUntil, premium = @premium,
      payer = @payer, number = @number, note = @note WHERE id = @id`,
  ),
  removeCover: sqlite.prepare<[MutualAidId]>('DELETE FROM mutual_aid WHERE id = ?'),

  claims: sqlite.prepare<[StoredClaims & Page], ClaimRow>(
    `SELECT ${claimRows} ${wantedClaims} ORDER BY claimed_on DESC, claim.id DESC LIMIT @limit OFFSET @offset`,
  ),
  claimSums: sqlite.prepare<[StoredClaims], { readonly total: number; readonly paid: Fen }>(
    `SELECT count(*) AS total, coalesce(sum(paid), 0) AS paid FROM ${claims} ${wantedClaims}`,
  ),
  claimsOfMember: sqlite.prepare<[MemberId], ClaimRow>(
    `SELECT ${claimRows} WHERE cover.member_id = ? ORDER BY claimed_on DESC, claim.id DESC`,
  ),
  claim: sqlite.prepare<[MutualAidClaimId], MutualAidClaim>(
    `SELECT ${claim}, kind, refusal, note FROM mutual_aid_claim AS claim WHERE id = ?`,
  ),
  insertClaim: sqlite.prepare<[MutualAidClaim]>(
    `INSERT INTO mutual_aid_claim (id, mutual_aid_id, kind, happened_on, claimed_on, claimed, paid, paid_on, refusal, note)
    VALUES (@id, @mutualAidId, @kind, @happenedOn, @claimedOn, @claimed, @paid, @paidOn, @refusal, @note)`,
  ),
  updateClaim: sqlite.prepare<[MutualAidClaim]>(
    `UPDATE mutual_aid_claim SET mutual_aid_id = @mutualAidId, kind = @kind, happened_on = @happenedOn,
      claimed_on = @claimedOn, claimed = @claimed, paid = @paid, paid_on = @paidOn, refusal = @refusal, note = @note
    WHERE id = @id`,
  ),
  removeClaim: sqlite.prepare<[MutualAidClaimId]>('DELETE FROM mutual_aid_claim WHERE id = ?'),
  removeClaimsOf: sqlite.prepare<[MutualAidId]>('DELETE FROM mutual_aid_claim WHERE mutual_aid_id = ?'),
}))
