import type { Birthday, GiftFilter, Proposed } from '../../../shared/contract/care/gifts'
import type { CareGift, CareKind } from '../../../shared/model/care-gift'
import type { Day, Month, PartialDate } from '../../../shared/model/date'
import type { BatchId, CareGiftId, FundEntryId, MemberId } from '../../../shared/model/id'
import type { Fen } from '../../../shared/model/money'
import type { Page } from '../../../shared/model/page'
import { perDatabase } from '../../branch-database'
import { stands } from '../funds/standing-entries'

/** A line of the register as it is found. */
export type GiftRow = CareGift & {
  readonly name: string
  readonly department: string | null
  readonly voucherNumber: number | null
}

export type GiftSearch = Omit<GiftFilter, 'isUnsigned' | 'isUnbooked'> & {
  readonly isUnsigned: 0 | 1
  readonly isUnbooked: 0 | 1
}

/** A member as proposals are made. */
export type EntitledRow = Pick<Birthday, 'memberId' | 'name' | 'department'> & {
  readonly birthDate: PartialDate | null
  readonly gender: string | null
  readonly givenId: CareGiftId | null
  readonly givenOn: Day | null
  readonly givenAmount: Fen | null
}

export interface KindSums {
  readonly kind: CareKind
  readonly gifts: number
  readonly people: number
  readonly amount: Fen
}

interface Span {
  readonly from: Day
  readonly until: Day
}

/** SQL: the voucher of the spending that paid a gift and stands. */
const voucher = `(SELECT entry.voucher_number FROM fund_entry AS entry
  WHERE entry.id = gift.fund_entry_id AND ${stands('entry')})`

/** SQL: own money that is not in the book. */
const isUnbooked = `(gift.paid_by IS NULL AND ${voucher} IS NULL)`

const columns = `gift.id, gift.member_id AS memberId, gift.kind, gift.occasion, gift."on", gift.form, gift.amount,
  gift.goods, gift.hardship_file_id AS hardshipFileId, gift.aid_kind AS aidKind, gift.fund_entry_id AS fundEntryId,
  gift.decision, gift.over_limit_reason AS overLimitReason, gift.signed_on AS signedOn,
  gift.received_by AS receivedBy, gift.note, gift.paid_by AS paidBy, member.name, member.department,
  ${voucher} AS voucherNumber`

const gifts = 'care_gift AS gift JOIN member ON member.id = gift.member_id'

const contains = (column: string) => `instr(lower(coalesce(${column}, '')), lower(@search)) > 0`

const found = `FROM ${gifts}
  WHERE gift."on" BETWEEN @year || '-01-01' AND @year || '-12-31'
    AND (@kind IS NULL OR gift.kind = @kind)
    AND (@month IS NULL OR substr(gift."on", 1, 7) = @month)
    AND (@department IS NULL OR member.department = @department)
    AND (@isUnsigned = 0 OR gift.signed_on IS NULL)
    AND (@isUnbooked = 0 OR ${isUnbooked})
    AND (@batchId IS NULL OR gift.id IN (SELECT row_id FROM change
      WHERE batch_id = @batchId AND "table" = 'care_gift' AND operation = 'insert'))
    AND (@search = '' OR ${contains('member.name')} OR ${contains('gift.goods')})`

const order = 'ORDER BY gift."on" DESC, gift.id DESC'

/** Members in good standing with what they were given on an occasion, by name. */
const entitled = (given: string, narrowed: string) => `
  SELECT member.id AS memberId, member.name, member.department, member.birth_date AS birthDate, member.gender,
    gift.id AS givenId, gift."on" AS givenOn, gift.amount AS givenAmount
  FROM member_standing AS standing JOIN member ON member.id = standing.member_id
  LEFT JOIN care_gift AS gift ON gift.id = (SELECT id FROM care_gift
    WHERE member_id = member.id AND ${given} ORDER BY "on" DESC, id DESC LIMIT 1)
  WHERE standing.status = 'active' AND ${narrowed}
  ORDER BY standing.pinyin, member.id`

