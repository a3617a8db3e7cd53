import { withBranch } from '../context'
import { people } from './people'
import { plan } from './plan'

/** Activities 活动. */
export const activities = withBranch.activities.router({ plan, people })
