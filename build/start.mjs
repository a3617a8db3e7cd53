/** `npm start`: sets up, builds and opens the program; without a display in a virtual one, leaving screenshots. */
import { setUpForWindow } from './setup.mjs'
import { attempt, script, step, tool } from './steps.mjs'
import { electronArguments, hasDisplay, withDisplay } from './window.mjs'

await setUpForWindow()
step('build', script('build.mjs'))
if (hasDisplay()) {
  process.exit(attempt(tool('electron', ['.', ...electronArguments()])) ? 0 : 1)
}
console.log(
  '\nThere is no display here: the program is opened in a virtual one, and what it shows is kept in out/start/.',
)
step('the program', withDisplay(script('tour.mjs')))
