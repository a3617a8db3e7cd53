import { implement } from '@orpc/server'
import { contract } from '../../shared/contract'
import { access, type AccessContext } from './access'
import { activities } from './activities'
import { attachments } from './attachments'
import { batches } from './batches'
import { care } from './care'
import { dues } from './dues'
import { duplicates } from './duplicates'
import { federation } from './federation'
import { funds } from './funds'
import { home } from './home'
import { insights } from './insights'
import { lists } from './lists'
import { members } from './members'
import { officers } from './officers'
import { organisation } from './organisation'
import { reports } from './reports'
import { roster } from './roster'
import { statistics } from './statistics'

/** Everything the window can ask of the backend. */
export const router = implement(contract).$context<AccessContext>().router({
  access,
  home,
  members,
  organisation,
  officers,
  lists,
  duplicates,
  roster,
  reports,
  batches,
  dues,
  funds,
  activities,
  care,
  attachments,
  statistics,
  insights,
  federation,
})
