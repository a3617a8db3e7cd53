import { reportQueries } from '../../../db/queries/reports'
import { proposeProfiles } from '../../../shared/rules/reports/propose'
import { withBranch } from '../context'
import { checkReport } from './check'
import { placeIn, readReceiverWorkbook } from './fill'
import { namesOf, outputPage, papersOf, saveDocument } from './papers'
import { requireOrganisation } from './people'
import { allProfiles, removeProfile, requireProfile, saveProfile } from './profiles'
import { writeReport } from './write'

const os = withBranch.reports

/** Entries of the log shown beside the profiles. */
const RECENT = 20

/** Reports to receivers 上报. */
export const reports = os.router({
  profiles: os.profiles.handler(({ context }) => allProfiles(context.db)),

  saveProfile: os.saveProfile.handler(({ context, input }) => ({
    id: saveProfile(context.db, input.id, input.definition),
  })),

  removeProfile: os.removeProfile.handler(({ context, input }) => removeProfile(context.db, input.id)),

  proposeProfiles: os.proposeProfiles.handler(async ({ input: { file } }) =>
    proposeProfiles(await readReceiverWorkbook(file), file.name),
  ),

  check: os.check.handler(({ context, input, signal }) =>
    checkReport(context.db, input.profileId, input.people, signal),
  ),

  placeIn: os.placeIn.handler(({ context, input }) =>
    placeIn(input.workbook, requireProfile(context.db, input.profileId)),
  ),

  write: os.write.handler(({ context: { db, host }, input, signal }) => writeReport(db, host, input, signal)),

  organisation: os.organisation.handler(({ context }) => {
    const { organisation, memberCount } = requireOrganisation(context.db)
    return { ...organisation, memberCount }
  }),

  saveOrganisation: os.saveOrganisation.handler(({ context: { db }, input }) => {
    db.write(() => reportQueries(db).saveOrganisation.run(input))
  }),

  papers: os.papers.handler(({ context: { db, host }, input }) => papersOf(db, host, input)),
  saveDocument: os.saveDocument.handler(({ context: { db, host }, input }) => saveDocument(db, host, input)),
  names: os.names.handler(({ context, input }) => namesOf(context.db, input.people)),
  output: os.output.handler(({ context: { db, host }, input }) => outputPage(db, host, input)),

  recent: os.recent.handler(({ context }) => reportQueries(context.db).recent.all(RECENT)),
})
