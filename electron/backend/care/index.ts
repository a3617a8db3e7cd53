import { withBranch } from '../context'
import { gifts } from './gifts'
import { hardship } from './hardship'
import { registers } from './registers'
import { requests } from './requests'

const os = withBranch.care

/** Care 服务. */
export const care = os.router({ gifts, hardship, registers, requests })
