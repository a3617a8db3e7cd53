/** `npm run -s roster -- inspect FILE [--json]`: what the import would propose for a file, without a window. */
import { spawnSync } from 'node:child_process'
import { setUpForNode } from './setup.mjs'
import { root, script, toolEnvironment } from './steps.mjs'

// Standard output belongs to the answer: what set-up says goes to the other one.
console.log = console.error
setUpForNode({ stdout: 2 })

const [program = '', ...args] = script(
  'run-entry.mjs',
  'electron/backend/roster/inspect/main.ts',
  ...process.argv.slice(2),
)
const env = toolEnvironment({ INIT_CWD: process.env.INIT_CWD ?? process.cwd() })
const run = spawnSync(program, args, { cwd: root, stdio: 'inherit', env })
process.exit(run.status ?? 1)
