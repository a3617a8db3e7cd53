import { duesRuleQueries } from '../../../../db/queries/dues/rules'
import { currentSearchQuery } from '../../../../db/search'
import { withBranch } from '../../context'
import { addRule } from './add-rule'
import { endRule } from './end-rule'
import { affectedMembers, previewRule, ruleExamples } from './preview'

const os = withBranch.dues.rules

/** Dues rules 会费标准. */
export const rules = os.router({
  list: os.list.handler(({ context }) => {
    const { all, isUsed, addedBy } = duesRuleQueries(context.db)
    return all().map((rule) => ({
      ...rule,
      isUsed: isUsed.get(rule.id) === 1,
      batchId: addedBy.get(rule.id) ?? null,
    }))
  }),

  add: os.add.handler(({ context, input }) => addRule(context.db, input)),
  end: os.end.handler(({ context, input }) => endRule(context.db, input.id, input.validUntil)),

  preview: os.preview.handler(({ context, input }) => previewRule(context.db, input)),
  examples: os.examples.handler(({ context, input: { search, ...rule } }) =>
    ruleExamples(context.db, rule, currentSearchQuery(context.db, search)),
  ),
  affected: os.affected.handler(({ context, input }) => affectedMembers(context.db, input)),
})
