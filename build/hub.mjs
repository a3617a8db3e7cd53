/** `npm run hub`: sets up, builds and starts the hub of the federation; arguments go to the hub. */
import path from 'node:path'
import { setUpForNode } from './setup.mjs'
import { attempt, nodeProgram, script, step } from './steps.mjs'

setUpForNode()
step('build', script('build.mjs'))
process.exit(attempt([nodeProgram(), path.join('dist', 'hub', 'main.js'), ...process.argv.slice(2)]) ? 0 : 1)
