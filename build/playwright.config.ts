import { defineConfig } from '@playwright/test'
import path from 'node:path'

const root = path.resolve(import.meta.dirname, '..')

/** Drives the packaged window; one at a time, since each has the screen to itself. */
export default defineConfig({
  testDir: path.join(root, 'tests', 'e2e'),
  outputDir: path.join(root, 'out', 'e2e'),
  workers: 1,
  timeout: 5 * 60_000,
  expect: { timeout: 20_000 },
  reporter: 'list',
  forbidOnly: true,
  retries: 1,
  use: { trace: 'on-first-retry' },
})
