import { withBranch } from '../context'
import { gifts } from './gifts'

const os = withBranch.care

/** Care 服务. */
export const care = os.router({ gifts })
