import { bytesWaiting, saveSyncSetting, syncSetting } from '../../../db/queries/sync-setting'
import { now } from '../../../shared/model/date'
import { withBranch } from '../context'
import { recordSync } from './log/record'

const os = withBranch.federation.settings

/** When the branch exchanges with the union above. */
export const settings = {
  get: os.get.handler(({ context: { db } }) => ({ ...syncSetting(db), bytesWaiting: bytesWaiting(db) })),
  save: os.save.handler(({ context: { db }, input }) => {
    db.sqlite.transaction(() => {
      saveSyncSetting(db, input, now())
      recordSync(db, 'settings', { ...input, isSlow: input.isSlow ? 1 : 0 })
    })()
  }),
}