/** Prepared statements of the register of gifts; amounts in fen. */
export const giftQueries = perDatabase(({ sqlite }) => ({
  list: sqlite.prepare<[GiftSearch & Page], GiftRow>(`SELECT ${columns} ${found} ${order} LIMIT @limit OFFSET @offset`),
  ids: sqlite.prepare<[GiftSearch], CareGiftId>(`SELECT gift.id ${found} ${order}`).pluck(),
  /** By department and name, as lists to sign are. */
  listToSign: sqlite.prepare<[GiftSearch & Page], GiftRow>(
    `SELECT ${columns} ${found.replace('WHERE', 'JOIN member_standing AS standing ON standing.member_id = member.id WHERE')}
    ORDER BY member.department, standing.pinyin, gift."on", gift.id LIMIT @limit OFFSET @offset`,
  ),
  sums: sqlite.prepare<
    [GiftSearch],
    {
      readonly total: number
      readonly amount: Fen
      readonly members: number
      readonly unsigned: number
      readonly unbooked: number
    }
  >(
    `SELECT count(*) AS total, coalesce(sum(gift.amount), 0) AS amount, count(DISTINCT gift.member_id) AS members,
      coalesce(sum(gift.signed_on IS NULL), 0) AS unsigned, coalesce(sum(${isUnbooked}), 0) AS unbooked ${found}`,
  ),
  years: sqlite.prepare<[], string>(`SELECT DISTINCT substr("on", 1, 4) FROM care_gift ORDER BY 1 DESC`).pluck(),
  get: sqlite.prepare<[CareGiftId], GiftRow>(`SELECT ${columns} FROM ${gifts} WHERE gift.id = ?`),
  ofMember: sqlite.prepare<[MemberId], GiftRow>(`SELECT ${columns} FROM ${gifts} WHERE gift.member_id = ? ${order}`),

  insert: sqlite.prepare<[CareGift]>(
    `INSERT INTO care_gift (id, member_id, kind, occasion, "on", form, amount, goods, hardship_file_id, aid_kind,
      fund_entry_id, decision, over_limit_reason, signed_on, received_by, note, paid_by)
    VALUES (@id, @memberId, @kind, @occasion, @on, @form, @amount, @goods, @hardshipFileId, @aidKind, @fundEntryId,
      @decision, @overLimitReason, @signedOn, @receivedBy, @note, @paidBy)`,
  ),
  update: sqlite.prepare<[CareGift]>(
    `UPDATE care_gift SET member_id = @memberId, kind = @kind, occasion = @occasion, "on" = @on, form = @form,
      amount = @amount, goods = @goods, hardship_file_id = @hardshipFileId, aid_kind = @aidKind,
      fund_entry_id = @fundEntryId, decision = @decision, over_limit_reason = @overLimitReason,
      signed_on = @signedOn, received_by = @receivedBy, note = @note, paid_by = @paidBy WHERE id = @id`,
  ),
  setEntry: sqlite.prepare<[{ readonly id: CareGiftId; readonly fundEntryId: FundEntryId }]>(
    'UPDATE care_gift SET fund_entry_id = @fundEntryId WHERE id = @id',
  ),
  setPayer: sqlite.prepare<[Pick<CareGift, 'id' | 'paidBy'>]>('UPDATE care_gift SET paid_by = @paidBy WHERE id = @id'),
  sign: sqlite.prepare<[Pick<CareGift, 'id' | 'signedOn' | 'receivedBy'>]>(
    'UPDATE care_gift SET signed_on = @signedOn, received_by = @receivedBy WHERE id = @id',
  ),
  remove: sqlite.prepare<[CareGiftId]>('DELETE FROM care_gift WHERE id = ?'),

  /** Gifts of a batch, or of the undo of one, that another act booked since: what they are is held by the book. */
  bookedSince: sqlite
    .prepare<[{ readonly batchId: BatchId }], number>(
      `SELECT count(*) FROM care_gift AS gift JOIN fund_entry AS entry ON entry.id = gift.fund_entry_id
      WHERE ${stands('entry')} AND entry.batch_id <> @batchId AND gift.id IN (
        SELECT row_id FROM change WHERE batch_id = @batchId AND "table" = 'care_gift' AND (operation <> 'update'
          OR EXISTS (SELECT 1 FROM json_each(change."after")
            WHERE key IN ('member_id', 'kind', 'on', 'form', 'amount', 'paid_by'))))`,
    )
    .pluck(),

  /** Whose month of birth is the one asked for, or is not known. */
  birthdays: sqlite.prepare<[{ readonly year: string; readonly month: string }], EntitledRow>(
    entitled(
      `kind = 'birthday' AND "on" BETWEEN @year || '-01-01' AND @year || '-12-31'`,
      `(length(coalesce(member.birth_date, '')) < 7 OR substr(member.birth_date, 6, 2) = @month)`,
    ),
  ),
  /** Of an age at which somebody might retire, or of no known one; given what they were ever given for it. */
  retiring: sqlite.prepare<[{ readonly bornFrom: string; readonly bornUntil: string }], EntitledRow>(
    entitled(
      `kind = 'retirement'`,
      `(length(coalesce(member.birth_date, '')) < 7 OR substr(member.birth_date, 1, 4) BETWEEN @bornFrom AND @bornUntil)`,
    ),
  ),
  onOccasion: sqlite.prepare<
    [{ readonly year: string; readonly kind: CareKind; readonly occasion: string | null }],
    Pick<Proposed, 'memberId' | 'name' | 'department'> & EntitledRow
  >(
    entitled(
      `kind = @kind AND (@occasion IS NULL OR occasion = @occasion)
        AND "on" BETWEEN (@year - 1) || '-12-01' AND @year || '-12-31'`,
      '1',
    ),
  ),

  sumsByKind: sqlite.prepare<[Span], KindSums>(
    `SELECT kind, count(*) AS gifts, count(DISTINCT member_id) AS people, sum(amount) AS amount
    FROM care_gift WHERE "on" BETWEEN @from AND @until GROUP BY kind`,
  ),
  activeMembers: sqlite.prepare<[], number>(`SELECT count(*) FROM member_standing WHERE status = 'active'`).pluck(),
  /** How many members in good standing were born in each month of the year. */
  birthdaysByMonth: sqlite.prepare<[], { readonly month: string; readonly members: number }>(
    `SELECT substr(birth_date, 6, 2) AS month, count(*) AS members
    FROM member_standing AS standing JOIN member ON member.id = standing.member_id
    WHERE status = 'active' AND length(birth_date) >= 7 GROUP BY 1`,
  ),
  /** How many members in good standing have their birthday in a month and were given nothing for it in its year. */
  birthdaysLeft: sqlite
    .prepare<[{ readonly month: Month }], number>(
      `SELECT count(*) FROM member_standing AS standing JOIN member ON member.id = standing.member_id
      WHERE standing.status = 'active' AND length(member.birth_date) >= 7
        AND substr(member.birth_date, 6, 2) = substr(@month, 6, 2)
        AND NOT EXISTS (SELECT 1 FROM care_gift WHERE member_id = member.id AND kind = 'birthday'
          AND substr("on", 1, 4) = substr(@month, 1, 4))`,
    )
    .pluck(),
  /** Whether the branch gives its members something for their birthdays: it has a limit for it, or did of late. */
  givesBirthdays: sqlite
    .prepare<[{ readonly since: Day }], number>(
      `SELECT EXISTS (SELECT 1 FROM spending_limit WHERE item = 'birthday')
        OR EXISTS (SELECT 1 FROM care_gift WHERE kind = 'birthday' AND "on" >= @since)`,
    )
    .pluck(),
  /** Gifts given before a day for which nobody signed. */
  unsignedBefore: sqlite
    .prepare<[{ readonly since: Day; readonly before: Day }], number>(
      `SELECT count(*) FROM care_gift WHERE signed_on IS NULL AND "on" BETWEEN @since AND @before`,
    )
    .pluck(),
}))
