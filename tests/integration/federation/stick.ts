import { createRouterClient } from '@orpc/server'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect } from 'vitest'
import type { BranchDatabase } from '../../../db/branch-database'
import { federation } from '../../../electron/backend/federation'
import { makeInvitation } from '../../../federation/exchange/invitation'
import { readReport, type ReportResult } from '../../../federation/exchange/read-report'
import { writeAnswer } from '../../../federation/exchange/write-answer'
import { testHost } from '../../fixtures/host'
import { resultOf } from '../../fixtures/roster-client'
import type { TestHub } from './hub'

let count = 0

/** The exchange by file of one branch, with the stick it writes to. */
export function stickOf(db: BranchDatabase, folder: string) {
  const host = testHost()
  const { exchange } = createRouterClient(
    { federation },
    { context: { session: { db }, host: host.client } },
  ).federation
  return {
    exchange,
    host,
    /** Writes a report and hands the file over. */
    async write(): Promise<File> {
      count += 1
      host.savePath = path.join(folder, `上报-${count}.gonghui`)
      expect(await resultOf(exchange.write())).toMatchObject({ fileName: path.basename(host.savePath) })
      return new File([readFileSync(host.savePath)], path.basename(host.savePath))
    },
    read: (file: Blob) => exchange.read({ file: new File([file], '答复.gonghui') }),
  }
}

export async function invitationOf(hub: TestHub, madeFor: string | null = null): Promise<File> {
  return new File([await makeInvitation(hub.seen, madeFor)], '邀请.gonghui')
}

/** The answer to a report that the hub read. */
export async function answerTo(hub: TestHub, result: ReportResult): Promise<Blob> {
  if (result.kind === 'refused') throw new Error(`The report was refused: ${result.problem}`)
  const answer = await writeAnswer(hub.hub, result.report)
  if (answer === null) throw new Error('A report that was read has an answer')
  return answer
}

/** Takes a report to the hub and its answer back. */
export async function carry(hub: TestHub, stick: ReturnType<typeof stickOf>) {
  const result = await readReport(hub.seen, await stick.write())
  return { result, read: await stick.read(await answerTo(hub, result)) }
}
