import { approval } from './approval'
import { budget } from './budget'
import { people } from './people'
import { plan } from './plan'
import { settlement } from './settlement'

/** Activities 活动: plan, approval, budget, sign-up, attendance, settlement. */
export const activities = { plan, approval, budget, settlement, people }
