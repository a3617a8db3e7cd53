import { withBranch } from '../context'
import { book } from './book'
import { budget } from './budget'
import { closing } from './closing'
import { limits } from './limits'
import { splits } from './splits'
import { statements } from './statements'

const os = withBranch.funds

/** Funds 经费. */
export const funds = os.router({ book, budget, closing, limits, splits, statements })
