import { withBranch } from '../context'
import { approval } from './approval'
import { budget } from './budget'
import { people } from './people'
import { plan } from './plan'
import { settlement } from './settlement'

/** Activities 活动. */
export const activities = withBranch.activities.router({ plan, approval, budget, settlement, people })
