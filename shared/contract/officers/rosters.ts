import { z } from 'zod'
import { committeeIdSchema } from '../../model/id'
import { teamRoleKindSchema } from '../../model/team'
import { procedure } from '../errors'
import { progressOf } from '../progress'
import { sheetLanguageSchema } from '../roster'

const yearSchema = z.string().regex(/^\d{4}$/)

/** Which list 名册, and of what. */
export const officerRosterSchema = z.discriminatedUnion('of', [
  z.object({ of: z.literal('committee'), committeeId: committeeIdSchema }),
  z.object({ of: z.literal('delegates'), committeeId: committeeIdSchema }),
  z.object({ of: z.literal('team'), kind: teamRoleKindSchema.nullable() }),
  z.object({ of: z.literal('service'), year: yearSchema }),
  z.object({ of: z.literal('training'), year: yearSchema }),
  z.object({ of: z.literal('providers') }),
  z.object({ of: z.literal('articles'), year: yearSchema }),
])
export type OfficerRoster = z.infer<typeof officerRosterSchema>

const requestSchema = z.object({ roster: officerRosterSchema, language: sheetLanguageSchema })

/** A list as it is printed: the same that its workbook holds. */
export const printedRosterSchema = z.object({
  title: z.string(),
  /** Below the title. */
  lines: z.array(z.string()),
  columns: z.array(z.object({ heading: z.string(), width: z.number() })),
  rows: z.array(z.array(z.string())),
})
export type PrintedRoster = z.infer<typeof printedRosterSchema>

/** Lists 名册 of officers for print and as workbooks. */
export const rosters = {
  get: procedure.input(requestSchema).output(printedRosterSchema),
  /** Writes it to a workbook; null when the dialog was cancelled. */
  export: procedure
    .input(requestSchema)
    .output(progressOf(z.object({ fileName: z.string(), rows: z.int().nonnegative() }).nullable())),
}
