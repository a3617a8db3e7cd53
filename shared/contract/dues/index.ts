import { arrears } from './arrears'
import { charges } from './charges'
import { payments } from './payments'
import { pictures } from './pictures'
import { rules } from './rules'

/** Dues 会费: rules, charges, payments and arrears in an append-only ledger. */
export const dues = { rules, charges, payments, arrears, pictures }
