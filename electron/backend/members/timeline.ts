import type { z } from 'zod'
import { timelineQueries } from '../../../db/queries/member-timeline'
import { timelineKindSchema, type timelineInputSchema } from '../../../shared/contract/member-timeline'
import { isSensitiveOpen, logSensitiveView } from '../access/sensitive'
import { requireMember } from './require-member'

type TimelineInput = z.output<typeof timelineInputSchema>

/** See the contract; that there is a hardship file is told, and logged, while sensitive data is open only. */
export function timelineOf(
  context: Parameters<typeof isSensitiveOpen>[0],
  { id, kinds, offset, limit }: TimelineInput,
) {
  const { db } = context
  requireMember(db, id)
  const isOpen = isSensitiveOpen(context) ? 1 : 0
  const { page, counts } = timelineQueries(db)
  const found = new Map(counts.all({ id, isOpen }).map(({ kind, count }) => [kind, count]))
  const rows = page.all({ id, isOpen, kinds: JSON.stringify(kinds), limit, offset })
  for (const row of rows) {
    if (row.kind === 'hardship') {
      db.write(() => logSensitiveView(context, { subject: 'hardshipFile', id: row.id, memberId: id }))
    }
  }
  return {
    total: [...found].reduce(
      (sum, [kind, count]) => (kinds.length === 0 || kinds.includes(kind) ? sum + count : sum),
      0,
    ),
    rows,
    kinds: timelineKindSchema.options.flatMap((kind) => {
      const count = found.get(kind)
      return count === undefined ? [] : [{ kind, count }]
    }),
  }
}
