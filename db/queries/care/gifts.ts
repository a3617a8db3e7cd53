import type { GiftFilter } from '../../../shared/contract/care/gifts'
import type { CareGift } from '../../../shared/model/care-gift'
import type { Fen } from '../../../shared/model/money'
import type { Page } from '../../../shared/model/page'
import { perDatabase } from '../../branch-database'
import { stands } from '../funds/standing-entries'

/** A line of the register as it is found. */
export type GiftRow = CareGift & {
  readonly name: string
  readonly department: string | null
  readonly isBooked: 0 | 1
}

export type GiftSearch = Omit<GiftFilter, 'isUnsigned' | 'isUnbooked'> & {
  readonly isUnsigned: 0 | 1
  readonly isUnbooked: 0 | 1
}

/** SQL: whether a spending that stands paid a gift. */
const isBooked = `EXISTS (SELECT 1 FROM fund_entry AS entry WHERE entry.id = gift.fund_entry_id AND ${stands('entry')})`

const columns = `gift.id, gift.member_id AS memberId, gift.kind, gift.occasion, gift."on", gift.form, gift.amount, gift.goods,
  gift.hardship_file_id AS hardshipFileId, gift.aid_kind AS aidKind, gift.fund_entry_id AS fundEntryId, gift.decision,
  gift.over_limit_reason AS overLimitReason, gift.signed_on AS signedOn, gift.received_by AS receivedBy, gift.note,
  member.name AS name, member.department AS department, ${isBooked} AS isBooked`

const contains = (column: string) => `instr(lower(coalesce(${column}, '')), lower(@search)) > 0`

const found = `FROM care_gift AS gift JOIN member ON member.id = gift.member_id
  WHERE gift."on" BETWEEN @year || '-01-01' AND @year || '-12-31'
    AND (@kind IS NULL OR gift.kind = @kind)
    AND (@month IS NULL OR substr(gift."on", 1, 7) = @month)
    AND (@department IS NULL OR member.department = @department)
    AND (@isUnsigned = 0 OR gift.signed_on IS NULL)
    AND (@isUnbooked = 0 OR NOT ${isBooked})
    AND (@search = '' OR ${contains('member.name')} OR ${contains('gift.goods')})`

/** Prepared statements of the register of gifts; amounts in fen. */
export const giftQueries = perDatabase(({ sqlite }) => ({
  list: sqlite.prepare<[GiftSearch & Page], GiftRow>(
    `SELECT ${columns} ${found} ORDER BY gift."on" DESC, gift.id DESC LIMIT @limit OFFSET @offset`,
  ),
  sums: sqlite.prepare<[GiftSearch], { readonly total: number; readonly amount: Fen; readonly members: number }>(
    `SELECT count(*) AS total, coalesce(sum(gift.amount), 0) AS amount, count(DISTINCT gift.member_id) AS members ${found}`,
  ),
}))
