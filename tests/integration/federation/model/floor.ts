import { expect } from 'vitest'
import { startHub, type TestHub } from '../hub'
import { backUpHub, restoreHub } from './hub-backup'

/** The two hubs of the model. */
export type FloorName = 'hub' | 'parent'

/** A hub that is stopped, started, and put back to a backup as its administrator does it. */
export interface Floor extends AsyncDisposable {
  readonly name: FloorName
  /** The hub as it runs now; another one after a backup was put back. */
  readonly at: TestHub
  stop(): Promise<void>
  /** Nothing while it runs. */
  start(): Promise<void>
  backUp(): Promise<void>
  /** Goes back to the backup; answers whether there is one. */
  restore(): Promise<boolean>
  /** Goes back to how it was before any life began. */
  renew(): Promise<void>
}

export async function openFloor(name: FloorName, unionName: string): Promise<Floor> {
  const at = await startHub(null, { name: unionName })
  let isUp = true
  let hasBackup = false
  const floor: Floor = {
    name,
    at,
    async stop() {
      if (isUp) await at.down()
      isUp = false
    },
    async start() {
      if (!isUp) await at.up()
      isUp = true
    },
    async backUp() {
      await backUpHub(at.hub, 'backup')
      hasBackup = true
    },
    async restore() {
      if (hasBackup) await goBack('backup')
      return hasBackup
    },
    async renew() {
      hasBackup = false
      await goBack('fresh')
    },
    async [Symbol.asyncDispose]() {
      await floor.start()
      expect(at.errors).toEqual([])
      await at[Symbol.asyncDispose]()
    },
  }
  async function goBack(backup: string): Promise<void> {
    await floor.stop()
    await restoreHub(at.hub, backup)
    await at.up(true)
    isUp = true
  }
  return floor
}
