import { statusAfter } from '../shared/rules/membership-status'

const cases = Object.entries(statusAfter).map(([type, status]) => `WHEN '${type}' THEN '${status}'`)

/** SQL of the status that the column `type` of `membership_event` leads to. */
export const statusByType = `CASE type ${cases.join(' ')} END`
