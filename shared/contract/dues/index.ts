import { arrears } from './arrears'
import { bases } from './bases'
import { charges } from './charges'
import { disputes } from './disputes'
import { exemptions } from './exemptions'
import { handOvers } from './hand-overs'
import { payments } from './payments'
import { payroll } from './payroll'
import { pictures } from './pictures'
import { receipts } from './receipts'
import { register } from './register'
import { rules } from './rules'

/** Dues 会费: rules, charges, payments and arrears in an append-only ledger. */
export const dues = {
  rules,
  bases,
  exemptions,
  charges,
  payments,
  arrears,
  pictures,
  receipts,
  register,
  handOvers,
  payroll,
  disputes,
}
