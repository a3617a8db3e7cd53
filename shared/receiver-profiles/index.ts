import { profileDefinitionSchema, type ReceiverProfile } from '../model/receiver-profile'
import memberSheet from './member-sheet.json'
import organisationSheet from './organisation-sheet.json'

/** The sheets that come with the program. */
export const builtInProfiles: readonly ReceiverProfile[] = [
  { id: 'member-sheet', builtIn: true, issued: null, definition: profileDefinitionSchema.parse(memberSheet) },
  {
    id: 'organisation-sheet',
    builtIn: true,
    issued: null,
    definition: profileDefinitionSchema.parse(organisationSheet),
  },
]
