import { withBranch } from '../context'
import { gifts } from './gifts'
import { registers } from './registers'
import { requests } from './requests'

const os = withBranch.care

/** Care 服务. */
export const care = os.router({ gifts, registers, requests })
