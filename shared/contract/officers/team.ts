import { z } from 'zod'
import { daySchema } from '../../model/date'
import { batchIdSchema, memberIdSchema, teamRoleIdSchema } from '../../model/id'
import { membershipStatusSchema } from '../../model/membership'
import { pageOf, pageSchema } from '../../model/page'
import { teamRoleInputSchema, teamRoleKindSchema, teamRoleSchema } from '../../model/team'
import { procedure } from '../errors'

const countSchema = z.int().nonnegative()
const batchRefSchema = z.object({ batchId: batchIdSchema })
const endsAfterStart = ({ from, until }: { from: string; until: string | null }) => until === null || until >= from

export const namedTeamRoleSchema = teamRoleSchema.extend({
  name: z.string(),
  department: z.string().nullable(),
  status: membershipStatusSchema,
  unitName: z.string().nullable(),
  /** Held today. */
  isHeld: z.boolean(),
})
export type NamedTeamRole = z.infer<typeof namedTeamRoleSchema>

/** Roles to list: of a kind or all, today's or all. */
export const teamFilterSchema = z.object({
  kind: teamRoleKindSchema.nullable(),
  isHeldOnly: z.boolean(),
  /** Roles held by people who are no members any more. */
  isLeftOnly: z.boolean().default(false),
  search: z.string().trim().max(60).default(''),
})

/** What a member did in a year, from the activities that they attended. */
export const serviceSchema = z.object({
  memberId: memberIdSchema,
  name: z.string(),
  department: z.string().nullable(),
  activities: countSchema,
  hours: countSchema,
})
export type Service = z.infer<typeof serviceSchema>

/** The team 工作队伍: information officers, correspondents, commentators, volunteers, trainers, mediators, safety. */
export const team = {
  /** By kind and name. */
  list: procedure.input(teamFilterSchema.extend(pageSchema.shape)).output(pageOf(namedTeamRoleSchema)),
  /** How many hold each kind of role today, and how many of them left the union. */
  counts: procedure.output(z.array(z.object({ kind: teamRoleKindSchema, count: countSchema, left: countSchema }))),
  /** Latest first. */
  ofMember: procedure.input(z.object({ memberId: memberIdSchema })).output(z.array(namedTeamRoleSchema)),
  /** Appoints members as one batch; who has the role already on the day is left out. */
  add: procedure
    .input(
      z
        .object({
          ...teamRoleInputSchema.omit({ memberId: true }).shape,
          memberIds: z.array(memberIdSchema).min(1).max(10_000),
        })
        .refine(endsAfterStart),
    )
    .output(batchRefSchema.extend({ added: countSchema })),
  update: procedure
    .input(z.object({ id: teamRoleIdSchema, role: teamRoleInputSchema.refine(endsAfterStart) }))
    .output(batchRefSchema),
  /** Ends roles on a day, those that began later on their first day, as one batch. */
  end: procedure
    .input(z.object({ ids: z.array(teamRoleIdSchema).min(1).max(10_000), until: daySchema }))
    .output(batchRefSchema),
  /** For roles recorded by mistake. */
  remove: procedure.input(z.object({ ids: z.array(teamRoleIdSchema).min(1).max(10_000) })).output(batchRefSchema),
  /** Today's volunteers by name, with the volunteering that they took part in in a year. */
  service: procedure.input(z.object({ year: z.string().regex(/^\d{4}$/) })).output(z.array(serviceSchema)),
}
