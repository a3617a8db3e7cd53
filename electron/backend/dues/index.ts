import { withBranch } from '../context'
import { arrears } from './arrears'
import { chargeInSteps } from './charges/charge'
import { amountsToCharge, peopleToCharge, previewCharges } from './charges/preview'
import { payments } from './payments'
import { bases } from './bases'
import { exemptions } from './exemptions'
import { handOvers } from './hand-overs'
import { disputes, payroll } from './payroll'
import { yearOfDues } from './pictures/year'
import { receipts } from './receipts'
import { register } from './register'
import { rules } from './rules'

const os = withBranch.dues

/** Dues 会费. */
export const dues = os.router({
  rules,
  bases,
  exemptions,

  charges: {
    preview: os.charges.preview.handler(({ context, input }) => previewCharges(context.db, input)),
    people: os.charges.people.handler(({ context, input }) => peopleToCharge(context.db, input)),
    amounts: os.charges.amounts.handler(({ context, input }) => amountsToCharge(context.db, input)),

    run: os.charges.run.handler(async function* ({ context, input, signal }) {
      const { batchId, result } = yield* chargeInSteps(context.db, input, signal)
      yield { kind: 'result' as const, result: { batchId, members: result.members, amount: result.amount } }
    }),
  },

  payments,
  payroll,
  disputes,
  arrears,

  pictures: {
    year: os.pictures.year.handler(({ context, input }) => yearOfDues(context.db, input.year)),
  },

  receipts,
  register,
  handOvers,
})
