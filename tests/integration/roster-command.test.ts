import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { z } from 'zod'
import { inspectRoster } from '../../electron/backend/roster/inspect/inspect'
import { dayOf } from '../../shared/rules/date'

const ROOT = path.resolve(import.meta.dirname, '../..')
const SAMPLE = 'tests/fixtures/rosters/11-payroll-dues.xlsx'

/** What `npm run -s roster` runs once everything is set up. */
function roster(...args: readonly string[]) {
  const command = ['build/run-entry.mjs', 'electron/backend/roster/inspect/main.ts', ...args]
  const { status, stdout } = spawnSync(process.execPath, command, { cwd: ROOT, encoding: 'utf8' })
  return { status, stdout }
}

it('inspect prints what the wizard would propose, and nothing else', async () => {
  const { status, stdout } = roster('inspect', SAMPLE, '--json')
  expect(status).toBe(0)
  expect(JSON.parse(stdout)).toEqual(
    await inspectRoster(path.basename(SAMPLE), readFileSync(path.join(ROOT, SAMPLE)), dayOf(new Date())),
  )
})

it('inspect without --json is a short table', () => {
  const { status, stdout } = roster('inspect', SAMPLE)
  expect(status).toBe(0)
  expect(stdout).toMatch(/dues, 37 rows/)
  expect(stdout).toMatch(/H\s+扣工会会费 → duesAmount/)
})

it.each([
  [['inspect', 'no-such-file.xlsx', '--json'], 'FILE_NOT_FOUND'],
  [['inspect', 'package.json', '--json'], 'FILE_NOT_A_ROSTER'],
  [['inspect', '--json'], 'USAGE'],
])('%j says why it cannot', (args, code) => {
  const { status, stdout } = roster(...args)
  expect(status).toBe(1)
  const answer = z.strictObject({ code: z.string(), sentence: z.string().min(20) }).parse(JSON.parse(stdout))
  expect(answer.code).toBe(code)
})
