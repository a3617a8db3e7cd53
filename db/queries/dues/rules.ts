import type { Month } from '../../../shared/model/date'
import type { DuesRule } from '../../../shared/model/dues-rule'
import type { BatchId, DuesRuleId, MemberId } from '../../../shared/model/id'
import { perDatabase } from '../../branch-database'
import { storedFormulaSchema } from './stored-formula'

/** A rule as its row holds it. */
type RuleRow = Omit<DuesRule, 'formula'> & { readonly formula: string }

/** Prepared statements of the dues rules. */
export const duesRuleQueries = perDatabase(({ sqlite }) => {
  const rules = sqlite.prepare<[], RuleRow>(
    `SELECT id, formula, valid_from AS validFrom, valid_until AS validUntil, decision, decided_on AS decidedOn
    FROM dues_rule ORDER BY valid_from DESC, id DESC`,
  )
  const insert = sqlite.prepare<[RuleRow]>(
    `INSERT INTO dues_rule (id, formula, valid_from, valid_until, decision, decided_on)
    VALUES (@id, @formula, @validFrom, @validUntil, @decision, @decidedOn)`,
  )
  const isUsed = sqlite.prepare<[DuesRuleId], number>('SELECT EXISTS (SELECT 1 FROM dues_entry WHERE rule_id = ?)')
  const addedBy = sqlite.prepare<[DuesRuleId], BatchId>(
    `SELECT batch_id FROM change WHERE row_id = ? AND "table" = 'dues_rule' AND operation = 'insert'
      AND batch_id IS NOT NULL ORDER BY position DESC LIMIT 1`,
  )
  return {
    /** Newest first. */
    all: () =>
      rules.all().map((row): DuesRule => ({ ...row, formula: storedFormulaSchema.parse(JSON.parse(row.formula)) })),

    insert: (rule: DuesRule): void => {
      insert.run({ ...rule, formula: JSON.stringify(rule.formula) })
    },

    /** Whether anybody was charged by a rule, reversed or not. */
    isUsed: isUsed.pluck(),
    /** The batch that added a rule. */
    addedBy: addedBy.pluck(),
    /** Members found by a full-text expression, see `searchQuery`. */
    found: sqlite
      .prepare<[{ readonly query: string; readonly limit: number }], MemberId>(
        `SELECT member_id FROM member_standing JOIN member_search ON member_search.rowid = search_id
        WHERE member_search MATCH @query ORDER BY member_standing.pinyin, member_id LIMIT @limit`,
      )
      .pluck(),

    /** Sets the last month in which a rule holds. */
    end: sqlite.prepare<[{ readonly id: DuesRuleId; readonly validUntil: Month }]>(
      'UPDATE dues_rule SET valid_until = @validUntil WHERE id = @id',
    ),
  }
})
