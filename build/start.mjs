/** `npm start`: sets up, builds and opens the program; without a display in a virtual one, leaving screenshots. */
import { setUpForWindow } from './setup.mjs'
import { attempt, script, toolEnvironment } from './steps.mjs'
import { electronArguments, hasDisplay } from './window.mjs'

await setUpForWindow()
script('build', 'build.mjs')
if (hasDisplay()) {
  const opened = attempt('node', ['node_modules/electron/cli.js', '.', ...electronArguments()], {
    env: toolEnvironment(),
  })
  process.exit(opened ? 0 : 1)
}
console.log('There is no display here: the program is opened in a virtual one, and what it shows is kept in out/.')
const toured = attempt(
  'xvfb-run',
  ['--auto-servernum', '--server-args=-screen 0 1600x1000x24', 'node', 'build/tour.mjs'],
  {
    env: toolEnvironment(),
  },
)
process.exit(toured ? 0 : 1)
