import type { Day } from '../../../shared/model/date'
import { fundSplitRuleSchema, type FundSplitRule } from '../../../shared/model/fund'
import type { FundSplitRuleId } from '../../../shared/model/id'
import type { Fen } from '../../../shared/model/money'
import { perDatabase } from '../../branch-database'

/** A rule as its row holds it. */
type SplitRow = Omit<FundSplitRule, 'shares'> & { readonly shares: string }

const sharesSchema = fundSplitRuleSchema.shape.shares

const ruleOf = ({ shares, ...row }: SplitRow): FundSplitRule => ({
  ...row,
  shares: sharesSchema.parse(JSON.parse(shares)),
})

/** Prepared statements of the rules of shares of the 2 % of wages. */
export const splitQueries = perDatabase(({ sqlite }) => {
  const list = sqlite.prepare<[], SplitRow>(
    `SELECT id, region, valid_from AS validFrom, valid_until AS validUntil, shares, own_level AS ownLevel, source
    FROM fund_split_rule ORDER BY valid_from DESC, id DESC`,
  )
  const insert = sqlite.prepare<[SplitRow]>(
    `INSERT INTO fund_split_rule (id, region, valid_from, valid_until, shares, own_level, source)
    VALUES (@id, @region, @validFrom, @validUntil, @shares, @ownLevel, @source)`,
  )
  return {
    /** The latest first. */
    list: () => list.all().map(ruleOf),
    insert: (rule: FundSplitRule): void => {
      insert.run({ ...rule, shares: JSON.stringify(rule.shares) })
    },
    received: sqlite
      .prepare<[{ readonly from: Day; readonly until: Day; readonly category: string }], Fen>(
        `SELECT coalesce(sum(amount), 0) FROM fund_entry
        WHERE account = 'funds' AND category = @category AND "on" BETWEEN @from AND @until`,
      )
      .pluck(),
    remove: sqlite.prepare<[FundSplitRuleId]>('DELETE FROM fund_split_rule WHERE id = ?'),
  }
})
