import { people } from './people'
import { plan } from './plan'

/** Activities 活动: plan, sign-up, attendance, cost. */
export const activities = { plan, people }
