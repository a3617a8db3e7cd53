import { withBranch } from '../../context'
import { hubLinkOf } from '../hub-link'
import { compareRolls, lastComparison } from './compare'
import { rollPage } from './lines'
import { resend } from './resend'
import { saveRoll } from './save'
import { takeBack } from './take-back'

const os = withBranch.federation.roll

/** The roll as the union above holds it, compared with the branch's own. */
export const roll = {
  last: os.last.handler(({ context: { db } }) => lastComparison(db)?.summary ?? null),
  compare: os.compare.handler(({ context: { db }, signal }) =>
    hubLinkOf(db).askMany((call) => compareRolls(db, call, signal)),
  ),
  list: os.list.handler(({ context: { db }, input: { kind, ...page } }) => rollPage(db, kind, page)),
  resend: os.resend.handler(async ({ context: { db }, input: { kind, memberIds } }) => ({
    members: await resend(db, kind, memberIds),
  })),
  takeBack: os.takeBack.handler(({ context: { db }, input: { memberIds } }) => takeBack(db, memberIds)),
  save: os.save.handler(({ context: { db, host }, input: { language }, signal }) =>
    saveRoll(db, host, language, signal),
  ),
}
