import { gifts } from './gifts'
import { hardship } from './hardship'
import { registers } from './registers'
import { requests } from './requests'

/** Care 服务: what members are given on their occasions, families in hardship, requests, simple registers. */
export const care = { gifts, hardship, registers, requests }
