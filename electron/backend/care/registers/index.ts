import { legalQueries } from '../../../../db/queries/care/registers/legal'
import { withBranch } from '../../context'
import { checkups } from './checkups'
import { legal } from './legal'
import { mutualAid } from './mutual-aid'

const os = withBranch.care.registers

/** Simple registers 服务登记. */
export const registers = os.router({
  legal,
  mutualAid,
  checkups,
  providers: os.providers.handler(({ context: { db } }) => legalQueries(db).providers.all()),
})
