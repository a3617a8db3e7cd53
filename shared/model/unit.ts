import { z } from 'zod'
import { partialDateSchema } from './date'
import { unitIdSchema } from './id'

/** 分会 stands at the top of the tree, 小组 below a 分会. */
export const unitKindSchema = z.enum(['branch', 'group'])

/** As long as the field of a member that holds it. */
export const unitNameSchema = z.string().trim().min(1).max(200)

/** What a person states of a unit. */
export const unitInputSchema = z.object({
  /** The 分会 that a 小组 belongs to; null for a 分会. */
  parentId: unitIdSchema.nullable(),
  name: unitNameSchema,
  /** Other spellings of the name that rosters use. */
  aliases: z.array(unitNameSchema).max(100),
  foundedOn: partialDateSchema.nullable(),
})
export type UnitInput = z.infer<typeof unitInputSchema>

/** A unit 分会/小组; a member belongs to the one that `department` and `unionGroup` name. */
export const unitSchema = unitInputSchema.extend({
  id: unitIdSchema,
  kind: unitKindSchema,
  /** Order among its siblings. */
  position: z.int().nonnegative(),
  /** Null while it exists. */
  closedOn: partialDateSchema.nullable(),
})
export type Unit = z.infer<typeof unitSchema>
