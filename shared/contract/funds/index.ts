import { book } from './book'
import { budget } from './budget'
import { closing } from './closing'
import { limits } from './limits'
import { splits } from './splits'
import { statements } from './statements'

/** Funds 经费: the book of income and spending, budget, closing of months, limits, shares of the 2 % of wages, statements. */
export const funds = { book, budget, closing, limits, splits, statements }
