/** `npm run hub`: sets up, builds and starts the hub of the federation; arguments go to the hub. */
import { spawn } from 'node:child_process'
import path from 'node:path'
import { setUpForNode } from './setup.mjs'
import { nodeProgram, root, script, step, toolEnvironment } from './steps.mjs'

setUpForNode()
step('build', script('build.mjs'))

const hub = spawn(nodeProgram(), [path.join('dist', 'hub', 'main.js'), ...process.argv.slice(2)], {
  cwd: root,
  stdio: 'inherit',
  env: toolEnvironment(),
})
// Ctrl+C reaches the hub by itself and lets it close its database; here it only must not end the wait for that.
process.on('SIGINT', () => undefined)
process.on('SIGTERM', () => hub.kill('SIGTERM'))
hub.once('exit', (code) => process.exit(code ?? 1))
