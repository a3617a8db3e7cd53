import { createRouterClient } from '@orpc/server'
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { branchKeySchema, type BranchKey } from '../../../electron/backend/access/key-file'
import { createBackend, type Backend } from '../../../electron/backend/create-backend'
import { branchInputSchema } from '../../../shared/model/branch'
import { temporaryFolder } from '../../fixtures/branch'
import { testHost, type TestHost } from '../../fixtures/host'

export const passphrase = '青山绿水-1953-机械厂'
export const keepKey = false
/** What the branch of these tests is created with. */
export const newBranch = {
  ...branchInputSchema.parse({ unionName: '云溪机械厂工会委员会', creditCode: null, parentUnion: '云溪市总工会' }),
  passphrase,
  keepKey,
}
export const right = { with: 'passphrase', passphrase, keepKey } as const
export const wrong = { with: 'passphrase', passphrase: 'wrong', keepKey } as const

/** A PC with its data folder; `program` is the program opened once on it, at the time of the PC's clock. */
export function openPc() {
  const place = temporaryFolder()
  const clock = { now: new Date('2026-03-02T08:00:00Z') }
  const programs: Backend[] = []
  const branchFolder = path.join(place.folder, 'branch')
  const keyFile = path.join(branchFolder, 'key.json')
  return {
    folder: place.folder,
    branchFolder,
    database: path.join(branchFolder, 'branch.db'),
    keyFile,
    readKeyFile: () => branchKeySchema.parse(JSON.parse(readFileSync(keyFile, 'utf8'))),
    writeKeyFile: (content: BranchKey) => writeFileSync(keyFile, JSON.stringify(content)),
    clock,
    program(host: TestHost = testHost()) {
      const backend = createBackend({ dataFolder: place.folder, host: host.client, clock: () => clock.now })
      programs.push(backend)
      const { access, members } = createRouterClient(backend.router, { context: backend.context })
      return { session: backend.context.session, client: access, members }
    },
    [Symbol.dispose]() {
      for (const program of programs) program.close()
      place[Symbol.dispose]()
    },
  }
}
