import electron from 'electron'
import path from 'node:path'
import { it } from 'vitest'
import { z } from 'zod'
import { launch } from '../../build/launch'
import { createBackend } from '../../electron/backend/create-backend'
import { program, programArguments } from '../e2e/support/app'
import { temporaryFolder } from '../fixtures/branch'
import { testHost } from '../fixtures/host'
import { addManyMembers } from './many-members'
import { median, report } from './measure'

const PASSPHRASE = '青山绿水-1953-机械厂'
const ROUNDS = 3

async function prepare(dataFolder: string): Promise<void> {
  const backend = createBackend({ dataFolder: path.join(dataFolder, 'records'), host: testHost().client })
  const { session } = backend.context
  await session.create({ unionName: '示例工会', creditCode: null, parentUnion: null }, PASSPHRASE, false)
  if (session.db === null) throw new Error('The branch is not open')
  addManyMembers(session.db)
  backend.close()
}

/** Milliseconds from the start of the program to its first page, and from the passphrase to the rows of the list. */
async function startProgram(dataFolder: string): Promise<{ page: number; list: number }> {
  const begun = performance.now()
  const app = await launch({
    executablePath: program,
    args: [...programArguments, '--lang=zh-CN'],
    env: { ...process.env, GONGHUI_DATA: dataFolder },
  })
  try {
    const window = await app.firstWindow()
    const passphrase = window.getByRole('textbox', { name: '密码' })
    await passphrase.waitFor()
    const page = performance.now() - begun
    await passphrase.fill(PASSPHRASE)
    const entered = performance.now()
    await window.getByRole('button', { name: '打开', exact: true }).click()
    await window.getByRole('navigation').getByRole('link', { name: '会员' }).click()
    await window.getByRole('grid').getByRole('row').nth(5).waitFor()
    return { page, list: performance.now() - entered }
  } finally {
    await app.close()
  }
}

async function startEmptyWindow(): Promise<number> {
  const begun = performance.now()
  const app = await launch({
    // In Node the package is the place of its program, whatever its types say.
    executablePath: z.string().parse(electron),
    args: [path.resolve(import.meta.dirname, '../e2e/support/browser'), ...programArguments, 'data:text/html,empty'],
  })
  try {
    await (await app.firstWindow()).waitForLoadState('load')
    return performance.now() - begun
  } finally {
    await app.close()
  }
}

it('starts to a usable list of 100,000 members, against an empty window', async () => {
  using place = temporaryFolder()
  await prepare(place.folder)
  const empty: number[] = []
  const pages: number[] = []
  const lists: number[] = []
  for (let round = 0; round < ROUNDS; round += 1) {
    empty.push(await startEmptyWindow())
    const { page, list } = await startProgram(place.folder)
    pages.push(page)
    lists.push(list)
  }
  report('start to the first page', median(pages), median(empty))
  report('passphrase to the list, key derivation included', median(lists), median(empty))
  report('both together', median(pages) + median(lists), median(empty))
})
