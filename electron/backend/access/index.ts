import { implement } from '@orpc/server'
import { accessQueries } from '../../../db/queries/access'
import { contract } from '../../../shared/contract'
import { openBranchMiddleware, type BackendContext } from '../context'
import type { BranchSession } from './branch-session'
import { closeSensitive, requireSensitive, sensitiveState } from './sensitive'

/** Only here the session can be opened and closed. */
export interface AccessContext extends BackendContext {
  readonly session: BranchSession
}

const os = implement(contract).$context<AccessContext>().access
const opened = implement(contract).$context<AccessContext>().use(openBranchMiddleware).access

/** Opening and closing the branch's record, and the log of who looked at what. */
export const access = os.router({
  state: os.state.handler(({ context }) => context.session.state()),

  create: os.create.handler(async ({ context, input: { passphrase, keepKey, ...branch } }) => ({
    recoveryCode: await context.session.create(branch, passphrase, keepKey),
  })),

  openSample: os.openSample.handler(({ context }) => context.session.openSample()),

  unlock: os.unlock.handler(({ context: { session }, input }) => {
    switch (input.with) {
      case 'passphrase':
        return session.unlockWithPassphrase(input.passphrase, input.keepKey)
      case 'recoveryCode':
        return session.unlockWithRecoveryCode(input.recoveryCode)
      case 'systemKey':
        return session.unlockWithSystemKey()
    }
  }),

  setPassphrase: os.setPassphrase.handler(async ({ context, input }) => ({
    recoveryCode: await context.session.setPassphrase(input.passphrase),
  })),

  setKeepKey: os.setKeepKey.handler(({ context, input }) => context.session.setKeepKey(input.keepKey)),

  lock: os.lock.handler(({ context }) => context.session.lock()),

  updateBranch: opened.updateBranch.handler(({ context: { db, session }, input }) => {
    db.write(() => accessQueries(db).updateBranch.run(input))
    return session.branch()
  }),

  sensitive: {
    state: opened.sensitive.state.handler(({ context: { db } }) => sensitiveState(db)),

    setUp: opened.sensitive.setUp.handler(({ context: { session }, input }) =>
      session.setUpSensitive(input.passphrase),
    ),

    reset: opened.sensitive.reset.handler(({ context: { session }, input: { passphrase, by, proof } }) =>
      session.resetSensitive(passphrase, by, proof),
    ),

    open: opened.sensitive.open.handler(({ context: { session }, input: { passphrase, reason } }) =>
      session.openSensitive(passphrase, reason),
    ),

    keepOpen: opened.sensitive.keepOpen.handler(({ context }) => requireSensitive(context)),

    close: opened.sensitive.close.handler(({ context: { db } }) => closeSensitive(db)),
  },

  events: opened.events.handler(({ context: { db }, input }) => {
    const { events, eventCount } = accessQueries(db)
    return { total: eventCount.get() ?? 0, rows: events.all(input) }
  }),
})
