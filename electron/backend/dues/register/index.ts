import { withBranch } from '../../context'
import { registerPage, registerSums } from './register'
import { saveRegister } from './save'

const os = withBranch.dues.register

/** The register of dues 会费收缴登记表 of a year. */
export const register = os.router({
  list: os.list.handler(({ context, input }) => registerPage(context.db, input)),
  sums: os.sums.handler(({ context, input }) => registerSums(context.db, input.year)),
  save: os.save.handler(({ context: { db, host }, input, signal }) => saveRegister(db, host, input, signal)),
})
