/** `npm run hub`: sets up, builds and starts the hub of the federation. */
import { setUpForNode } from './setup.mjs'
import { attempt, script, toolEnvironment } from './steps.mjs'

setUpForNode()
script('build', 'build.mjs')
process.exit(attempt('node', ['dist/hub/main.js'], { env: toolEnvironment() }) ? 0 : 1)
