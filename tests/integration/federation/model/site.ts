import { hubLinkOf } from '../../../../electron/backend/federation/hub-link'
import type { BranchDatabase } from '../../../../db/branch-database'
import type { BranchId } from '../../../../shared/model/id'
import { insertMember, openTestBranch } from '../../../fixtures/branch'
import { copyOf } from '../branch'
import { openLine, type Fault } from '../faulty-line'
import type { TestHub } from '../hub'
import { stickOf } from '../stick'
import { onPc } from './clock'

/** A branch at the end of a faulty line, on a PC with a clock of its own. */
export interface Site extends AsyncDisposable {
  readonly branchId: BranchId
  readonly unionName: string
  readonly db: BranchDatabase
  /** Days that the clock of the PC is wrong. */
  daysOff: number
  /** Files on their way, which may be lost, late or read twice. */
  readonly reports: File[]
  readonly answers: Blob[]
  readonly stick: ReturnType<typeof stickOf>
  /** Runs `act` by the clock of the PC. */
  here<Result>(act: () => Result): Result
  /** One exchange with the hub; each request meets one fault after the other. */
  sync(faults: readonly Fault[]): ReturnType<ReturnType<typeof hubLinkOf>['syncNow']>
  backUp(): void
  /** Goes back to the backup, as somebody does after a broken disk; nothing without one. */
  restore(): Promise<void>
  restart(): void
}

export async function openSite(hub: TestHub, unionName: string): Promise<Site> {
  const branch = openTestBranch()
  const line = await openLine(hub.server.address)
  const opened = [() => branch[Symbol.dispose]()]
  let db = branch.db
  let backup: ReturnType<typeof copyOf> | null = null
  db.write(() => {
    db.sqlite.prepare('UPDATE branch SET union_name = ?').run(unionName)
    for (const [place, name] of ['张伟', '李娜', '王强'].entries())
      insertMember(db, { name, phone: `1380013800${place}` })
  })
  await hubLinkOf(db).enrol(line.address, await hub.code())
  await hubLinkOf(db).syncNow()
  const site: Site = {
    branchId: branch.branchId,
    unionName,
    daysOff: 0,
    reports: [],
    answers: [],
    get db() {
      return db
    },
    get stick() {
      return stickOf(db, branch.folder)
    },
    here: (act) => onPc(site.daysOff, act),
    sync(faults) {
      const coming = [...faults]
      line.fault = () => coming.shift() ?? null
      return site.here(() => hubLinkOf(db).syncNow())
    },
    backUp() {
      if (db !== branch.db) return
      backup = copyOf(branch)
      opened.unshift(backup[Symbol.dispose])
    },
    async restore() {
      if (backup === null) return
      hubLinkOf(db).stop()
      db = backup
      backup = null
      line.fault = () => null
      await site.here(() => hubLinkOf(db).takeOver())
    },
    restart() {
      if (db === branch.db) db = branch.reopen()
    },
    async [Symbol.asyncDispose]() {
      hubLinkOf(db).stop()
      await line[Symbol.asyncDispose]()
      for (const close of opened) close()
    },
  }
  return site
}
