import react from '@vitejs/plugin-react'
import path from 'node:path'
import { defineConfig } from 'vitest/config'

/** Everything but the real window, which Playwright drives. */
export default defineConfig({
  root: path.resolve(import.meta.dirname, '..'),
  test: {
    pool: 'forks',
    // One process a core; the default keeps one core free, half the machine where there are two.
    maxWorkers: '100%',
    testTimeout: 60_000,
    hookTimeout: 60_000,
    projects: [
      { extends: true, test: { name: 'unit', include: ['tests/unit/*.test.ts'], environment: 'node' } },
      {
        extends: true,
        plugins: [react()],
        test: { name: 'renderer', include: ['tests/unit/renderer/**/*.test.{ts,tsx}'], environment: 'jsdom' },
      },
      {
        extends: true,
        test: {
          name: 'integration',
          include: ['tests/{integration,faults,browser}/**/*.test.ts'],
          environment: 'node',
        },
      },
      {
        // The hub once more, on a PostgreSQL server instead of the embedded one.
        extends: true,
        test: {
          name: 'postgres',
          include: ['tests/integration/federation/**/*.test.ts'],
          environment: 'node',
          globalSetup: 'tests/fixtures/with-postgres.ts',
        },
      },
    ],
  },
})
