import { z } from 'zod'

/** What a key of the hub's data API may be used for. */
export const apiScopeSchema = z.enum([
  'organisations',
  'figures',
  'members', // without names and numbers
  'memberParticulars', // all that the record holds
  'dues',
  'activities',
  'directives',
  'roster', // enter a sheet for a branch
])
export type ApiScope = z.infer<typeof apiScopeSchema>
