import type { Month } from '../../../shared/model/date'
import type { DuesRule } from '../../../shared/model/dues-rule'
import type { DuesRuleId } from '../../../shared/model/id'
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
  return {
    /** Newest first. */
    all: () =>
      rules.all().map((row): DuesRule => ({ ...row, formula: storedFormulaSchema.parse(JSON.parse(row.formula)) })),

    insert: (rule: DuesRule): void => {
      insert.run({ ...rule, formula: JSON.stringify(rule.formula) })
    },

    /** Sets the last month in which a rule holds. */
    end: sqlite.prepare<[{ readonly id: DuesRuleId; readonly validUntil: Month }]>(
      'UPDATE dues_rule SET valid_until = @validUntil WHERE id = @id',
    ),
  }
})
